import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Sex: M, F, X on a document; _T for both in aggregates. */
export const sex = defineClassification({
  id: 'sex',
  label: { en: 'Sex' },
  description: { en: 'Sex as travel documents and statistics state it.' },
  version: 'SDMX CL_SEX 2.1 with ICAO X',
  source: 'ICAO Doc 9303-4; SDMX CL_SEX',
  status: 'official',
  items: itemsOf(
    [
      'M',
      'Male',
      [
        'male',
        'man',
        'men',
        'males',
        'boy',
        '1 male',
        'homme',
        'masculin',
        'masculino',
        'monna',
        'e motona',
        'm male',
        'mr',
      ],
      'E motona',
    ],
    [
      'F',
      'Female',
      [
        'female',
        'woman',
        'women',
        'females',
        'girl',
        'femme',
        'féminin',
        'feminino',
        'mosali',
        'e motšehali',
        'f female',
        'mrs',
        'ms',
        'miss',
      ],
      'E motšehali',
    ],
    ['X', 'Unspecified', ['x', 'unspecified', 'other', 'non-binary', '<', 'indeterminate']],
    [
      '_T',
      'Both sexes',
      ['total', 'both', 'both sexes', 'all', 't', 'both sexes combined', 'persons', 'mf', 'm+f'],
      'Bobeli',
    ],
  ),
});
