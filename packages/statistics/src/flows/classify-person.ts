import { type CommuterRule, findCommuting } from './find-commuting.ts';
import {
  type History,
  NEVER,
  NO,
  NON_RESIDENT,
  newHistory,
  newOutcomes,
  type Outcomes,
  RESIDENT,
  UNKNOWN,
} from './history.ts';
import { mendGaps, type RecordedCrossings } from './mend-gaps.ts';
import { mergeStarts } from './merge-starts.ts';
import type { ResidenceRule } from './residence-rule.ts';
import { countInsideDays } from './resolve-crossing.ts';
import { newWorkspace, type Workspace, walkHistory } from './walk-history.ts';

/** How a status before the first crossing that nobody knows is dealt with. */
export type StartMode = 'given' | 'consensus' | 're-anchor';
/** What becomes of somebody of whom a crossing is missing. */
export type GapMode = 'midpoint' | 'reject';

/** By what a person is classified. Days are counted from 1970-01-01. */
export interface ClassifyOptions {
  readonly rule: ResidenceRule;
  readonly commuters: CommuterRule;
  readonly observedFrom: number;
  /** The first day not observed. */
  readonly observedTo: number;
  readonly start: StartMode;
  readonly gaps: GapMode;
}

/** What is known of a person beside the crossings. */
export interface PersonFacts {
  /** Status before the first crossing as given from outside; unknown where it was not. */
  readonly start: number;
  /** Born in the country, while it was observed. */
  readonly isBornHere: boolean;
  /** The day of death; `NEVER` where there is none. */
  readonly diedOn: number;
  /** Not in migration statistics: diplomats, military, crews. */
  readonly isExcluded: boolean;
}

/** What a recorded crossing can be, beside departure (0) and arrival (1). */
export const crossingKinds = {
  departure: 0,
  arrival: 1,
  notObserved: 2,
  noDirection: 3,
  noDate: 4,
  noPerson: 5,
} as const;

/** One person as classified; arrays are used again for the next one. */
export interface ClassifiedPerson {
  readonly recorded: RecordedCrossings;
  readonly history: History;
  readonly outcomes: Outcomes;
  /** Days in the country within the window, per crossing of the history. */
  readonly inside: Int32Array;
  readonly commuting: Uint8Array;
  /** The first day not observed of this person. */
  end: number;
  /** The day from which on the history rests on what was not recorded; crossings whose window reaches it are imputed. */
  unsureFrom: number;
  /** Code of the error for which the person was rejected; 0 where not. */
  rejected: number;
}

/** Space for one person's crossings, and what classifies them. */
export interface PersonClassifier {
  readonly person: ClassifiedPerson;
  /** Classifies what stands in `person.recorded`. `outageFrom`: the first spell in which a port's outage may hide a crossing. */
  readonly classify: (facts: PersonFacts, marks: { readonly outOfOrder: boolean; readonly outageFrom: number }) => void;
}

/** Makes a classifier for people of up to so many recorded crossings; a gap is mended in each of them at most. */
export function makePersonClassifier(options: ClassifyOptions, capacity: number): PersonClassifier {
  const most = 2 * capacity;
  const person: ClassifiedPerson = {
    recorded: { size: 0, day: new Int32Array(capacity), kind: new Uint8Array(capacity) },
    history: newHistory(most),
    outcomes: newOutcomes(most),
    inside: new Int32Array(most),
    commuting: new Uint8Array(most),
    end: 0,
    unsureFrom: NEVER,
    rejected: 0,
  };
  const other = newOutcomes(most);
  const workspace = newWorkspace(most, options.rule);

  function classify(facts: PersonFacts, marks: { readonly outOfOrder: boolean; readonly outageFrom: number }): void {
    const { recorded, history } = person;
    person.end = Math.min(options.observedTo, facts.diedOn);
    const worst = leaveOutUnusable(recorded, facts.diedOn);
    const added = mendGaps(recorded, history);
    person.rejected = 0;
    if (options.gaps === 'reject') {
      person.rejected = worst > 0 ? worst : marks.outOfOrder ? 1 : added > 0 ? 2 : 0;
    }
    // Who is rejected has no values that could rest on anything put in.
    if (person.rejected > 0) person.unsureFrom = NEVER;
    else person.unsureFrom = worst > 0 ? -NEVER : Math.min(firstGap(history), marks.outageFrom);
    const start = startOf(history, facts, options, worst === 0);
    if (facts.isExcluded || person.rejected > 0) standStill(person, facts.isExcluded ? UNKNOWN : start);
    else walk({ person, other, workspace }, start, options);
    countInsideDays(history, options.rule.window, person.end, person.inside);
    findCommuting(history, options.commuters, person.end, person.commuting);
  }

  return { person, classify };
}

/** Leaves out what comes after the death; returns the code of the first error that makes the history unsure, or 0. */
function leaveOutUnusable(recorded: RecordedCrossings, diedOn: number): number {
  let worst = 0;
  for (let index = 0; index < recorded.size; index += 1) {
    const kind = recorded.kind[index] as number;
    if (kind <= crossingKinds.arrival && (recorded.day[index] as number) > diedOn)
      recorded.kind[index] = crossingKinds.notObserved;
    else if (worst === 0 && (kind === crossingKinds.noDirection || kind === crossingKinds.noDate)) worst = kind;
  }
  return worst;
}

function firstGap({ row, day, size }: History): number {
  for (let index = 0; index < size; index += 1) if (row[index] === -1) return day[index - 1] as number;
  return NEVER;
}

/**
 * Status before the first crossing: as given; of a child born in the country, the side it must have been on; of anybody, the side on
 * which the whole threshold was spent since observation began. Unknown otherwise.
 */
function startOf({ day, side, size }: History, facts: PersonFacts, options: ClassifyOptions, isWhole: boolean): number {
  if (facts.start !== UNKNOWN || size === 0) return facts.start;
  const sideLeft = side[0] === 1 ? NON_RESIDENT : RESIDENT;
  if (facts.isBornHere) return sideLeft;
  if (isWhole && (day[0] as number) - options.observedFrom >= options.rule.threshold) return sideLeft;
  return UNKNOWN;
}

function walk(
  { person, other, workspace }: { person: ClassifiedPerson; other: Outcomes; workspace: Workspace },
  start: number,
  { rule, start: mode }: ClassifyOptions,
): void {
  const { history, outcomes, end } = person;
  if (start !== UNKNOWN || mode !== 'consensus') {
    walkHistory(history, { rule, end, start, reanchors: mode === 're-anchor' }, outcomes, workspace);
    return;
  }
  walkHistory(history, { rule, end, start: NON_RESIDENT, reanchors: false }, outcomes, workspace);
  const walked = walkHistory(
    history,
    { rule, end, start: RESIDENT, reanchors: false, other: outcomes },
    other,
    workspace,
  );
  mergeStarts(outcomes, other, walked);
}

/** Who is rejected or left out does not migrate: the status stays as it was given, final at each crossing. */
function standStill({ history, outcomes }: ClassifiedPerson, status: number): void {
  for (let index = 0; index < history.size; index += 1) {
    const on = history.day[index] as number;
    outcomes.before[index] = outcomes.after[index] = status;
    outcomes.beforeOn[index] = outcomes.afterOn[index] = status === UNKNOWN ? NEVER : on;
    outcomes.migration[index] = NO;
    outcomes.migrationOn[index] = on;
  }
}
