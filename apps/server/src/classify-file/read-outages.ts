import { basename } from 'node:path';
import type { Session } from '@leeto/warehouse';
import { type ClassifyProblem, ClassifyRefused } from './classify-problem.ts';
import { type ColumnNames, dateOf, readInto, textOf } from './open-table.ts';

/**
 * Reads the outages of ports (`port, direction, from_on, to_on`: the first and the last day on which crossings in this direction were not
 * recorded) and makes the table `crossing_marked`: the crossings with `in_outage` where the spell after one may hide a crossing, since
 * the person used that port before or after it. Throws ClassifyRefused.
 */
export async function markOutages(
  session: Session,
  path: string,
  { columns, observedTo }: { readonly columns: ColumnNames; readonly observedTo: string },
): Promise<void> {
  const file = basename(path);
  const own = await readInto(session, path, 'outage_input');
  const wanted = ['port', 'direction', 'from_on', 'to_on'];
  const problems: ClassifyProblem[] = wanted
    .filter((name) => !own.has(name))
    .map((column) => ({
      file,
      row: null,
      column,
      value: null,
      problem: 'is not there',
      remedy: `Give the columns ${wanted.join(', ')}.`,
    }));
  if (!columns.has('port'))
    problems.push({
      file: 'crossings',
      row: null,
      column: 'port',
      value: null,
      problem: 'is not there, and outages are of ports',
      remedy: 'Give the port of each crossing.',
    });
  if (problems.length > 0) throw new ClassifyRefused(problems);
  const [from, to] = [dateOf(own, 'from_on'), dateOf(own, 'to_on')];
  const { rows } = await session.query(
    `select row_no from outage_input where ${from} is null or ${to} is null or ${to} < ${from} or lower(${textOf(own, 'direction')}) not in ('arrival', 'departure') order by row_no limit 50`,
  );
  if (rows.length > 0)
    throw new ClassifyRefused(
      rows.map(([row]) => ({
        file,
        row: Number(row) + 2,
        column: null,
        value: null,
        problem: 'is no outage',
        remedy: 'Write a direction (arrival, departure) and the first and last day, as 2024-02-29.',
      })),
    );
  await session.run(
    `create table crossing_marked as
    with placed as (
      select
        c.*,
        ${textOf(columns, 'port')} as port,
        lead(${textOf(columns, 'port')}) over next as next_port,
        coalesce(lead(c.crossed_on) over next, $observed_to::date) as until
      from crossing c
      join input on input.row_no = c.crossing_no
      window next as (partition by c.person_id order by c.crossed_on${columns.has('crossed_at') ? ', c.in_day' : ''}, c.crossing_no)
    ), outage as (
      select ${textOf(own, 'port')} as port, lower(${textOf(own, 'direction')}) as direction, ${from} as from_on, ${to} as to_on from outage_input
    )
    select
      p.* exclude (port, next_port, until),
      exists (
        select 1 from outage o
        where o.port in (p.port, p.next_port) and o.direction <> p.direction and o.from_on <= p.until and o.to_on >= p.crossed_on
      ) as in_outage
    from placed p`,
    { observed_to: observedTo },
  );
}
