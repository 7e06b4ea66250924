import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { allSources, publishedFacts, publishedTotals, stockBases, yearInPeriod } from '../steps/published.ts';

/** International migrant stock living in the country. */
export const foreignBornStock = defineMeasure({
  id: 'foreign_born_stock',
  title: { en: 'Migrant stock in the country by origin and sex' },
  definition: {
    en: 'Persons living in the country who were born abroad (or, by the basis stated, hold a foreign citizenship), by country of origin, sex and year, as published.',
  },
  clause:
    'UN 1998 Recommendations Rev.1, stocks (foreign-born; foreign citizens); core tabulation of foreign-born by country of birth and sex',
  needs: ['migrant_stock'],
  dimensions: [
    dimension.source,
    { name: 'basis', label: { en: 'Basis' } },
    { name: 'origin', label: { en: 'Country of origin' }, classification: 'country' },
    dimension.sex,
    dimension.timePeriod,
  ],
  values: [publishedValue('persons', 'Persons', 'persons')],
  basis: 'published',
  status: 'final',
  parameters: [allSources],
  steps: [
    ...publishedFacts({
      register: 'migrant_stock',
      columns: {
        basis: "coalesce(r.basis, 'not_stated')",
        origin: "coalesce(r.origin, '_U')",
        sex: "coalesce(r.sex, '_T')",
        time_period: 'left(r.time_period, 4)',
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `r.reference_area = $country and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['time_period'],
      isReissued: true,
      cell: ['basis', 'origin', 'sex', 'time_period'],
    }),
    ...publishedTotals({
      dimensions: ['source', 'basis', 'origin', 'sex', 'time_period'],
      totals: ['sex', 'origin', 'basis'],
      value: 'persons',
      alternatives: { basis: stockBases },
    }),
  ],
  notes: publishedNotes,
  sensitivity: NO_PERSON,
});
