import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { asylumSteps } from '../steps/protection.ts';
import { allSources } from '../steps/published.ts';

/** Asylum applications, decisions and solutions as published, of citizens abroad. */
export const asylumStatisticsOfCitizens = defineMeasure({
  id: 'asylum_statistics_of_citizens',
  title: { en: 'Asylum applications and decisions of citizens abroad' },
  definition: {
    en: 'Applications, decisions and solutions of citizens of the country in the year by country of asylum, as published, over all procedures, levels and kinds of application.',
  },
  clause: 'International Recommendations on Refugee Statistics (2018)',
  needs: ['asylum_statistic'],
  dimensions: [
    dimension.source,
    { name: 'indicator', label: { en: 'Indicator' } },
    { name: 'asylum_country', label: { en: 'Country of asylum' }, classification: 'country' },
    dimension.timePeriod,
  ],
  values: [publishedValue('value', 'Applications, decisions or persons', 'persons')],
  basis: 'published',
  status: 'final',
  parameters: [allSources],
  steps: asylumSteps('asylum_country'),
  notes: [
    ...publishedNotes,
    {
      en: 'An application that is repeated or appealed, and a decision at each level, counts each time; some publishers count cases, not persons. Small figures are masked or rounded by the publisher.',
    },
  ],
  sensitivity: NO_PERSON,
});
