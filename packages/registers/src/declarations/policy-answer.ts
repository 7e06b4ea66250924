import { defineRegister } from '../shapes/define-register.ts';
import { countryDimension, timePeriodDimension } from './dataset-fields.ts';
import { fieldOf } from './field-of.ts';

/** A government's answers on its migration policies, by which SDG indicator 10.7.2 is scored. */
export const policyAnswerRegister = defineRegister({
  id: 'policy_answer',
  label: { en: 'Answers on migration policy' },
  description: { en: 'One record for each sub-category that the government answered for a year.' },
  custodian: 'foreign_affairs',
  source:
    'UN DESA and IOM, SDG indicator 10.7.2; United Nations Inquiry among Governments on Population and Development',
  datedBy: 'time_period',
  key: ['reference_area', 'subcategory', 'time_period'],
  fields: [
    countryDimension('reference_area', 'Country', 'Country whose policies they are.', {
      concept: 'REF_AREA',
      aliases: ['reference area', 'ref_area', 'country', 'government'],
    }),
    fieldOf('subcategory', 'code', 'Sub-category', 'The policy that is asked for, 1a to 6e.', {
      required: true,
      classification: 'policy_subcategory',
      aliases: ['sub-category', 'subcategory', 'policy', 'question', 'item', 'sub category'],
    }),
    timePeriodDimension,
    fieldOf('answer', 'code', 'Answer', 'Whether the policy is in place.', {
      required: true,
      classification: 'policy_answer',
      aliases: ['answer', 'response', 'in place'],
    }),
    fieldOf('evidence', 'long_text', 'Evidence', 'The law, policy or practice that the answer rests on.', {
      aliases: ['evidence', 'basis', 'reference', 'legal basis', 'justification'],
    }),
  ],
  rules: [],
});
