import type { Session } from '@leeto/warehouse';
import type { PutInCounts } from './classify-crossings.ts';
import {
  type ClassifyOptions,
  makePersonClassifier,
  type PersonClassifier,
  type PersonFacts,
} from './classify-person.ts';
import { NEVER, UNKNOWN, YES } from './history.ts';
import { firstOf, type PackedOutcomes, packOutcomes, secondOf } from './packed-outcome.ts';
import { DAY_OFFSET } from './unpack-columns.ts';

export interface WalkCrossingsOptions {
  /** Table of sorted crossings, see `sortCrossings`. */
  readonly sorted: string;
  /** Table that takes the outcomes of a piece of them. */
  readonly outcome: string;
  /** Statement that takes the rows from `$from` up to `$until` of the sorted table together with their outcomes, in the same order. */
  readonly takePiece: (from: number, until: number) => Promise<void>;
  /** Table that gets the crossings put in; null where they are not wanted. */
  readonly putIn: string | null;
  readonly hasPersons: boolean;
  readonly classify: ClassifyOptions;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Outcomes are carried back in pieces of so many rows. */
const PIECE = 1 << 19;

const unknownPerson: PersonFacts = { start: UNKNOWN, isBornHere: false, diedOn: NEVER, isExcluded: false };

/** Walks sorted crossings person by person and writes the outcome of each. Nothing of earlier persons is held. */
export async function walkCrossings(session: Session, options: WalkCrossingsOptions): Promise<PutInCounts> {
  const { rows } = await session.query(`select count(*) from ${options.sorted}`);
  const total = Number(rows[0]?.[0] ?? 0);
  const walk = new Walk(options.classify, options.putIn !== null);
  // The first of a person is marked here and not in the sorted rows, which a window function would have to read once more.
  const first = 'if(row_number() over () = 1 or person_id is distinct from lag(person_id) over (), 16, 0)';
  const sql = `select packed + ${first}${options.hasPersons ? ', info' : ''} from ${options.sorted}`;
  let done = 0;
  let carried = 0;
  // A piece is taken into the result by the database while the next one is walked here.
  let taking: Promise<void> = Promise.resolve();
  const carry = async () => {
    await taking;
    const from = carried;
    carried += walk.outcomes.size;
    await appendPiece(session, options, walk);
    taking = options.takePiece(from, carried);
    taking.catch(() => {});
  };
  await session.scan(sql, async ([packed, info], count) => {
    if (packed === undefined) return;
    for (let row = 0; row < count; row += 1)
      walk.take(packed[row] as number, info === undefined ? UNKNOWN : (info[row] as number));
    if (walk.outcomes.size >= PIECE) await carry();
    done += count;
    options.onProgress?.(done, total);
  });
  walk.endPerson();
  await carry();
  await taking;
  return walk.counts;
}

async function appendPiece(session: Session, { outcome, putIn }: WalkCrossingsOptions, walk: Walk): Promise<void> {
  const { outcomes, added } = walk;
  await session.run(`create or replace table ${outcome} ("first" integer, "second" integer)`);
  await session.append(
    outcome,
    [
      { type: 'integer', values: outcomes.first },
      { type: 'integer', values: outcomes.second },
    ],
    outcomes.size,
  );
  outcomes.size = 0;
  if (putIn !== null && added.position.length > 0) {
    const columns = [added.position, added.day, added.side, added.first, added.second];
    await session.append(
      putIn,
      columns.map((values) => ({ type: 'integer', values })),
      added.position.length,
    );
    for (const column of columns) column.length = 0;
  }
}

/** One walk over sorted crossings: the person under way, and the outcomes not yet carried back. */
class Walk {
  readonly outcomes: PackedOutcomes = { size: 0, first: new Int32Array(PIECE * 2), second: new Int32Array(PIECE * 2) };
  readonly added = {
    position: [] as number[],
    day: [] as number[],
    side: [] as number[],
    first: [] as number[],
    second: [] as number[],
  };
  readonly counts = { crossings: 0, migrantArrivals: 0, migrantDepartures: 0 };
  private readonly options: ClassifyOptions;
  private readonly keepsPutIn: boolean;
  private capacity = 1 << 10;
  private classifier: PersonClassifier;
  private held = new Int32Array(1 << 10);
  private size = 0;
  private info = UNKNOWN;
  private position = 0;

  constructor(options: ClassifyOptions, keepsPutIn: boolean) {
    this.options = options;
    this.keepsPutIn = keepsPutIn;
    this.classifier = makePersonClassifier(options, this.capacity);
  }

  /** Takes one sorted row; the first one of a person ends the person before. */
  take(packed: number, info: number): void {
    if ((packed & 16) > 0 && this.size > 0) this.endPerson();
    if (this.size === 0) this.info = info;
    if (this.size === this.capacity) this.grow();
    this.held[this.size] = packed;
    this.size += 1;
  }

  /** Classifies the person under way. */
  endPerson(): void {
    const { person } = this.classifier;
    const { recorded } = person;
    recorded.size = this.size;
    let outOfOrder = false;
    let outageFrom = NEVER;
    for (let row = 0; row < this.size; row += 1) {
      const packed = this.held[row] as number;
      const day = (packed >> 7) - DAY_OFFSET;
      recorded.day[row] = day;
      recorded.kind[row] = packed & 7;
      if ((packed & 8) > 0) outOfOrder = true;
      if ((packed & 32) > 0) outageFrom = Math.min(outageFrom, day);
    }
    this.classifier.classify(factsOf(this.info), { outOfOrder, outageFrom });
    this.makeRoom();
    packOutcomes(person, this.options.rule, this.outcomes);
    if (person.rejected === 0 && person.history.size > 0) this.countPutIn();
    this.position += this.size;
    this.size = 0;
  }

  private countPutIn(): void {
    const { person } = this.classifier;
    const { history, outcomes } = person;
    let row = 0;
    for (let at = 0; at < history.size; at += 1) {
      if (history.row[at] !== -1) {
        row = history.row[at] as number;
        continue;
      }
      this.counts.crossings += 1;
      if (outcomes.migration[at] === YES) {
        if (history.side[at] === 1) this.counts.migrantArrivals += 1;
        else this.counts.migrantDepartures += 1;
      }
      if (!this.keepsPutIn) continue;
      this.added.position.push(this.position + row);
      this.added.day.push(history.day[at] as number);
      this.added.side.push(history.side[at] as number);
      this.added.first.push(firstOf(person, at));
      this.added.second.push(secondOf(person, at, this.options.rule.window));
    }
  }

  private makeRoom(): void {
    const { outcomes } = this;
    const needed = outcomes.size + this.size;
    if (needed <= outcomes.first.length) return;
    for (const column of ['first', 'second'] as const) {
      const longer = new Int32Array(2 * needed);
      longer.set(outcomes[column]);
      outcomes[column] = longer;
    }
  }

  private grow(): void {
    this.capacity *= 4;
    const longer = new Int32Array(this.capacity);
    longer.set(this.held);
    this.held = longer;
    this.classifier = makePersonClassifier(this.options, this.capacity);
  }
}

function factsOf(info: number): PersonFacts {
  if (info === UNKNOWN) return unknownPerson;
  return {
    start: Math.min(info & 3, UNKNOWN),
    isExcluded: (info & 4) > 0,
    isBornHere: (info & 8) > 0,
    diedOn: info >> 4 === 0 ? NEVER : (info >> 4) - DAY_OFFSET,
  };
}
