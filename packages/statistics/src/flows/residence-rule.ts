/**
 * By how many days of a window a person who crosses has changed residence: at least `threshold` of the `window` days after the
 * crossing on the side that was entered. Days, not months. Outcomes-based measurement of migration (Stats NZ, ABS).
 */
export interface ResidenceRule {
  /** `12/16`, or `threshold/window` in days where the numbers were given. */
  readonly id: string;
  /** Days after the crossing that are looked at. */
  readonly window: number;
  /** Days of them on the side entered that make a migration. */
  readonly threshold: number;
  /** One unbroken stay or absence: every day of the window counts, so that a night on the other side starts the clock again. */
  readonly continuous: boolean;
}

/**
 * The rules that have names. 12/16 is the outcome rule of New Zealand and Australia; 12/12 the unbroken year of the 1998
 * Recommendations; 6m1d the six months and a day of the revised framework. Months other than twelve and sixteen are of thirty days.
 */
export const residenceRules = {
  '12/16': { id: '12/16', window: 487, threshold: 365, continuous: false },
  '12/12': { id: '12/12', window: 365, threshold: 365, continuous: true },
  '9/12': { id: '9/12', window: 365, threshold: 270, continuous: false },
  '6/12': { id: '6/12', window: 365, threshold: 180, continuous: false },
  '6m1d': { id: '6m1d', window: 365, threshold: 183, continuous: false },
} as const satisfies Readonly<Record<string, ResidenceRule>>;

/** Other numbers in place of a named rule's, in days. */
export interface RuleNumbers {
  readonly window?: number | undefined;
  readonly threshold?: number | undefined;
}

/** The rule with this name, or with other numbers where they are given. Throws, saying what is accepted, where neither makes a rule. */
export function getResidenceRule(name = '12/16', numbers: RuleNumbers = {}): ResidenceRule {
  const named = Object.values(residenceRules).find(({ id }) => id === name);
  if (named === undefined) {
    throw new RangeError(
      `There is no residence rule ${name}. There are: ${Object.keys(residenceRules).join(', ')}; or give the window and the threshold in days.`,
    );
  }
  const { window = named.window, threshold = named.threshold } = numbers;
  if (window === named.window && threshold === named.threshold) return named;
  for (const [what, days] of [
    ['window', window],
    ['threshold', threshold],
  ] as const) {
    if (!Number.isSafeInteger(days) || days < 1 || days > 3_660)
      throw new RangeError(`The ${what} must be a whole number of days from 1 to 3660, not ${days}.`);
  }
  if (threshold > window)
    throw new RangeError(
      `The threshold (${threshold} days) cannot be greater than the window (${window} days) that it is counted in.`,
    );
  return { id: `${threshold}/${window}`, window, threshold, continuous: window === threshold };
}
