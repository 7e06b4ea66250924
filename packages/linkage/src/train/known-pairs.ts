import { setImmediate } from 'node:timers/promises';
import type { TruthLabels } from '../evaluate/truth-labels.ts';
import type { Entries } from '../link-result.ts';
import type { Verdict } from '../persons/person-event.ts';
import type { PairWeights } from '../predict/pair-weights.ts';
import type { PairWork, Task } from '../predict/pair-work.ts';
import { makeEligibleTest } from '../predict/walk-pairs.ts';
import type { RecordSet } from '../records/record-set.ts';
import { addPatterns, makePatternCounter, type Patterns } from './count-patterns.ts';

/** Pairs of entries of which people said what they are. */
export interface KnownPairs {
  /** Whether the answer to a pair is known; the lower entry first. */
  readonly isKnown: (left: number, right: number) => boolean;
  /** Pairs known to be of one person, left and right in turn, left < right. */
  readonly matches: Int32Array;
  /** Pairs labelled as of two persons one by one; of persons that are told record by record, how many such pairs there are is not counted. */
  readonly others: number;
}

export interface PairAnswers {
  readonly labels?: TruthLabels;
  readonly decisions?: readonly { readonly left: number; readonly right: number; readonly verdict: Verdict }[];
}

/** One person of very many records would be heard above all others: of each, this many records teach. */
const RECORDS_A_PERSON = 30;

/**
 * Gathers labels and reviewers' decisions by entry. A pair of which two things are said, and one that could not be linked anyway, is taken
 * for unknown; so is an entry whose records are said to be of several persons. Null where nothing is known.
 */
export function knownPairs(
  records: Pick<RecordSet, 'size'>,
  entries: Entries,
  work: Pick<PairWork, 'eligible' | 'sourceOf' | 'uniqueSources'>,
  { labels, decisions = [] }: PairAnswers,
): KnownPairs | null {
  const isEligible = makeEligibleTest(work as PairWork) ?? (() => true);
  const told = new ToldPairs(entries, isEligible);
  for (const { left, right, verdict } of decisions) {
    if (verdict !== 'unsure') told.add(left, right, verdict === 'same');
  }
  if (labels?.kind === 'pairs') {
    for (let label = 0; label < labels.left.length; label += 1)
      told.add(labels.left[label] as number, labels.right[label] as number, labels.isMatch[label] === 1);
  }
  const persons = labels?.kind === 'persons' ? personsOfEntries(records.size, entries, labels.personOf) : null;
  if (persons !== null) {
    for (const own of entriesByPerson(persons)) {
      const some = own.slice(0, RECORDS_A_PERSON);
      for (const [i, a] of some.entries()) for (const b of some.slice(i + 1)) told.addEntries(a, b, true);
    }
  }
  const pairs = told.settled();
  if (pairs.known.size === 0 && persons === null) return null;
  return {
    matches: pairs.matches,
    others: pairs.known.size - pairs.matches.length / 2,
    isKnown: (left, right) =>
      (persons !== null && (persons[left] as number) >= 0 && (persons[right] as number) >= 0) ||
      (told.has(left) && pairs.known.has(left * entries.count + right)),
  };
}

/**
 * Counts the agreement patterns of known pairs: all those of one person, whether blocking proposes them or not; and, to be taken out of the
 * candidates that the model guesses about, those among the candidates.
 */
export async function countKnown(
  work: PairWork,
  tasks: readonly Task[],
  share: number,
  known: KnownPairs,
  weights: PairWeights,
): Promise<{ readonly matches: Patterns; readonly unknownOf: (candidates: Patterns) => Patterns }> {
  const counter = makePatternCounter(work, weights);
  const answered: Patterns[] = [];
  for (const task of tasks) {
    // A server has its turn between two tasks.
    await setImmediate();
    const { counts, ...patterns } = counter.countWanted(task, share, known.isKnown);
    answered.push({ ...patterns, counts: counts.map((count) => -count / share) });
  }
  return {
    matches: counter.countListed(known.matches),
    unknownOf: (candidates) => {
      const left = addPatterns([candidates, ...answered], candidates.comparisons);
      return { ...left, counts: left.counts.map((count) => Math.max(0, count)) };
    },
  };
}

/** What is said of single pairs of entries. */
class ToldPairs {
  readonly #entries: Entries;
  readonly #isEligible: (a: number, b: number) => boolean;
  readonly #isTold: Uint8Array;
  /** 1 one person, 0 two persons, -1 both were said. */
  readonly #verdicts = new Map<number, -1 | 0 | 1>();

  constructor(entries: Entries, isEligible: (a: number, b: number) => boolean) {
    this.#entries = entries;
    this.#isEligible = isEligible;
    this.#isTold = new Uint8Array(entries.count);
  }

  /** Of two records. */
  add(left: number, right: number, isMatch: boolean): void {
    this.addEntries(this.#entries.entryOf[left] as number, this.#entries.entryOf[right] as number, isMatch);
  }

  addEntries(a: number, b: number, isMatch: boolean): void {
    if (a === b || !this.#isEligible(a, b)) return;
    const key = Math.min(a, b) * this.#entries.count + Math.max(a, b);
    const verdict = isMatch ? 1 : 0;
    const before = this.#verdicts.get(key);
    this.#verdicts.set(key, before === undefined || before === verdict ? verdict : -1);
    this.#isTold[Math.min(a, b)] = 1;
  }

  has(left: number): boolean {
    return this.#isTold[left] === 1;
  }

  settled(): { readonly known: ReadonlySet<number>; readonly matches: Int32Array } {
    const { count } = this.#entries;
    const known = [...this.#verdicts].filter(([, verdict]) => verdict !== -1).sort(([a], [b]) => a - b);
    const matches = known.flatMap(([key, verdict]) => (verdict === 1 ? [Math.floor(key / count), key % count] : []));
    return { known: new Set(known.map(([key]) => key)), matches: Int32Array.from(matches) };
  }
}

/** The person of each entry: -1 where none of its records is labelled, or where they are labelled as several. */
function personsOfEntries(size: number, { count, entryOf }: Entries, personOf: Int32Array): Int32Array {
  const persons = new Int32Array(count).fill(-1);
  const isMixed = new Uint8Array(count);
  for (let record = 0; record < size; record += 1) {
    const person = personOf[record] as number;
    const entry = entryOf[record] as number;
    if (person < 0) continue;
    if (persons[entry] === -1) persons[entry] = person;
    else if (persons[entry] !== person) isMixed[entry] = 1;
  }
  return persons.map((person, entry) => (isMixed[entry] === 1 ? -1 : person));
}

function entriesByPerson(persons: Int32Array): Iterable<readonly number[]> {
  const byPerson = new Map<number, number[]>();
  for (const [entry, person] of persons.entries()) {
    if (person < 0) continue;
    const own = byPerson.get(person);
    if (own === undefined) byPerson.set(person, [entry]);
    else own.push(entry);
  }
  return byPerson.values();
}
