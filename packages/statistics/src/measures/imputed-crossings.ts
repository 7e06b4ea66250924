import { cubeSteps, percent } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { residenceNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import { residenceFlowSteps, residenceParameters, residenceUses } from '../steps/residence-flows.ts';

const missing = 'count(*) filter (after_gap)';

/** How much of the flows rests on crossings that were not recorded, by the port and month in which that came to light. */
export const imputedCrossings = defineMeasure({
  id: 'imputed_crossings',
  title: { en: 'Missing crossings put in, by port and month' },
  definition: {
    en: 'Recorded crossings of persons who can be followed, and how many of them came after one that is missing: the person was last seen going the same way. For migration flows the missing crossing is put in at the middle of the gap. The rate is the missing crossings per hundred recorded and missing ones, by the port and month of the crossing that shows the gap.',
  },
  clause:
    'Outcomes-based measurement of migration: imputation of missing movements at the midpoint, with a published rate',
  needs: ['border_movement'],
  uses: residenceUses,
  dimensions: [dimension.port, dimension.month],
  values: [
    { ...countOf('crossings', 'Recorded crossings', 'movements'), of: 'persons' },
    countOf('put_in', 'Missing crossings put in', 'movements'),
    {
      name: 'imputation_rate',
      label: { en: 'Imputation rate' },
      unit: '%',
      kind: 'rate',
      of: 'put_in',
      alsoOf: ['crossings'],
      decimals: 1,
    },
    { name: 'persons', label: { en: 'Persons' }, unit: 'persons', kind: 'count', decimals: 0, additive: false },
  ],
  basis: 'microdata',
  status: 'interim',
  residenceRule: '12m',
  parameters: residenceParameters,
  steps: [
    ...residenceFlowSteps,
    {
      name: 'facts',
      describe: 'The classified movements of the period.',
      sql: `select *
from residence_flows
where ${inPeriod('crossed_on')}`,
    },
    ...cubeSteps({
      dimensions: ['port', 'month'],
      values: {
        crossings: 'count(*)',
        put_in: missing,
        imputation_rate: percent(missing, `count(*) + ${missing}`),
        persons: 'count(distinct person_id)',
      },
    }),
  ],
  notes: residenceNotes,
  sensitivity: NORMAL,
});
