import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Lane of service at a post. */
export const lane = defineClassification({
  id: 'lane',
  label: { en: 'Lane' },
  description: { en: 'Lane in which a traveller is served at a post.' },
  version: '1',
  source: 'ICAO Annex 9, facilitation practice',
  status: 'interim',
  items: itemsOf(
    ['general', 'General', ['normal', 'all travellers', 'all', 'public', 'standard']],
    ['citizen', 'Citizens', ['citizens', 'nationals', 'own citizens', 'lesotho', 'local', 'basotho']],
    [
      'commuter',
      'Commuters',
      [
        'commuters',
        'frequent traveller',
        'frequent travellers',
        'six month concession',
        'concession',
        'border residents',
        'daily',
      ],
    ],
    ['truck', 'Trucks', ['trucks', 'cargo', 'commercial', 'freight', 'truckers', 'lorry']],
    ['diplomatic', 'Diplomats and officials', ['diplomat', 'diplomats', 'official', 'officials', 'vip', 'government']],
  ),
});
