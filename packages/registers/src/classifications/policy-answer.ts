import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Answers to the Inquiry's questions; domain 1 tells apart for whom a right holds. */
export const policyAnswer = defineClassification({
  id: 'policy_answer',
  label: { en: 'Answers on migration policy' },
  description: { en: 'Whether a policy is in place; for migrant rights, for whom.' },
  version: '1',
  source: 'UN DESA and IOM, SDG indicator 10.7.2 metadata',
  status: 'interim',
  items: itemsOf(
    ['yes', 'Yes', ['y', '1', 'true', 'in place']],
    ['no', 'No', ['n', '0', 'false', 'not in place']],
    [
      'regardless',
      'Yes, regardless of immigration status',
      ['yes, regardless of immigration status', 'all', 'regardless of immigration status'],
    ],
    [
      'legal_status',
      'Only for those with legal immigration status',
      ['yes, only for those with legal immigration status', 'legal only', 'legal status only', 'only legal'],
    ],
    ['_U', 'Not answered', ['unknown', 'do not know', "don't know", 'not stated']],
  ),
});
