import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { personsOfConcernSteps } from '../steps/protection.ts';
import { allSources } from '../steps/published.ts';

/** Refugees and others of concern, in the country. */
export const refugeePopulationInCountry = defineMeasure({
  id: 'refugee_population_in_country',
  title: { en: 'Refugees and others of concern in the country' },
  definition: {
    en: 'Persons of concern in the country at the end of the year, by population and country of origin, as published.',
  },
  clause:
    'International Recommendations on Refugee Statistics (2018); SDG indicator 10.7.4 (refugees by country of origin)',
  needs: ['refugee_population'],
  dimensions: [
    dimension.source,
    { name: 'population_type', label: { en: 'Population' } },
    { name: 'origin', label: { en: 'Country of origin' }, classification: 'country' },
    dimension.timePeriod,
  ],
  values: [publishedValue('persons', 'Persons', 'persons')],
  basis: 'published',
  status: 'final',
  parameters: [allSources],
  steps: personsOfConcernSteps('origin'),
  notes: [
    ...publishedNotes,
    {
      en: 'Populations are not added up: they overlap in time and in kind. The publisher rounds or masks small figures.',
    },
  ],
  sensitivity: NO_PERSON,
});
