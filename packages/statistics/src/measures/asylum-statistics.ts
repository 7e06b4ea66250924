import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { asylumSteps } from '../steps/protection.ts';
import { allSources } from '../steps/published.ts';

/** Asylum applications, decisions and solutions as published, in the country. */
export const asylumStatistics = defineMeasure({
  id: 'asylum_statistics',
  title: { en: 'Asylum applications and decisions in the country' },
  definition: {
    en: 'Applications, decisions and solutions in the country in the year by country of origin, as published, over all procedures, levels and kinds of application.',
  },
  clause: 'International Recommendations on Refugee Statistics (2018)',
  needs: ['asylum_statistic'],
  dimensions: [
    dimension.source,
    { name: 'indicator', label: { en: 'Indicator' } },
    { name: 'origin', label: { en: 'Country of origin' }, classification: 'country' },
    dimension.timePeriod,
  ],
  values: [publishedValue('value', 'Applications, decisions or persons', 'persons')],
  basis: 'published',
  status: 'final',
  parameters: [allSources],
  steps: asylumSteps('origin'),
  notes: [
    ...publishedNotes,
    {
      en: 'An application that is repeated or appealed, and a decision at each level, counts each time; some publishers count cases, not persons. Small figures are masked or rounded by the publisher.',
    },
  ],
  sensitivity: NO_PERSON,
});
