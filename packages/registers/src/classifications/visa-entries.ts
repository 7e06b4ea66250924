import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Entries that a visa allows. */
export const visaEntries = defineClassification({
  id: 'visa_entries',
  label: { en: 'Entries' },
  description: { en: 'Number of entries that a visa allows.' },
  version: '1',
  source: 'Visa practice',
  status: 'interim',
  items: itemsOf(
    ['single', 'Single', ['single entry', '1', 'one', 's', 'se', 'simple', 'única']],
    [
      'multiple',
      'Multiple',
      ['multiple entry', 'multi', 'double', 'double entry', '2', 'm', 'me', 'many', 'múltipla', 'mult'],
    ],
  ),
});
