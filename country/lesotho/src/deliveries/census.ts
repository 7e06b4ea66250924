import type { PackDelivery } from '@leeto/registers';
import { districtFacts } from '../districts.ts';

/** Census of 2006, inhabitants by district. */
export const census2006 = census(
  2006,
  1_876_633,
  'De jure population. The districts as published add up to 1,872,721, which is 3,912 fewer than the total.',
);

/** Census of 2016 (reference date 10 April 2016), inhabitants by district. */
export const census2016 = census(
  2016,
  2_007_201,
  'Final result. The preliminary total was 2,008,801. Reference date 10 April 2016.',
);

function census(year: 2006 | 2016, total: number, note: string): PackDelivery {
  const row = (district: string, population: number): Record<string, string> => ({
    reference_area: 'LSO',
    district,
    sex: '_T',
    age_group: '_T',
    time_period: String(year),
    obs_value: String(population),
    obs_status: 'A',
    note,
  });
  return {
    id: `census_${year}`,
    register: 'population_count',
    provenance: {
      agency: 'bureau_of_statistics',
      citation: `Lesotho Bureau of Statistics, Population and Housing Census ${year}`,
      isSynthetic: false,
    },
    rows: [
      row('_T', total),
      ...districtFacts.map((each) => row(each.code, year === 2006 ? each.population2006 : each.population2016)),
    ],
  };
}
