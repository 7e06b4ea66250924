import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Decision on an asylum application. */
export const asylumDecision = defineClassification({
  id: 'asylum_decision',
  label: { en: 'Decision on asylum' },
  description: { en: 'What was decided on an application for asylum.' },
  version: '1',
  source: 'UNHCR statistical reporting; EGRISS (2018)',
  status: 'official',
  items: itemsOf(
    [
      'recognised',
      'Recognised as refugee',
      ['recognized', 'granted', 'accepted', 'refugee', 'approved', 'dec_recognized', 'convention status', 'positive'],
    ],
    [
      'complementary',
      'Complementary protection',
      ['complementary protection', 'subsidiary protection', 'humanitarian', 'dec_other', 'other protection'],
    ],
    ['rejected', 'Rejected', ['refused', 'denied', 'negative', 'dec_rejected', 'not recognised']],
    [
      'otherwise_closed',
      'Otherwise closed',
      ['closed', 'withdrawn', 'abandoned', 'dec_closed', 'administrative closure', 'no show'],
    ],
    ['pending', 'Pending', ['awaiting decision', 'under review', 'in process', 'not decided']],
  ),
});
