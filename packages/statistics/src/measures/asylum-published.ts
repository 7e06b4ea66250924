import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { publishedFacts, publishedTotals, yearInPeriod } from '../steps/published.ts';
import { eitherSide, otherSide, perspective } from '../steps/two-sided.ts';

/** Asylum applications, decisions and solutions as published, in the country and of its citizens abroad. */
export const asylumPublished = defineMeasure({
  id: 'asylum_published',
  title: { en: 'Asylum applications and decisions, in the country and of its citizens' },
  definition: {
    en: 'Applications, decisions and solutions in the year, as published, over all procedures, levels and kinds of application: those lodged in the country by country of origin (perspective: asylum country), and those of its citizens by country of asylum (perspective: origin).',
  },
  clause: 'International Recommendations on Refugee Statistics (2018)',
  needs: ['asylum_statistic'],
  dimensions: [
    dimension.source,
    { name: 'perspective', label: { en: 'The country as' } },
    { name: 'indicator', label: { en: 'Indicator' } },
    { name: 'partner', label: { en: 'Country of origin or asylum' }, classification: 'country' },
    dimension.year,
  ],
  values: [publishedValue('value', 'Applications, decisions or persons', 'persons')],
  basis: 'published',
  status: 'final',
  steps: [
    ...publishedFacts({
      register: 'asylum_statistic',
      columns: {
        perspective,
        indicator: "coalesce(r.indicator, '_U')",
        partner: otherSide,
        year: 'left(r.time_period, 4)',
        procedure_type: "coalesce(r.procedure_type, '_U')",
        decision_level: "coalesce(r.decision_level, '_U')",
        application_type: "coalesce(r.application_type, '_U')",
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `${eitherSide} and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['indicator', 'year'],
      cell: ['perspective', 'indicator', 'partner', 'year', 'procedure_type', 'decision_level', 'application_type'],
    }),
    ...publishedTotals({
      dimensions: ['source', 'perspective', 'indicator', 'partner', 'year'],
      totals: ['partner'],
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
