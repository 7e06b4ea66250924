/** The residence test on which the classified crossings rest: at least `threshold` of the next `window` days. */
export interface ResidenceTest {
  readonly window: number;
  readonly threshold: number;
}

/** How provisional crossings are estimated. All but the first three have defaults. */
export interface EstimateOptions {
  /** Table of classified crossings in the session. */
  readonly classified: string;
  readonly rule: ResidenceTest;
  /** First day not observed, `YYYY-MM-DD`. */
  readonly observedTo: string;
  /**
   * Further columns of `classified`, most telling first: permit or purpose, citizenship group, age band, sex. A cell is one value of
   * each, beside direction, days observed and course so far; a thin cell leans on the one without the last column.
   */
  readonly traits: readonly string[];
  /** Crossings that a broader group is worth against those of the cell itself (k of the empirical Bayes estimate). */
  readonly shrinkage?: number;
  /** How many finalised months teach, counted back from the last one. */
  readonly trainingMonths?: number;
  /** Leaves out commuters, as the headline series does. Absent: they are left out. */
  readonly withoutCommuters?: boolean;
}

/** An option with everything said. */
export type CompleteEstimateOptions = Required<EstimateOptions>;

/** What the steps need to know of the columns. */
export type EstimateColumns = Pick<CompleteEstimateOptions, 'classified' | 'traits' | 'withoutCommuters'>;

export function completeOptions(options: EstimateOptions): CompleteEstimateOptions {
  return { ...estimateDefaults, ...options };
}

export const estimateDefaults = { shrinkage: 20, trainingMonths: 36, withoutCommuters: true } as const;

/** Width of a band of days observed, and the distance between two looks at the past. */
export const bandDays = 30;

/** SQL for the first day not observed: the step `flow_today` has it. */
export const today = '(select day from flow_today)';
