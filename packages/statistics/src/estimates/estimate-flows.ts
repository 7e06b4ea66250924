import type { PipelineStep, Session } from '@leeto/warehouse';
import { cellSteps } from './cell-steps.ts';
import { completeOptions, type EstimateColumns, type EstimateOptions } from './estimate-options.ts';
import { intervalSteps } from './interval-steps.ts';
import { lookSteps } from './look-steps.ts';

export const flowSeries = ['arrival', 'departure', 'net'] as const;
/** Migrant arrivals, migrant departures, and arrivals less departures. */
export type FlowSeries = (typeof flowSeries)[number];

/** A series in a month, as estimated today. */
export interface FlowEstimate {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly series: FlowSeries;
  /** Migrations that are known (of a net figure: in both directions). */
  readonly known: number;
  /** Crossings that are provisional. */
  readonly unknown: number;
  /** Every crossing of the month has been observed for the whole window. */
  readonly isFinal: boolean;
  readonly estimate: number;
  /** 95 % interval for the figure that will be final. */
  readonly low: number;
  readonly high: number;
  /** Standard error by chance and by thin cells, and by what months differ by. */
  readonly samplingError: number;
  readonly driftError: number;
}

/** All steps from the classified crossings and `flow_today` (its `day` is the first not observed) to `flow_estimates`. */
export function estimateSteps(options: EstimateColumns): readonly PipelineStep[] {
  return [...lookSteps(options), ...cellSteps(options), ...intervalSteps()];
}

const observedTo: PipelineStep = {
  name: 'flow_today',
  describe: 'The first day not observed.',
  sql: 'select $observed_to::date as day',
};

/**
 * Estimates migrant arrivals, departures and net migration by month from the classified crossings in the session. Its steps stay
 * there as temporary tables (`flow_…`), for the bootstrap and for whoever wants to see how a figure came about.
 */
export async function estimateFlows(session: Session, given: EstimateOptions): Promise<readonly FlowEstimate[]> {
  const options = completeOptions(given);
  const parameters = {
    observed_to: options.observedTo,
    window: options.rule.window,
    threshold: options.rule.threshold,
    shrinkage: options.shrinkage,
    training_months: options.trainingMonths,
  };
  for (const { name, sql } of [observedTo, ...estimateSteps(options)]) {
    await session.run(`create or replace temp table ${name} as ${sql}`, parameters);
  }
  const { rows } = await session.query(`select
    strftime(month, '%Y-%m'), series, is_final, n_known, n_unknown, estimate, low, high, sampling_error, drift_error
    from flow_estimates
    order by month, series`);
  return rows.map(([month, series, isFinal, ...numbers]) => {
    const [known = 0, unknown = 0, estimate = 0, low = 0, high = 0, samplingError = 0, driftError = 0] =
      numbers.map(Number);
    const name = flowSeries.find((one) => one === series) ?? 'net';
    return {
      month: String(month),
      series: name,
      known,
      unknown,
      isFinal: isFinal === true,
      estimate,
      low,
      high,
      samplingError,
      driftError,
    };
  });
}
