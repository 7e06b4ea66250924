import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Whether a migrant is one by birth or by citizenship. */
export const stockBasis = defineClassification({
  id: 'stock_basis',
  label: { en: 'Basis of a stock' },
  description: { en: 'Whether migrants are told by birth or by citizenship.' },
  version: 'UN DESA 2020',
  source: 'UN DESA International Migrant Stock 2020, type of data',
  status: 'official',
  items: itemsOf(
    ['foreign_born', 'Foreign-born', ['b', 'br', 'b r', 'birth', 'country of birth', 'foreign born', 'f b']],
    [
      'foreign_citizens',
      'Foreign citizens',
      ['c', 'cr', 'c r', 'citizenship', 'foreign citizens', 'foreigners', 'foreign nationals'],
    ],
    [
      'mixed',
      'Both, or estimated',
      ['b c', 'c b', 'c b r', 'b c r', 'imputed', 'i', 'estimated', 'ir', 'i r', 'bc', 'cb'],
    ],
    ['not_stated', 'Not stated', ['unknown', 'not specified', '..', 'ns']],
  ),
});
