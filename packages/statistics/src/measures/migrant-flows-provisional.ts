import { countOf, dimension } from '../dimensions.ts';
import { estimateSteps } from '../estimates/estimate-flows.ts';
import { estimateDefaults } from '../estimates/estimate-options.ts';
import { defineMeasure, type MeasureStep } from '../measure.ts';
import { residenceNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import { ageAt, residenceFlowSteps, residenceParameters, residenceUses } from '../steps/residence-flows.ts';

/** Steps that are read many times over. */
const kept: ReadonlySet<string> = new Set(['flow_looks', 'flow_counts', 'flow_cells']);

const columns = {
  classified: 'flow_input',
  traits: ['purpose', 'citizenship', 'age_band', 'sex'],
  withoutCommuters: true,
};

const steps: readonly MeasureStep[] = [
  ...residenceFlowSteps,
  {
    name: 'flow_input',
    describe: 'Classified movements with the traits by which their outcome is told: purpose, citizenship, age, sex.',
    sql: `select
  c.*,
  m.purpose,
  m.nationality as citizenship,
  m.sex,
  ${ageAt('m.date_of_birth', 'c.crossed_on')} // 20 as age_band
from residence_outcomes c
left join residence_crossings r on r.crossing_no = c.crossing_no
left join border_movement_rows m on m.record_id = r.record_id`,
  },
  {
    name: 'flow_today',
    describe: 'The first day not observed: the one after the last movement.',
    sql: "select coalesce(max(crossed_on), '2000-01-01'::date) + 1 as day from residence_crossings",
  },
  ...estimateSteps(columns).map((step) => (kept.has(step.name) ? { ...step, isKept: true } : step)),
  {
    name: 'facts',
    describe: 'Movements of the period that were migrations, or may still turn out to be.',
    sql: `select *
from residence_flows
where migration <> 'no' and not commuter and ${inPeriod('crossed_on')}`,
  },
  {
    name: 'table_rows',
    describe: 'The estimates of the months of the period.',
    sql: `select
  strftime(month, '%Y-%m') as month,
  series as direction,
  n_known as known,
  n_unknown as provisional,
  round(estimate)::bigint as migrants,
  floor(low) as low,
  ceil(high) as high,
  is_final::integer as is_final
from flow_estimates
where series <> 'net'
  and (strftime(month, '%Y-%m'), series) in (select (month, direction) from facts)
order by all`,
  },
];

/** Migrant arrivals and departures with what is expected of crossings whose outcome is open. */
export const migrantFlowsProvisional = defineMeasure({
  id: 'migrant_flows_provisional',
  title: { en: 'Migrant arrivals and departures by month, provisional months estimated' },
  definition: {
    en: 'Migrant arrivals and departures by outcome. Crossings whose outcome is still open count with their probability of turning out to be migrations, learnt from finalised crossings that looked alike when as much of them had been observed; the interval holds the final figure in 95 of 100 cases.',
  },
  clause:
    'UN 1998 Recommendations Rev.1, long-term migrant, by the outcomes-based 12/16-month rule; provisional estimates as of Stats NZ and ABS (net overseas migration)',
  needs: ['border_movement'],
  uses: residenceUses,
  dimensions: [dimension.month, dimension.direction],
  values: [
    { ...countOf('migrants', 'Migrants, estimated where provisional', 'persons'), additive: false },
    countOf('known', 'Migrants known', 'persons'),
    countOf('provisional', 'Crossings whose outcome is open', 'movements'),
    {
      name: 'low',
      label: { en: 'Lower end of the interval' },
      unit: 'persons',
      kind: 'rate',
      of: 'migrants',
      alsoOf: ['known'],
      decimals: 0,
    },
    {
      name: 'high',
      label: { en: 'Upper end of the interval' },
      unit: 'persons',
      kind: 'rate',
      of: 'migrants',
      alsoOf: ['known'],
      decimals: 0,
    },
    {
      name: 'is_final',
      label: { en: 'Final (1) or provisional (0)' },
      unit: '',
      kind: 'indicator',
      of: 'migrants',
      decimals: 0,
    },
  ],
  basis: 'microdata',
  status: 'provisional',
  residenceRule: '12m',
  parameters: [
    ...residenceParameters,
    {
      name: 'shrinkage',
      describe: 'Crossings that a broader group is worth against those of a cell.',
      default: estimateDefaults.shrinkage,
    },
    { name: 'training_months', describe: 'Finalised months that teach.', default: estimateDefaults.trainingMonths },
  ],
  steps,
  notes: [
    {
      en: 'Months that are not final are revised with each edition until sixteen months have passed; the band about them is meant to hold the final figure in 95 of 100 cases.',
    },
    ...residenceNotes,
  ],
  sensitivity: NORMAL,
});
