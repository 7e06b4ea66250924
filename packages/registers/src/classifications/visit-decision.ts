import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Decision at the post. */
export const visitDecision = defineClassification({
  id: 'visit_decision',
  label: { en: 'Decision at the border' },
  description: { en: 'What was decided at the post.' },
  version: '1',
  source: 'ICAO Annex 9',
  status: 'interim',
  items: itemsOf(
    [
      'admitted',
      'Admitted',
      ['admit', 'allowed', 'granted', 'entered', 'accepted', 'approved', 'a', 'cleared', 'passed', 'ok'],
      'O lumelletsoe',
    ],
    [
      'refused',
      'Refused',
      [
        'refuse',
        'denied',
        'deny',
        'rejected',
        'turned back',
        'returned',
        'r',
        'inadmissible',
        'refused entry',
        'not admitted',
      ],
      'O hanetsoe',
    ],
    [
      'referred',
      'Referred',
      ['refer', 'secondary', 'secondary inspection', 'pending', 'held', 'referred to secondary'],
      'O fetisitsoe',
    ],
  ),
});
