import type { PackDelivery } from '@leeto/registers';

/** Refugees in Lesotho on 30 September 2023: a count within the year, where UNHCR's series counts at its end. */
export const refugees2023: PackDelivery = {
  id: 'refugees_lesotho_2023',
  register: 'refugee_population',
  provenance: {
    agency: 'unhcr',
    citation: 'UNHCR, refugees registered in Lesotho on 30 September 2023',
    isSynthetic: false,
    publishedOn: '2023-09-30',
  },
  rows: [
    {
      asylum_country: 'LSO',
      origin: '_T',
      population_type: 'refugees',
      time_period: '2023',
      obs_value: '671',
      obs_status: 'P',
      note: 'On 30 September 2023; the end-of-year figure of the same year takes its place where it is imported.',
    },
  ],
};
