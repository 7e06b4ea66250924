import type { Session } from '@leeto/warehouse';
import { type CrossingClass, crossingClasses } from './classified-table.ts';

/** Crossings and persons of one class. */
export interface ClassifiedCount {
  readonly class: CrossingClass;
  readonly crossings: number;
  readonly persons: number;
  readonly imputed: number;
}

/** What came out of a classification. */
export interface ClassifiedSummary {
  readonly crossings: number;
  readonly persons: number;
  readonly classes: readonly ClassifiedCount[];
  /** Crossings whose values rest on what was not recorded. */
  readonly imputed: number;
  /** Crossings with a missing one before them. */
  readonly afterGap: number;
  readonly commuters: number;
  /** Crossings by code of error; a person who is rejected has the code on each crossing. */
  readonly errors: Readonly<Record<number, number>>;
  /** Crossings outside the days observed. */
  readonly notObserved: number;
}

/** Counts what stands in a classified table. Rows put in are not counted. */
export async function summariseClassified(session: Session, table = 'classified'): Promise<ClassifiedSummary> {
  const own = `from ${table} where crossing_no is not null`;
  const classes = await session.query(
    `select class::varchar, count(*), count(distinct person_id), count(*) filter (imputed) ${own} group by 1`,
  );
  const errors = await session.query(
    `select error_code, count(*) ${own} and error_code is not null group by 1 order by 1`,
  );
  const all = await session.query(
    `select
      count(*),
      count(distinct person_id),
      count(*) filter (imputed),
      count(*) filter (after_gap),
      count(*) filter (commuter),
      count(*) filter (observed_days = 0 and status_before = 'unknown' and error_code is null)
    ${own}`,
  );
  const [crossings, persons, imputed, afterGap, commuters, notObserved] = (all.rows[0] ?? []).map(Number);
  return {
    crossings: crossings ?? 0,
    persons: persons ?? 0,
    classes: crossingClasses.flatMap((name): ClassifiedCount[] => {
      const row = classes.rows.find(([found]) => found === name);
      if (row === undefined) return [];
      return [{ class: name, crossings: Number(row[1]), persons: Number(row[2]), imputed: Number(row[3]) }];
    }),
    imputed: imputed ?? 0,
    afterGap: afterGap ?? 0,
    commuters: commuters ?? 0,
    errors: Object.fromEntries(errors.rows.map(([code, count]) => [Number(code), Number(count)])),
    notObserved: notObserved ?? 0,
  };
}
