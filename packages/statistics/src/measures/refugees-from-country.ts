import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { allSources, publishedFacts, publishedTotals, yearInPeriod } from '../steps/published.ts';

/** Refugees and others of concern, from the country. */
export const refugeesFromCountry = defineMeasure({
  id: 'refugees_from_country',
  title: { en: 'Refugees and others of concern from the country' },
  definition: {
    en: 'Persons of concern from the country at the end of the year, by population and country of asylum, as published.',
  },
  clause:
    'International Recommendations on Refugee Statistics (2018); SDG indicator 10.7.4 (refugees by country of origin)',
  needs: ['refugee_population'],
  dimensions: [
    dimension.source,
    { name: 'population_type', label: { en: 'Population' } },
    { name: 'asylum_country', label: { en: 'Country of asylum' }, classification: 'country' },
    dimension.timePeriod,
  ],
  values: [publishedValue('persons', 'Persons', 'persons')],
  basis: 'published',
  status: 'final',
  parameters: [allSources],
  steps: [
    ...publishedFacts({
      register: 'refugee_population',
      columns: {
        population_type: "coalesce(r.population_type, '_U')",
        asylum_country: "coalesce(r.asylum_country, '_U')",
        time_period: 'left(r.time_period, 4)',
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `r.origin = $country and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['population_type', 'time_period'],
      cell: ['population_type', 'asylum_country', 'time_period'],
    }),
    ...publishedTotals({
      dimensions: ['source', 'population_type', 'asylum_country', 'time_period'],
      totals: ['asylum_country'],
      value: 'persons',
    }),
  ],
  notes: [
    ...publishedNotes,
    {
      en: 'Populations are not added up: they overlap in time and in kind. The publisher rounds or masks small figures.',
    },
  ],
  sensitivity: NO_PERSON,
});
