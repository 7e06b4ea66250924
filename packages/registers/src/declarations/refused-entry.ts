import { when } from '../condition.ts';
import { defineRegister } from '../shapes/define-register.ts';
import { fieldOf } from './field-of.ts';
import { personFields } from './person-fields.ts';
import { recordIdField } from './record-id-field.ts';

/** Foreigners refused at the border. */
export const refusedEntry = defineRegister({
  id: 'refused_entry',
  label: { en: 'Refused entries', st: 'Ba hanetsoeng ho kena' },
  description: { en: 'One record for each refusal of entry to a foreigner at a post, with its ground.' },
  custodian: 'home_affairs_immigration',
  source: 'UN 1998 Recommendations Rev.1; ICAO Annex 9',
  datedBy: 'refused_on',
  key: [
    'port',
    'refused_on',
    'document_number',
    'document_issuing_state',
    'nationality',
    'date_of_birth',
    'surname',
    'given_names',
  ],
  fields: [
    recordIdField(['refusal no', 'refusal number', 'notice number', 'notice no']),
    fieldOf('port', 'code', 'Port of entry', 'The post at which entry was refused.', {
      sesotho: 'Moeli',
      classification: 'port',
      required: true,
      aliases: [
        'port',
        'port of entry',
        'border post',
        'border',
        'post',
        'poe',
        'entry point',
        'moeli',
        'station',
        'place of refusal',
      ],
    }),
    fieldOf('refused_on', 'date', 'Refused on', 'Day of the refusal.', {
      required: true,
      minimum: '1950-01-01',
      aliases: [
        'refused on',
        'date refused',
        'refusal date',
        'date of refusal',
        'date',
        'date turned back',
        'date de refus',
        'letsatsi',
      ],
    }),
    ...personFields(),
    fieldOf('document_type', 'code', 'Type of document', 'Kind of travel document presented.', {
      classification: 'document_type',
      aliases: ['document', 'document presented', 'document type', 'doc type', 'type of document', 'travel document'],
    }),
    fieldOf('mode', 'code', 'Mode of transport', 'How the traveller came.', {
      classification: 'transport_mode',
      aliases: [
        'by',
        'travelling by',
        'mode',
        'mode of transport',
        'mode of travel',
        'transport',
        'means of transport',
      ],
    }),
    fieldOf('refusal_ground', 'code', 'Ground of refusal', 'Why entry was refused.', {
      classification: 'refusal_ground',
      personal: 'sensitive',
      aliases: [
        'ground (letter)',
        'ground code',
        'ground letter',
        'refusal ground',
        'ground',
        'grounds',
        'ground of refusal',
        'reason for refusal',
        'refusal reason',
        'reason',
        'reason refused',
        'lebaka',
        'motif',
      ],
    }),
  ],
  rules: [
    {
      id: 'born_before_refusal',
      must: when('date_of_birth').isNotAfter('refused_on'),
      severity: 'error',
      message: { en: 'The date of birth is later than the refusal.' },
      fields: ['date_of_birth', 'refused_on'],
    },
  ],
});
