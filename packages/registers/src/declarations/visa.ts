import { all, any, not, when } from '../condition.ts';
import { defineRegister } from '../shapes/define-register.ts';
import { fieldOf } from './field-of.ts';
import { permitLifeFields, permitRules } from './permit-fields.ts';
import { personFields } from './person-fields.ts';
import { recordIdField } from './record-id-field.ts';

/** Applications for visas and what was decided, at missions abroad, on the e-visa platform, at the border. */
export const visa = defineRegister({
  id: 'visa',
  label: { en: 'Visas', st: 'Li-visa' },
  description: { en: 'One record for each application for a visa, with its decision.' },
  custodian: 'visa_provider',
  source: 'UN 1998 Recommendations Rev.1, administrative collection; ICAO Doc 9303-7',
  datedBy: 'applied_on',
  key: ['visa_number'],
  fields: [
    recordIdField(['application number', 'application no', 'application id', 'evisa reference', 'e-visa no', 'app no']),
    fieldOf(
      'visa_number',
      'identifier',
      'Visa number',
      'Number of the visa, or of the application where none was issued.',
      {
        required: true,
        personal: 'identity',
        aliases: [
          'visa number',
          'visa no',
          'visa no.',
          'sticker number',
          'visa sticker no',
          'label number',
          'visa id',
          'numéro de visa',
          'número do visto',
        ],
      },
    ),
    fieldOf('visa_type', 'code', 'Type of visa', 'Type of visa applied for.', {
      classification: 'visa_type',
      aliases: ['visa type', 'type of visa', 'visa category', 'visa class', 'category', 'type', 'class of visa'],
    }),
    ...personFields(),
    fieldOf('purpose', 'code', 'Purpose', 'Main purpose of the trip.', {
      classification: 'purpose',
      source: 'IRTS 2008, 3.10 to 3.21',
      aliases: ['purpose', 'purpose of visit', 'purpose of travel', 'reason for visit', 'reason', 'motif', 'motivo'],
    }),
    ...permitLifeFields,
    fieldOf('entries', 'code', 'Entries', 'Whether the visa is good for one entry or several.', {
      classification: 'visa_entries',
      aliases: [
        'entries',
        'number of entries',
        'no of entries',
        'single/multiple',
        'entry type',
        'entrées',
        'entradas',
      ],
    }),
    fieldOf('granted_days', 'duration_days', 'Days granted', 'Longest stay that each entry allows.', {
      unit: 'days',
      minimum: 0,
      maximum: 3653,
      aliases: [
        'granted days',
        'days granted',
        'duration',
        'duration of stay',
        'days',
        'length of stay',
        'number of days',
        'stay days',
      ],
    }),
    fieldOf('place_of_issue', 'text', 'Place of issue', 'Mission, office or platform that decided.', {
      aliases: [
        'place of issue',
        'issued at',
        'mission',
        'embassy',
        'office',
        'issuing post',
        'consulate',
        'visapost',
        'issuing office',
      ],
    }),
  ],
  rules: [
    ...permitRules,
    {
      id: 'granted_visa_has_validity',
      must: any(
        when('decision').isNot('granted'),
        not(all(when('valid_from').isNotStated(), when('valid_until').isNotStated())),
      ),
      severity: 'warning',
      message: { en: 'The visa was granted, but from when until when it is valid is not stated.' },
      fields: ['valid_from', 'valid_until'],
    },
  ],
});
