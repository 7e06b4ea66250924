import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Status of an asylum case. */
export const asylumStatus = defineClassification({
  id: 'asylum_status',
  label: { en: 'Status of a person seeking protection' },
  description: { en: 'Where an asylum case stands.' },
  version: '1',
  source: 'EGRISS International Recommendations on Refugee Statistics (2018)',
  status: 'official',
  items: itemsOf(
    [
      'asylum_seeker',
      'Asylum-seeker',
      ['asylum seeker', 'asylum-seeker', 'applicant', 'pending', 'asy', 'registered'],
      'Mokopi oa setšabelo',
    ],
    [
      'refugee',
      'Refugee',
      ['recognised', 'recognized refugee', 'recognised refugee', 'refugee status', 'ref'],
      'Mophaphathehi',
    ],
    ['rejected', 'Rejected', ['refused', 'denied', 'not recognised', 'rejected asylum seeker']],
    [
      'closed',
      'Closed',
      ['ceased', 'ended', 'inactive', 'resettled', 'repatriated', 'naturalised', 'deceased', 'left the country'],
    ],
  ),
});
