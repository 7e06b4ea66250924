import { type ClassifyOptions, makePersonClassifier } from './classify-person.ts';
import { commuterRule } from './find-commuting.ts';
import { NEVER, UNKNOWN } from './history.ts';
import type { ReferenceCrossing, Status } from './reference-rule.fixture.ts';
import { type ResidenceRule, residenceRules } from './residence-rule.ts';

/** One crossing as classified; dates are days since 1970-01-01, or null. */
export interface ClassifiedLine extends ReferenceCrossing {
  readonly before: Status;
  readonly after: Status;
  readonly migration: Status;
  readonly beforeOn: number | null;
  readonly afterOn: number | null;
  readonly migrationOn: number | null;
  readonly inside: number;
  readonly imputed: boolean;
  readonly commuter: boolean;
  /** Put in at the middle of a gap. */
  readonly putIn: boolean;
}

export interface LineOptions extends Partial<ClassifyOptions> {
  readonly initial?: Status;
  readonly rule?: ResidenceRule;
  readonly diedOn?: number;
  readonly isBornHere?: boolean;
  readonly isExcluded?: boolean;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export function dayOf(text: string): number {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
}

/** Reads `A2023-01-10 D2023-07-10`. */
export function crossingsOf(text: string): readonly ReferenceCrossing[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ day: dayOf(word.slice(1)), side: word.startsWith('A') ? 1 : 0 }));
}

/** Classifies one person by what the package does for millions. */
export function classifyLines(
  crossings: readonly ReferenceCrossing[],
  { initial = '?', diedOn = NEVER, isBornHere = false, isExcluded = false, ...options }: LineOptions,
): readonly ClassifiedLine[] {
  const { rule = residenceRules['12/16'] } = options;
  const { person, classify } = makePersonClassifier(
    {
      commuters: commuterRule,
      observedFrom: crossings[0]?.day ?? 0,
      observedTo: NEVER,
      start: 'given',
      gaps: 'midpoint',
      ...options,
      rule,
    },
    Math.max(1, crossings.length),
  );
  const end = options.observedTo ?? NEVER;
  const seen = crossings.filter(({ day }) => day < end);
  person.recorded.size = seen.length;
  for (const [row, { day, side }] of seen.entries()) {
    person.recorded.day[row] = day;
    person.recorded.kind[row] = side;
  }
  classify(
    { start: initial === '?' ? UNKNOWN : initial, isBornHere, diedOn, isExcluded },
    { outOfOrder: false, outageFrom: NEVER },
  );
  const { history, outcomes, inside, commuting, unsureFrom } = person;
  const value = (code: number | undefined): Status => (code === 0 || code === 1 ? code : '?');
  const date = (day: number | undefined) => (day === undefined || day === NEVER ? null : day);
  return Array.from({ length: history.size }, (_, at) => ({
    day: history.day[at] ?? 0,
    side: history.side[at] === 1 ? 1 : 0,
    before: value(outcomes.before[at]),
    after: value(outcomes.after[at]),
    migration: value(outcomes.migration[at]),
    beforeOn: date(outcomes.beforeOn[at]),
    afterOn: date(outcomes.afterOn[at]),
    migrationOn: date(outcomes.migrationOn[at]),
    inside: inside[at] ?? 0,
    imputed: (history.day[at] ?? 0) + rule.window > unsureFrom,
    commuter: commuting[at] === 1,
    putIn: history.row[at] === -1,
  }));
}
