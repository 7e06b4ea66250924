import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { personsOfConcernSteps } from '../steps/protection.ts';
import { allSources } from '../steps/published.ts';

/** SDG indicator 10.7.4. */
export const refugeesPer100000 = defineMeasure({
  id: 'refugees_per_100000',
  title: { en: 'Refugees from the country per 100,000 of its population' },
  definition: {
    en: 'Refugees originating from the country at the end of the year, over its population of the same year, times 100,000. Without a population of the year there is no proportion.',
  },
  clause: 'SDG indicator 10.7.4 (SM_POP_REFG_OR): proportion of the population who are refugees, by country of origin',
  needs: ['refugee_population', 'population_count'],
  dimensions: [dimension.source, dimension.timePeriod],
  values: [
    publishedValue('refugees', 'Refugees', 'persons'),
    { ...publishedValue('per_100000', 'Per 100,000 inhabitants', 'per 100,000', 2), additive: false },
    publishedValue('population', 'Population', 'persons'),
  ],
  basis: 'published',
  parameters: [allSources],
  steps: [
    ...personsOfConcernSteps('asylum_country'),
    {
      name: 'inhabitants',
      describe: 'Inhabitants of the country by year, both sexes and all ages, as published last.',
      sql: `select left(p.time_period, 4) as time_period, arg_max(p.obs_value, (d.published_on, d.received_at)) as population
from population_count_rows p
left join delivery d on d.delivery_id = p.delivery_id
where p.reference_area = $country and coalesce(p.district, '_T') = '_T' and coalesce(p.sex, '_T') = '_T'
  and coalesce(p.age_group, '_T') = '_T' and p.obs_value > 0
group by all`,
    },
    {
      name: 'table_rows',
      describe: 'Refugees in all countries of asylum over the population.',
      sql: `select r.source, r.time_period, r.persons as refugees, 100000.0 * r.persons / i.population as per_100000, i.population
from with_total_of_asylum_country r
join inhabitants i on i.time_period = r.time_period
where r.population_type = 'refugees' and r.asylum_country = '_T'`,
    },
  ],
  notes: publishedNotes,
  sensitivity: NO_PERSON,
});
