import { when } from '../condition.ts';
import { defineRegister } from '../shapes/define-register.ts';
import { fieldOf } from './field-of.ts';
import { personFields } from './person-fields.ts';
import { recordIdField } from './record-id-field.ts';

/** Foreigners removed from the country. */
export const removal = defineRegister({
  id: 'removal',
  label: { en: 'Removals', st: 'Ba lelekiloeng naheng' },
  description: { en: 'One record for each foreigner removed from the country, with ground and destination.' },
  custodian: 'home_affairs_immigration',
  source: 'UN 1998 Recommendations Rev.1, administrative taxonomy: return of irregular migrants',
  datedBy: 'removed_on',
  key: [
    'removed_on',
    'document_number',
    'document_issuing_state',
    'nationality',
    'date_of_birth',
    'surname',
    'given_names',
  ],
  fields: [
    recordIdField(['removal no', 'removal order no', 'deportation no', 'order number', 'warrant number']),
    fieldOf('removed_on', 'date', 'Removed on', 'Day on which the person left the country.', {
      required: true,
      minimum: '1950-01-01',
      aliases: [
        'removed on',
        'date removed',
        'removal date',
        'date of removal',
        'deported on',
        'deportation date',
        'date of deportation',
        'date deported',
        'date',
        "date d'expulsion",
      ],
    }),
    ...personFields(),
    fieldOf('removal_ground', 'code', 'Ground of removal', 'Why the person was removed.', {
      classification: 'removal_ground',
      personal: 'sensitive',
      aliases: [
        'removal ground',
        'ground',
        'grounds',
        'reason',
        'reason for removal',
        'reason for deportation',
        'offence',
        'charge',
        'lebaka',
      ],
    }),
    fieldOf('destination', 'country', 'Destination', 'Country to which the person was removed.', {
      classification: 'country',
      aliases: [
        'sent to',
        'removed to country',
        'destination',
        'country of destination',
        'destination country',
        'removed to',
        'deported to',
        'country deported to',
        'returned to',
        'receiving country',
      ],
    }),
    fieldOf('port', 'code', 'Port of exit', 'Post through which the person left.', {
      classification: 'port',
      aliases: [
        'port',
        'port of exit',
        'border post',
        'exit point',
        'border',
        'post',
        'place of removal',
        'handover point',
      ],
    }),
  ],
  rules: [
    {
      id: 'born_before_removal',
      must: when('date_of_birth').isNotAfter('removed_on'),
      severity: 'error',
      message: { en: 'The date of birth is later than the removal.' },
      fields: ['date_of_birth', 'removed_on'],
    },
  ],
});
