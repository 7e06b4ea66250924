import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { allSources, publishedFacts, publishedTotals, yearInPeriod } from '../steps/published.ts';

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
  steps: [
    ...publishedFacts({
      register: 'asylum_statistic',
      columns: {
        indicator: "coalesce(r.indicator, '_U')",
        asylum_country: "coalesce(r.asylum_country, '_U')",
        time_period: 'left(r.time_period, 4)',
        procedure_type: "coalesce(r.procedure_type, '_U')",
        decision_level: "coalesce(r.decision_level, '_U')",
        application_type: "coalesce(r.application_type, '_U')",
        is_in_cases: "(coalesce(r.counted_unit, 'P') = 'C')",
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `r.origin = $country and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['indicator', 'time_period'],
      // Where one row is told in persons and in cases, these are the same applications.
      prefer: 'is_in_cases',
      cell: ['indicator', 'asylum_country', 'time_period', 'procedure_type', 'decision_level', 'application_type'],
    }),
    ...publishedTotals({
      dimensions: ['source', 'indicator', 'asylum_country', 'time_period'],
      totals: ['asylum_country'],
      value: 'value',
    }),
  ],
  notes: [
    ...publishedNotes,
    {
      en: 'An application that is repeated or appealed, and a decision at each level, counts each time; some publishers count cases, not persons. Small figures are masked or rounded by the publisher.',
    },
  ],
  sensitivity: NO_PERSON,
});
