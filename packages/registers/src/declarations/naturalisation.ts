import { when } from '../condition.ts';
import { defineRegister } from '../shapes/define-register.ts';
import { fieldOf } from './field-of.ts';
import { personFields } from './person-fields.ts';
import { recordIdField } from './record-id-field.ts';

/** Foreign citizens who became citizens. */
export const naturalisation = defineRegister({
  id: 'naturalisation',
  label: { en: 'Naturalisations' },
  description: {
    en: 'One record for each person to whom citizenship was granted; the citizenship stated is the one held before.',
  },
  custodian: 'home_affairs_immigration',
  source: 'UN 1998 Recommendations Rev.1, acquisition of citizenship',
  datedBy: 'granted_on',
  key: [
    'granted_on',
    'document_number',
    'document_issuing_state',
    'nationality',
    'date_of_birth',
    'surname',
    'given_names',
  ],
  fields: [
    recordIdField(['certificate number', 'certificate no', 'naturalisation no', 'naturalization no']),
    fieldOf('granted_on', 'date', 'Granted on', 'Day on which citizenship was acquired.', {
      required: true,
      minimum: '1900-01-01',
      aliases: [
        'granted on',
        'date granted',
        'date of naturalisation',
        'date of naturalization',
        'date of grant',
        'certificate date',
      ],
    }),
    ...personFields(),
    fieldOf('naturalisation_ground', 'code', 'Ground', 'By which way citizenship was acquired.', {
      classification: 'naturalisation_ground',
      aliases: ['naturalisation ground', 'mode of acquisition', 'way of acquisition', 'acquired by'],
    }),
    fieldOf('district', 'code', 'District', 'District of residence.', {
      sesotho: 'Setereke',
      classification: 'district',
      personal: 'quasi',
      aliases: ['district', 'setereke', 'district of residence'],
    }),
  ],
  rules: [
    {
      id: 'born_before_grant',
      must: when('date_of_birth').isNotAfter('granted_on'),
      severity: 'error',
      message: { en: 'The date of birth is later than the grant of citizenship.' },
      fields: ['date_of_birth', 'granted_on'],
    },
  ],
});
