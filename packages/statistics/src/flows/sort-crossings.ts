import type { Session } from '@leeto/warehouse';
import { crossingKinds } from './classify-person.ts';
import { DAY_OFFSET } from './unpack-columns.ts';

export interface SortOptions {
  /** Table or view of the crossings; see `classifyCrossings`. */
  readonly crossings: string;
  /** Table or view of persons; see `classifyCrossings`. */
  readonly persons?: string | undefined;
  /** First day observed and first day not observed, `YYYY-MM-DD`. */
  readonly observedFrom: string;
  readonly observedTo: string;
  /** Name of the table that is made. */
  readonly into: string;
}

/**
 * Makes the table that is walked: crossings by person and day, each in one integer. From the right: what it is (3 bits), whether its order
 * within the day is contradicted, whether it is the person's first, whether a port's outage touches the spell after it, whether
 * it is an arrival (1 each), then the day. With persons, a second integer has what is known of them, see `personBits`.
 */
export async function sortCrossings(session: Session, options: SortOptions): Promise<void> {
  const has = await columnsOf(session, options.crossings);
  const known = options.persons === undefined ? null : await columnsOf(session, options.persons);
  const bit = (column: string, value: number) => (has.has(column) ? `if(c.${column}, ${value}, 0)` : '0');
  const order = ['person_id', 'packed >> 7', ...(has.has('in_day') ? ['in_day'] : []), 'crossing_no'];
  await session.run(
    `create or replace table ${options.into} as
    select crossing_no, person_id, packed${known === null ? '' : ', info'}
    from (
      select
        c.crossing_no,
        c.person_id,
        ${has.has('in_day') ? 'c.in_day,' : ''}
        (coalesce(if(year(c.crossed_on) between 1 and 9999, c.crossed_on - date '1970-01-01', null), 0) + ${DAY_OFFSET})::integer * 128
          + if(c.direction = 'arrival', 64, 0)
          + ${bit('in_outage', 32)}
          + ${bit('is_out_of_order', 8)}
          + case
            when c.person_id is null then ${crossingKinds.noPerson}
            when c.crossed_on is null or year(c.crossed_on) not between 1 and 9999 then ${crossingKinds.noDate}
            when c.direction is null or c.direction not in ('arrival', 'departure') then ${crossingKinds.noDirection}
            when c.crossed_on < $from::date or c.crossed_on >= $to::date then ${crossingKinds.notObserved}
            when c.direction = 'arrival' then ${crossingKinds.arrival}
            else ${crossingKinds.departure}
          end as packed
        ${known === null ? '' : `, ${personBits(known)} as info`}
      from ${options.crossings} c
      ${known === null ? '' : `left join ${options.persons} p on p.person_id = c.person_id`}
    )
    order by ${order.join(', ')}`,
    { from: options.observedFrom, to: options.observedTo },
  );
}

/**
 * What is known of a person, in one integer. From the right: status before the first crossing (2 bits), left out of the statistics, born in the
 * country while it was observed (1 each), then the day of death, 0 where there is none.
 */
function personBits(has: ReadonlySet<string>): string {
  const status = has.has('status') ? "case p.status when 'non_resident' then 0 when 'resident' then 1 else 2 end" : '2';
  const excluded = has.has('is_excluded') ? 'if(p.is_excluded, 4, 0)' : '0';
  const born = has.has('born_on') ? 'if(p.born_on >= $from::date and p.born_on <= c.crossed_on, 8, 0)' : '0';
  const died = has.has('died_on') ? `coalesce((p.died_on - date '1970-01-01') + ${DAY_OFFSET}, 0)::integer * 16` : '0';
  return `${status} + ${excluded} + ${born} + ${died}`;
}

/** Names of the columns of a table or view. */
export async function columnsOf(session: Session, table: string): Promise<ReadonlySet<string>> {
  const { rows } = await session.query(`describe ${table}`);
  return new Set(rows.map(([name]) => String(name)));
}
