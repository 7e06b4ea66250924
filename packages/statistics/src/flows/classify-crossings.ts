import type { Session } from '@leeto/warehouse';
import { classifiedTable } from './classified-table.ts';
import type { GapMode, StartMode } from './classify-person.ts';
import { type CommuterRule, commuterRule } from './find-commuting.ts';
import type { ResidenceRule } from './residence-rule.ts';
import { columnsOf, sortCrossings } from './sort-crossings.ts';
import { DAY_OFFSET, unpackedColumns } from './unpack-columns.ts';
import { walkCrossings } from './walk-crossings.ts';

export interface ClassifyCrossingsOptions {
  /**
   * Table or view with `crossing_no` (bigint, from 0), `person_id`, `crossed_on` (date; null where it is none), `direction` (`arrival`, `departure`).
   * Further columns that are used where they are there: `in_day` (order within a day; otherwise that of the numbers),
   * `is_out_of_order` (the order is contradicted), `in_outage` (an outage may hide a crossing in the spell after this one).
   */
  readonly crossings: string;
  /**
   * Table or view with one row a person: `person_id`, and where known `status` (before the first crossing), `born_on` (of those born in the country),
   * `died_on` (dates), `is_excluded` (diplomats, military, crews).
   */
  readonly persons?: string;
  readonly rule: ResidenceRule;
  /** First day observed and first day not observed, `YYYY-MM-DD`. */
  readonly observedFrom: string;
  readonly observedTo: string;
  /** Consensus where absent: a status that nobody knows is kept out of what depends on it. */
  readonly start?: StartMode;
  /** Midpoint where absent. */
  readonly gaps?: GapMode;
  readonly commuters?: CommuterRule;
  /** Keeps the crossings that were put in, as rows without a number. */
  readonly keepPutIn?: boolean;
  /** Name of the table made; `classified` where absent. */
  readonly into?: string;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What was put in where crossings are missing. */
export interface PutInCounts {
  readonly crossings: number;
  readonly migrantArrivals: number;
  readonly migrantDepartures: number;
}

/**
 * Classifies crossings by outcome: makes the table `classified`, in order of person and day. The database sorts; the rule itself
 * walks the sorted rows once, person by person, in typed arrays.
 */
export async function classifyCrossings(session: Session, options: ClassifyCrossingsOptions): Promise<PutInCounts> {
  const into = options.into ?? 'classified';
  const sorted = `${into}_sorted`;
  const outcome = `${into}_outcome`;
  const putIn = `${into}_put_in`;
  const { observedFrom, observedTo, rule } = options;
  await sortCrossings(session, { ...options, observedFrom, observedTo, into: sorted });
  try {
    await session.run(
      `create or replace table ${putIn} (position integer, day integer, side integer, "first" integer, "second" integer)`,
    );
    const hasPersons = (await columnsOf(session, sorted)).has('info');
    const unpacking = { into, sorted, outcome, putIn, hasPersons, options };
    await makeTable(session, unpacking);
    const counts = await walkCrossings(session, {
      sorted,
      outcome,
      takePiece: (from, until) => takePiece(session, unpacking, { from, until }),
      putIn: options.keepPutIn === true ? putIn : null,
      hasPersons,
      classify: {
        rule,
        commuters: options.commuters ?? commuterRule,
        observedFrom: dayNumber(observedFrom),
        observedTo: dayNumber(observedTo),
        start: options.start ?? 'consensus',
        gaps: options.gaps ?? 'midpoint',
      },
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    });
    if (options.keepPutIn === true) await takePutIn(session, unpacking);
    return counts;
  } finally {
    for (const table of [sorted, outcome, putIn]) await session.run(`drop table if exists ${table}`);
  }
}

interface Unpacking {
  readonly into: string;
  readonly sorted: string;
  readonly outcome: string;
  readonly putIn: string;
  readonly hasPersons: boolean;
  readonly options: ClassifyCrossingsOptions;
}

async function makeTable(session: Session, { into, sorted }: Unpacking): Promise<void> {
  const { rows } = await session.query(`select column_type from (describe ${sorted}) where column_name = 'person_id'`);
  await session.run(classifiedTable(String(rows[0]?.[0] ?? 'varchar'), into));
}

async function takePiece(
  session: Session,
  { into, sorted, outcome, hasPersons, options }: Unpacking,
  piece: { readonly from: number; readonly until: number },
): Promise<void> {
  await session.run(
    `insert into ${into}
    select ${unpackedColumns}
    from (
      select s.crossing_no, s.person_id, s.packed, ${endDay(hasPersons)} as end_day, o."first", o."second"
      from (from ${sorted} where rowid >= $from and rowid < $until) s
      positional join ${outcome} o
    )`,
    { ...named(options), ...piece },
  );
}

async function takePutIn(session: Session, { into, sorted, putIn, hasPersons, options }: Unpacking): Promise<void> {
  await session.run(
    `insert into ${into}
    select ${unpackedColumns}
    from (
      select
        null::bigint as crossing_no,
        s.person_id,
        (o.day + ${DAY_OFFSET}) * 128 + o.side * 65 as packed,
        ${endDay(hasPersons)} as end_day,
        o."first",
        o."second"
      from ${putIn} o
      join ${sorted} s on s.rowid = o.position
    )`,
    named(options),
  );
}

/** The first day not observed of the row's person. */
function endDay(hasPersons: boolean): string {
  const all = `($to::date - date '1970-01-01')::integer + ${DAY_OFFSET}`;
  return hasPersons ? `if(s.info >> 4 > 0, least(${all}, s.info >> 4), ${all})` : all;
}

function named({ rule, observedTo }: ClassifyCrossingsOptions) {
  return { window: rule.window, to: observedTo };
}

/** Days from 1970-01-01 to this day, `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}
