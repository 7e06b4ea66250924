import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { PROTECTED } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';

/** Asylum decisions taken in a year. */
export const asylumDecisions = defineMeasure({
  id: 'asylum_decisions',
  title: { en: 'Asylum decisions by outcome and citizenship' },
  definition: {
    en: 'Decisions on asylum cases in the register of the refugee authority, by year of decision, outcome and country of citizenship. Cases still pending are not in it.',
  },
  clause: 'International Recommendations on Refugee Statistics (2018)',
  needs: ['asylum_case'],
  dimensions: [{ name: 'decision', label: { en: 'Decision' } }, dimension.citizenship, dimension.year],
  values: [
    { ...countOf('decisions', 'Decisions', 'cases'), of: 'persons' },
    countOf('persons', 'Persons in the cases', 'persons'),
  ],
  basis: 'microdata',
  status: 'final',
  steps: [
    {
      name: 'facts',
      describe: 'Cases decided in the period.',
      sql: `select
  record_id,
  delivery_id,
  source_sheet,
  source_row,
  coalesce(decision, '_U') as decision,
  coalesce(nationality, '_U') as citizenship,
  strftime(decided_on, '%Y') as year,
  coalesce(persons_in_case, 1) as persons_in_case,
  strftime(decided_on, '%Y-%m') as period
from asylum_case_rows
where decided_on is not null
  and decision is distinct from 'pending'
  and ${inPeriod('decided_on')}`,
    },
    ...cubeSteps({
      dimensions: ['decision', 'citizenship', 'year'],
      apart: ['year'],
      values: { decisions: 'count(*)', persons: 'sum(persons_in_case)' },
    }),
  ],
  notes: [],
  sensitivity: PROTECTED,
});
