import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Ways to acquire a citizenship after birth. */
export const naturalisationGround = defineClassification({
  id: 'naturalisation_ground',
  label: { en: 'Ways to acquire citizenship' },
  description: { en: 'By which way a foreign citizen became a citizen.' },
  version: '1',
  source: 'UN 1998 Recommendations Rev.1, acquisition of citizenship',
  status: 'interim',
  items: itemsOf(
    ['residence', 'After residence', ['naturalisation', 'naturalization', 'ordinary']],
    ['marriage', 'By marriage', ['spouse of a citizen', 'marriage to a citizen']],
    ['descent', 'By descent or adoption', ['descent', 'adoption', 'registration of a child']],
    ['restoration', 'Restored', ['resumption', 'reacquisition']],
    ['other', 'Otherwise', ['special grant', 'honorary']],
  ),
});
