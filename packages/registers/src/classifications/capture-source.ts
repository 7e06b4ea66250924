import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** How a crossing was captured. */
export const captureSource = defineClassification({
  id: 'capture_source',
  label: { en: 'Captured by' },
  description: { en: 'How a crossing came into the register.' },
  version: '1',
  source: 'Practice of border management systems',
  status: 'interim',
  items: itemsOf(
    [
      'ebcs',
      'Border control system',
      ['electronic border control system', 'system', 'automated', 'electronic', 'bms', 'pisces', 'midas'],
    ],
    [
      'manual_log',
      'Manual log',
      ['manual', 'paper', 'log book', 'logbook', 'register book', 'card', 'cards', 'arrival card', 'form'],
    ],
    ['api', 'Advance passenger information', ['api', 'paxlst', 'advance passenger', 'pnr', 'carrier']],
    ['import', 'Imported file', ['import', 'imported', 'spreadsheet', 'excel', 'migration', 'legacy']],
  ),
});
