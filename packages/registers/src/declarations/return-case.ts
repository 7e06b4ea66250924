import { when } from '../condition.ts';
import { defineRegister } from '../shapes/define-register.ts';
import { fieldOf } from './field-of.ts';
import { personFields } from './person-fields.ts';
import { recordIdField } from './record-id-field.ts';

/** Citizens coming back, of their own will or not. */
export const returnCase = defineRegister({
  id: 'return_case',
  label: { en: 'Returns', st: 'Ba khutlileng' },
  description: { en: 'One record for each citizen who came back from abroad in a recorded return.' },
  custodian: 'home_affairs_immigration',
  source: 'UN 1998 Recommendations Rev.1, citizens returning; IOM Glossary on Migration (2019)',
  datedBy: 'returned_on',
  key: [
    'returned_on',
    'document_number',
    'document_issuing_state',
    'nationality',
    'date_of_birth',
    'surname',
    'given_names',
  ],
  fields: [
    recordIdField(['return no', 'case number', 'case no', 'beneficiary id', 'returnee id', 'mimosa no']),
    fieldOf('returned_on', 'date', 'Returned on', 'Day on which the person came back into the country.', {
      required: true,
      minimum: '1950-01-01',
      aliases: [
        'returned on',
        'return date',
        'date of return',
        'date returned',
        'arrival date',
        'date of arrival',
        'date received',
        'date',
        'date de retour',
      ],
    }),
    ...personFields(),
    fieldOf('returned_from', 'country', 'Returned from', 'Country from which the person came back.', {
      classification: 'country',
      aliases: [
        'returned from',
        'country of return',
        'host country',
        'from',
        'country returned from',
        'deporting country',
        'sending country',
        'departure country',
      ],
    }),
    fieldOf('return_type', 'code', 'Type of return', 'Whether the return was voluntary, assisted or forced.', {
      classification: 'return_type',
      personal: 'sensitive',
      aliases: [
        'kind of return',
        'how returned',
        'return type',
        'type of return',
        'type',
        'category',
        'mode of return',
        'voluntary/forced',
        'nature of return',
      ],
    }),
    fieldOf('port', 'code', 'Port of entry', 'Post through which the person came back.', {
      classification: 'port',
      aliases: ['port', 'port of entry', 'border post', 'border', 'post', 'entry point', 'reception point'],
    }),
    fieldOf('district', 'code', 'District', 'District to which the person returns.', {
      sesotho: 'Setereke',
      classification: 'district',
      personal: 'quasi',
      aliases: [
        'district',
        'setereke',
        'district of return',
        'district of origin',
        'home district',
        'destination district',
      ],
    }),
    fieldOf('programme', 'text', 'Programme', 'Programme that assisted the return.', {
      aliases: [
        'programme',
        'program',
        'project',
        'assistance programme',
        'avrr programme',
        'assisted by',
        'organisation',
      ],
    }),
  ],
  rules: [
    {
      id: 'born_before_return',
      must: when('date_of_birth').isNotAfter('returned_on'),
      severity: 'error',
      message: { en: 'The date of birth is later than the return.' },
      fields: ['date_of_birth', 'returned_on'],
    },
  ],
});
