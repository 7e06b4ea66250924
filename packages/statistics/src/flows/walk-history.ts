import { type History, NEVER, NO, type Outcomes, UNKNOWN, YES } from './history.ts';
import type { ResidenceRule } from './residence-rule.ts';
import { resolveCrossing } from './resolve-crossing.ts';

export interface WalkOptions {
  readonly rule: ResidenceRule;
  /** First day not observed. */
  readonly end: number;
  /** Status before the first crossing. */
  readonly start: number;
  /** An unknown status becomes known at a crossing before which `threshold` days were spent on one side. */
  readonly reanchors: boolean;
  /** A walk over the same history from the other start: this one ends where it can no longer differ. */
  readonly other?: Outcomes;
}

/** Reviews under way, per side entered: the days on which the status before them became final, in order. */
interface Reviews {
  readonly since: Int32Array;
  count: number;
  /** The first one that can still settle a way back. */
  head: number;
}

/**
 * The three-valued rule over one person's history: the status before and after each crossing, whether it was a migration, and the
 * day from which each is final. A way back from a crossing that is not decided is no migration where it comes so early that,
 * with the days already spent on the side entered, both cannot be migrations. Outcomes-based measurement of migration (Stats NZ).
 *
 * The days are those of the production package. Its early settlement counts calendar days where the rule counts days on one side:
 * a few ways back are known to be none before their day has come, and have none until then.
 *
 * Returns the number of crossings walked: all of them, unless there is another walk to meet.
 */
export function walkHistory(history: History, options: WalkOptions, outcomes: Outcomes, workspace: Workspace): number {
  const { rule, end, reanchors } = options;
  const { day, side, size } = history;
  const { before, after, migration, beforeOn, afterOn, migrationOn } = outcomes;
  const { early } = workspace;
  const { departures, arrivals } = workspace;
  departures.count = departures.head = arrivals.count = arrivals.head = 0;
  let status = options.start;
  let statusOn = size > 0 ? (day[0] as number) : NEVER;
  let anchor = -1;
  let anchorDays = 0;
  let metUntil = NEVER;

  for (let index = 0; index < size; index += 1) {
    const crossed = day[index] as number;
    const entered = side[index] as number;
    if (anchor >= 0 && side[index - 1] === side[anchor]) anchorDays += crossed - (day[index - 1] as number);
    if (reanchors && status === UNKNOWN && index > 0 && crossed - (day[index - 1] as number) >= rule.threshold) {
      status = side[index - 1] as number;
      statusOn = crossed;
      anchor = -1;
    }
    before[index] = status;
    if (status === UNKNOWN) {
      const isReturn = anchor >= 0 && entered !== side[anchor] && anchorDays < early.entered;
      beforeOn[index] = afterOn[index] = NEVER;
      after[index] = UNKNOWN;
      migration[index] = isReturn ? NO : UNKNOWN;
      migrationOn[index] = isReturn ? settledOn(entered === 1 ? departures : arrivals, crossed, early.days) : NEVER;
      continue;
    }
    statusOn = Math.max(statusOn, crossed);
    beforeOn[index] = statusOn;
    if (options.other !== undefined) {
      // Where both walks are in one status, final on one day, only reviews begun before can still tell them apart.
      const hasMet = options.other.before[index] === status && options.other.beforeOn[index] === statusOn;
      if (!hasMet) metUntil = NEVER;
      else if (metUntil === NEVER) metUntil = statusOn + Math.max(0, early.days);
      else if (crossed >= metUntil) return index;
    }
    if (status === entered) {
      migration[index] = NO;
      migrationOn[index] = Math.min(statusOn, settledOn(entered === 1 ? departures : arrivals, crossed, early.days));
    } else {
      const resolved = resolveCrossing(history, index, rule, end);
      const settled = settledOn(entered === 1 ? departures : arrivals, crossed, early.days);
      const own = entered === 1 ? arrivals : departures;
      own.since[own.count] = statusOn;
      own.count += 1;
      if (resolved === NEVER) {
        migration[index] = UNKNOWN;
        migrationOn[index] = NEVER;
        anchor = index;
        anchorDays = 0;
        status = UNKNOWN;
      } else {
        statusOn = Math.max(resolved >> 1, statusOn);
        const isMigration = (resolved & 1) === 1;
        if (isMigration) status = entered;
        migration[index] = isMigration ? YES : NO;
        migrationOn[index] = isMigration ? statusOn : Math.min(statusOn, settled);
      }
    }
    after[index] = status;
    afterOn[index] = status === UNKNOWN ? NEVER : statusOn;
  }
  return size;
}

/** Arrays that a walk needs for itself. */
export interface Workspace {
  readonly departures: Reviews;
  readonly arrivals: Reviews;
  readonly early: { readonly entered: number; readonly days: number };
}

/** Arrays for walks by a rule over up to so many crossings. */
export function newWorkspace(capacity: number, rule: ResidenceRule): Workspace {
  const reviews = () => ({ since: new Int32Array(capacity), count: 0, head: 0 });
  return { departures: reviews(), arrivals: reviews(), early: earlySettlement(rule) };
}

/**
 * How early a way back has to be for it to be none of a migration: fewer days than these spent on the side entered; or, as the
 * production package has it, fewer calendar days than these after the status became final. The second is cut where it would
 * settle what the first leaves open; for 12/16 it is its 244 days.
 */
function earlySettlement({ window, threshold }: ResidenceRule): { readonly entered: number; readonly days: number } {
  const entered = 2 * threshold - window;
  return { entered, days: Math.min(2 * (window - threshold), entered + 1) };
}

/** The day on which the first review that can settle a way back on this day does so; `NEVER` where none can. */
function settledOn(reviews: Reviews, crossed: number, days: number): number {
  if (reviews.count === 0) return NEVER;
  while (reviews.head < reviews.count && (reviews.since[reviews.head] as number) + days <= crossed) reviews.head += 1;
  return reviews.head < reviews.count ? Math.max(crossed, reviews.since[reviews.head] as number) : NEVER;
}
