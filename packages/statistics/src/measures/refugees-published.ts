import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { publishedFacts, publishedTotals, yearInPeriod } from '../steps/published.ts';
import { eitherSide, otherSide, perspective } from '../steps/two-sided.ts';

/** Refugees and others of concern, in the country and from it. */
export const refugeesPublished = defineMeasure({
  id: 'refugees_published',
  title: { en: 'Refugees and others of concern, in the country and from it' },
  definition: {
    en: 'Persons of concern at the end of the year, as published: those in the country by country of origin (perspective: asylum country), and those from the country by country of asylum (perspective: origin).',
  },
  clause:
    'International Recommendations on Refugee Statistics (2018); SDG indicator 10.7.4 (refugees by country of origin)',
  needs: ['refugee_population'],
  dimensions: [
    dimension.source,
    { name: 'perspective', label: { en: 'The country as' } },
    { name: 'population_type', label: { en: 'Population' } },
    { name: 'partner', label: { en: 'Country of origin or asylum' }, classification: 'country' },
    dimension.year,
  ],
  values: [publishedValue('persons', 'Persons', 'persons')],
  basis: 'published',
  status: 'final',
  steps: [
    ...publishedFacts({
      register: 'refugee_population',
      columns: {
        perspective,
        population_type: "coalesce(r.population_type, '_U')",
        partner: otherSide,
        year: 'left(r.time_period, 4)',
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `${eitherSide} and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['year'],
      cell: ['perspective', 'population_type', 'partner', 'year'],
    }),
    ...publishedTotals({
      dimensions: ['source', 'perspective', 'population_type', 'partner', 'year'],
      totals: ['partner'],
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
