import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { PROTECTED } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';

/** Asylum cases lodged in a year, by present status and citizenship. */
export const asylumCases = defineMeasure({
  id: 'asylum_cases',
  title: { en: 'Asylum cases by status and citizenship' },
  definition: {
    en: 'Cases in the register of the refugee authority, by year of application, present status and country of citizenship, with the persons in them (a case without a stated number of persons counts as one).',
  },
  clause:
    'International Recommendations on Refugee Statistics (2018); UN 1998 Recommendations Rev.1, humanitarian admission',
  needs: ['asylum_case'],
  dimensions: [{ name: 'status', label: { en: 'Status' } }, dimension.citizenship, dimension.year],
  values: [
    { ...countOf('cases', 'Cases', 'cases'), of: 'persons' },
    countOf('persons', 'Persons in the cases', 'persons'),
  ],
  basis: 'microdata',
  status: 'final',
  steps: [
    {
      name: 'facts',
      describe: 'Cases lodged in the period.',
      sql: `select
  record_id,
  delivery_id,
  source_sheet,
  source_row,
  coalesce(status, '_U') as status,
  coalesce(nationality, '_U') as citizenship,
  coalesce(strftime(applied_on, '%Y'), '_U') as year,
  coalesce(persons_in_case, 1) as persons_in_case,
  strftime(applied_on, '%Y-%m') as period
from asylum_case_rows
where ${inPeriod('applied_on')}`,
    },
    ...cubeSteps({
      dimensions: ['status', 'citizenship', 'year'],
      apart: ['year'],
      values: { cases: 'count(*)', persons: 'sum(persons_in_case)' },
    }),
  ],
  notes: [],
  sensitivity: PROTECTED,
});
