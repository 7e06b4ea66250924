import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { allSources, publishedFacts, publishedTotals, stockBases, yearInPeriod } from '../steps/published.ts';

/** Persons of the country living abroad, from the figures of the countries they live in. */
export const emigrantStock = defineMeasure({
  id: 'emigrant_stock',
  title: { en: 'Emigrant stock abroad by destination and sex' },
  definition: {
    en: 'Persons from the country living abroad, by country of residence, sex and time_period, as published from the statistics of the countries of residence (mirror statistics).',
  },
  clause: 'UN framework 2021/2025: emigrants abroad from mirror statistics',
  needs: ['migrant_stock'],
  dimensions: [
    dimension.source,
    { name: 'basis', label: { en: 'Basis' } },
    { name: 'reference_area', label: { en: 'Country of residence' }, classification: 'country' },
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
        // A total over destinations mixes their bases, and stands under all of them.
        basis: "case when r.reference_area = '_T' then '_T' else coalesce(r.basis, 'not_stated') end",
        reference_area: 'r.reference_area',
        sex: "coalesce(r.sex, '_T')",
        time_period: 'left(r.time_period, 4)',
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `r.origin = $country and r.reference_area is not null and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['time_period'],
      isReissued: true,
      cell: ['basis', 'reference_area', 'sex', 'time_period'],
    }),
    ...publishedTotals({
      dimensions: ['source', 'basis', 'reference_area', 'sex', 'time_period'],
      totals: ['sex', 'basis', 'reference_area'],
      value: 'persons',
      alternatives: { basis: stockBases },
    }),
    {
      name: 'table_rows',
      describe: 'The total over destinations stands once, under all bases.',
      sql: `select source, basis, reference_area, sex, time_period, persons
from with_total_of_reference_area
where reference_area <> '_T' or basis = '_T'`,
    },
  ],
  notes: publishedNotes,
  sensitivity: NO_PERSON,
});
