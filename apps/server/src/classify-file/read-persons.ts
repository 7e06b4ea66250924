import { basename } from 'node:path';
import { quoteIdentifier, type Session } from '@leeto/warehouse';
import { type ClassifyProblem, ClassifyRefused } from './classify-problem.ts';
import { type ColumnNames, dateOf, readInto, textOf } from './open-table.ts';

export interface PersonFiles {
  /** `person_id, status`: before the first crossing. */
  readonly initial?: string | undefined;
  /** `person_id` and, where known, `born_on` (of those born in the country), `died_on`, `category`. */
  readonly persons?: string | undefined;
  /** Categories that are not in migration statistics. */
  readonly excluded: readonly string[];
}

/** Persons of the files who have no crossing. */
export interface ReadPersons {
  readonly isGiven: boolean;
  readonly withoutCrossings: number;
}

/** Makes the table `person` of both files, one row a person. Throws ClassifyRefused, with all that is wrong in either. */
export async function readPersons(session: Session, { initial, persons, excluded }: PersonFiles): Promise<ReadPersons> {
  if (initial === undefined && persons === undefined) return { isGiven: false, withoutCrossings: 0 };
  const problems: ClassifyProblem[] = [];
  const parts: string[] = [];
  if (initial !== undefined) {
    const columns = await readInto(session, initial, 'initial_status');
    const file = basename(initial);
    if (need(columns, ['person_id', 'status'], file, problems)) {
      const status = `replace(replace(lower(${textOf(columns, 'status')}), '-', '_'), ' ', '_')`;
      await check(session, problems, {
        file,
        column: 'status',
        value: textOf(columns, 'status'),
        from: 'initial_status',
        where: `${status} is null or ${status} not in ('resident', 'non_resident', 'unknown')`,
        problem: 'is no status',
        remedy: 'Write resident, non_resident or unknown.',
      });
      await check(session, problems, {
        file,
        column: 'person_id',
        value: 'null',
        from: 'initial_status',
        where: `${textOf(columns, 'person_id')} is null`,
        problem: 'is missing',
        remedy: 'Give the id of the person.',
      });
      await check(session, problems, {
        file,
        column: 'person_id',
        value: 'null',
        from: 'initial_status',
        where: `true qualify count(distinct ${status}) over (partition by ${textOf(columns, 'person_id')}) > 1`,
        problem: 'stands more than once, with more than one status',
        remedy: 'Give each person one status.',
      });
      parts.push(
        `select ${textOf(columns, 'person_id')} as id, nullif(${status}, 'unknown') as status, null::date as born_on, null::date as died_on, false as is_excluded from initial_status`,
      );
    }
  }
  if (persons !== undefined) {
    const columns = await readInto(session, persons, 'person_fact');
    const file = basename(persons);
    if (need(columns, ['person_id'], file, problems)) {
      for (const column of ['born_on', 'died_on'])
        await check(session, problems, {
          file,
          column,
          value: textOf(columns, column),
          from: 'person_fact',
          where: `${textOf(columns, column)} is not null and ${dateOf(columns, column)} is null`,
          problem: 'is no date that there is',
          remedy: 'Write days as 2024-02-29.',
        });
      await session.run('create table excluded_category (category varchar)');
      await session.append('excluded_category', [{ type: 'varchar', values: [...excluded] }], excluded.length);
      parts.push(
        `select ${textOf(columns, 'person_id')}, null, ${dateOf(columns, 'born_on')}, ${dateOf(columns, 'died_on')}, coalesce(lower(${textOf(columns, 'category')}) in (select lower(category) from excluded_category), false) from person_fact`,
      );
    }
  }
  if (problems.length > 0) throw new ClassifyRefused(problems);
  const { rows: types } = await session.query(
    "select column_type from (describe crossing) where column_name = 'person_id'",
  );
  await session.run(`create table person as
    select try_cast(id as ${String(types[0]?.[0] ?? 'varchar')}) as person_id, max(status) as status, min(born_on) as born_on, min(died_on) as died_on, bool_or(is_excluded) as is_excluded
    from (${parts.join(' union all ')})
    where id is not null
    group by 1`);
  const { rows } = await session.query('select count(*) from person anti join crossing using (person_id)');
  return { isGiven: true, withoutCrossings: Number(rows[0]?.[0] ?? 0) };
}

function need(columns: ColumnNames, names: readonly string[], file: string, problems: ClassifyProblem[]): boolean {
  const missing = names.filter((name) => !columns.has(name));
  for (const column of missing)
    problems.push({
      file,
      row: null,
      column,
      value: null,
      problem: `is not there; there are ${[...columns.values()].map(({ name }) => quoteIdentifier(name)).join(', ')}`,
      remedy: `Give the columns ${names.join(', ')}.`,
    });
  return missing.length === 0;
}

interface Check {
  readonly file: string;
  readonly column: string;
  readonly value: string;
  readonly from: string;
  readonly where: string;
  readonly problem: string;
  readonly remedy: string;
}

async function check(session: Session, problems: ClassifyProblem[], rule: Check): Promise<void> {
  const { file, column, problem, remedy } = rule;
  const { rows } = await session.query(
    `select row_no, ${rule.value} from ${rule.from} where ${rule.where} order by row_no limit 50`,
  );
  for (const [row, value] of rows)
    problems.push({
      file,
      row: Number(row) + 2,
      column,
      value: value === null ? null : String(value),
      problem,
      remedy,
    });
}
