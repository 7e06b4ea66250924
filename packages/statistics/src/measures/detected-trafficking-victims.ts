import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { PROTECTED } from '../sensitivity.ts';
import { allSources, publishedFacts, publishedTotals, yearInPeriod } from '../steps/published.ts';

/** SDG indicator 16.2.2. */
export const detectedTraffickingVictims = defineMeasure({
  id: 'detected_trafficking_victims',
  title: { en: 'Detected victims of trafficking' },
  definition: {
    en: 'Victims of trafficking in persons detected in the year by form of exploitation, sex and age, and their number per 100,000 inhabitants of the same year and sex.',
  },
  clause:
    'SDG indicator 16.2.2 (detected victims of trafficking per 100,000 population, by sex, age and form of exploitation)',
  needs: ['trafficking_detection'],
  uses: ['population_count'],
  dimensions: [
    dimension.source,
    { name: 'exploitation', label: { en: 'Form of exploitation' }, classification: 'exploitation' },
    dimension.sex,
    { name: 'age_group', label: { en: 'Age' }, classification: 'age_group' },
    dimension.timePeriod,
  ],
  values: [
    countOf('victims', 'Victims detected', 'persons'),
    {
      name: 'per_100000',
      label: { en: 'Per 100,000 inhabitants' },
      unit: 'per 100,000',
      kind: 'rate',
      of: 'victims',
      decimals: 2,
      additive: false,
    },
  ],
  // Counts of an authority are protected as our own are: what it gave us it need not have published.
  basis: 'microdata',
  parameters: [allSources],
  steps: [
    ...publishedFacts({
      register: 'trafficking_detection',
      columns: {
        exploitation: "coalesce(r.exploitation, '_U')",
        sex: "coalesce(r.sex, '_T')",
        age_group: "coalesce(r.age_group, '_T')",
        time_period: 'left(r.time_period, 4)',
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `r.reference_area = $country and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['time_period'],
      cell: ['exploitation', 'sex', 'age_group', 'time_period'],
    }),
    ...publishedTotals({
      dimensions: ['source', 'exploitation', 'sex', 'age_group', 'time_period'],
      totals: ['age_group', 'sex', 'exploitation'],
      value: 'victims',
    }),
    {
      name: 'inhabitants',
      describe: 'Inhabitants of the country of all ages, by sex and year, as received last.',
      sql: `select coalesce(p.sex, '_T') as sex, left(p.time_period, 4) as time_period, arg_max(p.obs_value, (d.published_on, d.received_at)) as persons
from population_count_rows p
left join delivery d on d.delivery_id = p.delivery_id
where p.reference_area = $country and coalesce(p.district, '_T') = '_T' and coalesce(p.age_group, '_T') = '_T'
  and p.obs_value > 0
group by all`,
    },
    {
      name: 'table_rows',
      describe: 'Victims, and their number per 100,000 inhabitants where these are known for the year.',
      sql: `select
  v.source, v.exploitation, v.sex, v.age_group, v.time_period, v.victims,
  case when v.age_group = '_T' then 100000.0 * v.victims / i.persons end as per_100000
from with_total_of_exploitation v
left join inhabitants i on i.sex = v.sex and i.time_period = v.time_period`,
    },
  ],
  notes: [
    ...publishedNotes,
    { en: 'Detected victims are a part of all victims: a rise may be more detection, not more trafficking.' },
  ],
  sensitivity: PROTECTED,
});
