import type { Session } from '@leeto/warehouse';
import { type Histories, purposes } from './make-histories.ts';
import type { Settled } from './settle-histories.ts';

/** Puts histories and what became of them into the table `history`: all crossings with all truth. */
export async function loadHistories(session: Session, histories: Histories, settled: Settled): Promise<void> {
  const integers = {
    person_id: histories.person,
    day: histories.day,
    is_arrival: histories.arrival,
    purpose_no: histories.purpose,
    intends: histories.intends,
    before: settled.before,
    after: settled.after,
    is_migration: settled.migration,
    before_known: settled.beforeKnown,
    after_known: settled.afterKnown,
    migration_known: settled.migrationKnown,
  };
  const names = Object.keys(integers);
  await session.run(`create or replace table history_numbers (${names.map((name) => `${name} integer`).join(', ')})`);
  await session.append(
    'history_numbers',
    Object.values(integers).map((values) => ({ type: 'integer' as const, values })),
    histories.count,
  );
  await session.run(
    `create or replace table history_person (person_id integer, citizenship_group varchar, age_band varchar, sex varchar)`,
  );
  const people = histories.citizenship.length;
  await session.append(
    'history_person',
    [
      { type: 'integer', values: Int32Array.from({ length: people }, (_, index) => index) },
      { type: 'varchar', values: histories.citizenship },
      { type: 'varchar', values: histories.age },
      { type: 'varchar', values: histories.sex },
    ],
    people,
  );
  await session.run(`create or replace table history as
    select
      history_numbers.rowid as crossing_no,
      person_id,
      '1970-01-01'::date + day as crossed_on,
      case is_arrival when 1 then 'arrival' else 'departure' end as direction,
      [${purposes.map((name) => `'${name}'`).join(', ')}][purpose_no + 1] as purpose,
      citizenship_group,
      age_band,
      sex,
      intends,
      before,
      is_migration,
      day,
      before_known,
      migration_known
    from history_numbers
    join history_person using (person_id)`);
  await session.run('drop table history_numbers; drop table history_person');
}

/** Makes `classified`: what the residence test says of the history when the first day not observed is the one given. */
export async function classifyAsOf(session: Session, observedTo: string, window: number): Promise<void> {
  await session.run(
    `create or replace temp table classified as
    select
      crossing_no, person_id, crossed_on, direction, purpose, citizenship_group, age_band, sex,
      case when before_known > today then 'unknown' when before = 1 then 'resident' else 'non_resident' end as status_before,
      case when migration_known > today then 'unknown' when is_migration = 1 then 'yes' else 'no' end as migration,
      case when before_known <= today then '1970-01-01'::date + before_known end as status_before_final_on,
      case when migration_known <= today then '1970-01-01'::date + migration_known end as migration_final_on,
      least(today - day, $window::integer) as observed_days,
      null::integer as error_code,
      false as commuter
    from history, (select $observed_to::date - '1970-01-01'::date as today)
    where day < today`,
    { observed_to: observedTo, window },
  );
}
