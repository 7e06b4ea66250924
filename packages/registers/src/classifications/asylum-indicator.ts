import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** What is counted of asylum in a year. */
export const asylumIndicator = defineClassification({
  id: 'asylum_indicator',
  label: { en: 'Asylum indicators' },
  description: { en: 'Applications, decisions and solutions within a year.' },
  version: 'UNHCR 2024',
  source: 'UNHCR Refugee Data Finder, methodology',
  status: 'official',
  items: itemsOf(
    ['applications', 'Applications', ['applied', 'asylum applications', 'applications lodged']],
    ['recognised', 'Recognised', ['dec_recognized', 'recognized', 'recognized decisions', 'decisions recognized']],
    ['complementary', 'Complementary protection', ['dec_other', 'complementary protection']],
    ['rejected', 'Rejected', ['dec_rejected', 'rejected decisions']],
    ['otherwise_closed', 'Otherwise closed', ['dec_closed', 'otherwise closed']],
    ['decisions_total', 'Decisions, total', ['dec_total', 'total decisions']],
    ['resettled', 'Resettled', ['resettlement', 'resettlement arrivals']],
    ['naturalised', 'Naturalised', ['naturalisation', 'naturalization']],
    ['returned', 'Returned', ['returned_refugees', 'returned refugees']],
  ),
});
