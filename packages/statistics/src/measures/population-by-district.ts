import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { allSources, publishedFacts, publishedTotals, yearInPeriod } from '../steps/published.ts';

/** Population by district: the context and the denominator of rates. */
export const populationByDistrict = defineMeasure({
  id: 'population_by_district',
  title: { en: 'Population by district and sex' },
  definition: { en: 'Resident population by district, sex and time_period, all ages, as published.' },
  clause: 'UN Principles and Recommendations for Population and Housing Censuses, Rev.3 (place of usual residence)',
  needs: ['population_count'],
  dimensions: [
    dimension.source,
    { name: 'district', label: { en: 'District' }, classification: 'district' },
    dimension.sex,
    dimension.timePeriod,
  ],
  values: [publishedValue('persons', 'Persons', 'persons')],
  basis: 'published',
  status: 'final',
  parameters: [allSources],
  steps: [
    ...publishedFacts({
      register: 'population_count',
      columns: {
        district: "coalesce(r.district, '_T')",
        sex: "coalesce(r.sex, '_T')",
        age_group: "coalesce(r.age_group, '_T')",
        time_period: 'left(r.time_period, 4)',
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `r.reference_area = $country and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['time_period'],
      isReissued: true,
      cell: ['district', 'sex', 'age_group', 'time_period'],
    }),
    ...publishedTotals({
      dimensions: ['source', 'district', 'sex', 'age_group', 'time_period'],
      totals: ['age_group', 'sex', 'district'],
      value: 'persons',
    }),
    {
      name: 'table_rows',
      describe: 'All ages together.',
      sql: `select source, district, sex, time_period, persons from with_total_of_district where age_group = '_T'`,
    },
  ],
  notes: publishedNotes,
  sensitivity: NO_PERSON,
});
