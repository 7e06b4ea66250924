import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Over which time a census asks where somebody lived before. */
export const migrationInterval = defineClassification({
  id: 'migration_interval',
  label: { en: 'Interval of internal migration' },
  description: { en: 'Between which two moments the place of residence is compared.' },
  version: '1',
  source:
    'UN Principles and Recommendations for Population and Housing Censuses, Rev.3, internal migration characteristics',
  status: 'official',
  items: itemsOf(
    ['lifetime', 'Since birth', ['life time', 'place of birth', 'birth']],
    ['five_years', 'Within five years', ['5 years', '5-year', 'five year', '5y', 'residence five years ago']],
    ['one_year', 'Within one year', ['1 year', '1-year', '12 months', '1y', 'residence one year ago']],
  ),
});
