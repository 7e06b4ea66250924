import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { residenceNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import { residenceFlowSteps, residenceParameters, residenceUses } from '../steps/residence-flows.ts';

const migration = "migration = 'yes'";

// As long as the threshold has not passed since a month, nobody of that month can be known to have migrated: no figure, not zero.
const whereDecided = (condition: string) =>
  `case when max(observed_days) >= $threshold then count(*) filter (${condition}) end`;

/** Migrant arrivals and departures by what people did after they crossed. */
export const migrantFlowsByMonth = defineMeasure({
  id: 'migrant_flows_by_month',
  title: { en: 'Migrant arrivals and departures by month' },
  definition: {
    en: 'Crossings by which a person changed the country of usual residence: a non-resident who arrives and spends at least 365 of the next 487 days in the country, a resident who departs and spends as many of them outside. Commuters, who return at least weekly or are home for at most a week at a time, are not migrants in the headline series; the plain series beside it counts them. Crossings of the last sixteen months whose outcome is still open are counted apart.',
  },
  clause:
    'UN 1998 Recommendations Rev.1, long-term migrant (change of country of usual residence), by the outcomes-based 12/16-month rule; commuters as in the UN framework 2021/2025 (temporary mobility)',
  needs: ['border_movement'],
  uses: residenceUses,
  dimensions: [dimension.month, dimension.direction],
  values: [
    countOf('migrants', 'Migrants', 'persons'),
    countOf('migrants_and_commuters', 'Migrants, commuters not left out', 'persons'),
    countOf('imputed', 'Migrants whose outcome rests on a crossing put in', 'persons'),
    countOf('unresolved', 'Crossings whose outcome is open', 'movements'),
  ],
  basis: 'microdata',
  status: 'interim',
  residenceRule: '12m',
  parameters: residenceParameters,
  steps: [
    ...residenceFlowSteps,
    {
      name: 'facts',
      describe: 'Movements of the period that were migrations, or may still turn out to be.',
      sql: `select *
from residence_flows
where migration <> 'no' and ${inPeriod('crossed_on')}`,
    },
    ...cubeSteps({
      dimensions: ['month', 'direction'],
      values: {
        migrants: whereDecided(`${migration} and not commuter`),
        migrants_and_commuters: whereDecided(migration),
        imputed: whereDecided(`${migration} and not commuter and imputed`),
        unresolved: "count(*) filter (migration = 'unknown')",
      },
    }),
  ],
  notes: residenceNotes,
  sensitivity: NORMAL,
});
