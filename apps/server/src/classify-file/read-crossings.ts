import { basename } from 'node:path';
import { quoteIdentifier, type Session } from '@leeto/warehouse';
import { type ClassifyProblem, ClassifyRefused } from './classify-problem.ts';
import { type ColumnNames, dateOf, readInto, textOf } from './open-table.ts';

/** Directions as files have them. */
const directions: Readonly<Record<string, 'arrival' | 'departure'>> = {
  ...{ arrival: 'arrival', a: 'arrival', '1': 'arrival', in: 'arrival', entry: 'arrival' },
  ...{ departure: 'departure', d: 'departure', '0': 'departure', out: 'departure', exit: 'departure' },
};

const wanted = ['person_id', 'crossed_on', 'direction'] as const;

/** Reads the file of crossings into the table `input` and makes the view `crossing` over it. Throws ClassifyRefused where columns are missing. */
export async function readCrossings(session: Session, path: string): Promise<ColumnNames> {
  const columns = await readInto(session, path, 'input');
  const headers = [...columns.values()].map(({ name }) => `"${name}"`).join(', ');
  const missing = wanted.filter((name) => !columns.has(name));
  if (missing.length > 0) {
    throw new ClassifyRefused(
      missing.map((name) => ({
        file: basename(path),
        row: null,
        column: name,
        value: null,
        problem: `is not there; there are ${headers}`,
        remedy: `Give the columns ${wanted.join(', ')}; crossed_at, where it is there, orders the crossings of one day.`,
      })),
    );
  }
  const person = columns.get('person_id');
  const isNumber = person !== undefined && /^(BIGINT|INTEGER|UBIGINT|UINTEGER|SMALLINT)$/.test(person.type);
  const direction = `lower(${textOf(columns, 'direction')})`;
  const words = Object.entries(directions).map(([word, meaning]) => `when '${word}' then '${meaning}'`);
  await session.run(`create view crossing as
    select
      row_no as crossing_no,
      ${isNumber ? quoteIdentifier(person.name) : textOf(columns, 'person_id')} as person_id,
      ${dateOf(columns, 'crossed_on')} as crossed_on,
      case ${direction} ${words.join(' ')} end as direction
      ${columns.has('crossed_at') ? orderInDay(columns) : ''}
    from input`);
  return columns;
}

/** The time of day where `crossed_at` has one; its day has to be that of the crossing, unless a zone explains the difference. */
function orderInDay(columns: ColumnNames): string {
  const text = textOf(columns, 'crossed_at');
  const day = dateOf(columns, 'crossed_on');
  const at = dateOf(columns, 'crossed_at');
  return `,
      coalesce(regexp_extract(${text}, '(\\d{1,2}:\\d{2}.*)$', 1), ${text}) as in_day,
      coalesce(not regexp_matches(${text}, '(Z|[+-]\\d{2}(:?\\d{2})?)$') and ${at} <> ${day}, false) as is_out_of_order`;
}

/** Rows that cannot be used, at most `most` of them, with what would be accepted; `-1` for all. */
export async function findProblems(
  session: Session,
  columns: ColumnNames,
  { file, most }: { readonly file: string; readonly most: number },
): Promise<readonly ClassifyProblem[]> {
  const own = (name: string) => textOf(columns, name);
  const kinds: readonly (readonly [column: string, condition: string, problem: string, remedy: string])[] = [
    [
      'person_id',
      'c.person_id is null',
      'is missing: nobody knows whose crossing it is',
      'Give every crossing the id of its person.',
    ],
    ['crossed_on', 'c.crossed_on is null', 'is no date that there is', 'Write days as 2024-02-29.'],
    ['direction', 'c.direction is null', 'is no direction', 'Write arrival or departure.'],
    ...(columns.has('crossed_at')
      ? ([
          ['crossed_at', 'c.is_out_of_order', 'is not on the day of crossed_on', 'Make both say the same day.'],
        ] as const)
      : []),
  ];
  const parts = kinds.map(
    ([column, condition], kind) =>
      `select c.crossing_no, ${kind} as kind, i.value from (select row_no, ${own(column)} as value from input) i join crossing c on c.crossing_no = i.row_no where ${condition}`,
  );
  const { rows } = await session.query(
    `select crossing_no, kind, value from (${parts.join(' union all ')}) order by crossing_no, kind ${most < 0 ? '' : `limit ${most}`}`,
  );
  return rows.map(([row, kind, value]) => {
    const [column, , problem, remedy] = kinds[Number(kind)] ?? ['', '', '', ''];
    return { file, row: Number(row) + 2, column, value: value === null ? null : String(value), problem, remedy };
  });
}
