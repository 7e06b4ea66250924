import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession, type Session } from '@leeto/warehouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRandom } from '../random.ts';
import { ValuePool } from '../records/value-pool.ts';
import type { LinkField, LinkKind } from '../spec/link-spec.ts';
import { chooseComparisons } from './choose-comparisons.ts';
import { derivedColumns } from './derived-columns.ts';
import { makeFieldTables } from './field-tables.ts';
import { makeLevelFinder, SILENT } from './level-finder.ts';
import { comparisonSql, levelSql } from './level-sql.ts';

let session: Session;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'level-sql-'));
  session = await openSession({ temporaryFolder: folder, threads: 1 });
});
afterAll(async () => {
  session.close();
  await rm(folder, { recursive: true });
});

type Row = readonly (string | null)[];
const given: LinkField = { kind: 'person_name', part: 'given' };
const family: LinkField = { kind: 'person_name', part: 'family' };

/** Levels of all pairs of rows, by the engine and by SQL: where they differ, and how often each level came up. */
async function compareBoth(fields: Readonly<Record<string, LinkField>>, rows: readonly Row[]) {
  const columns = Object.entries(fields).map(([name, field], f) => {
    const pool = new ValuePool();
    const values = Int32Array.from(rows, (row) => (row[f] == null ? -1 : pool.add(row[f] ?? '')));
    return { name, field, pool, valueOf: values, further: null };
  });
  const comparisons = chooseComparisons(columns);
  const tables = makeFieldTables({ fields: columns });
  const derived = derivedColumns(columns);
  const literals = rows.map((row, n) => {
    const cells = derived.map(({ field, of }) => {
      const value = row[columns.findIndex(({ name }) => name === field)] ?? null;
      return value === null ? 'null' : literal(of(value));
    });
    return `(${[n, ...cells].join(', ')})`;
  });
  const types = derived.map(({ name, type }) => `"${name}" ${type}`);
  await session.run(`create or replace table v (n integer, ${types.join(', ')})`);
  await session.run(`insert into v values ${literals.join(', ')}`);
  const levels = comparisons.map((comparison, c) => {
    const partner = comparisons.find(({ id }) => id === comparison.silentIfSwapped);
    return `${comparisonSql(comparison, partner)} as level_${c}`;
  });
  const sql = `select l.n, r.n, ${levels.join(', ')} from v l join v r on l.n < r.n`;
  const found = await session.query(sql);
  const names = columns.map(({ name }) => name);
  const finders = comparisons.map((comparison) => makeLevelFinder(comparison, tables, columns, names));
  const differences: unknown[] = [];
  const seen = comparisons.map(() => new Map<string, number>());
  for (const [l, r, ...fromSql] of found.rows) {
    for (const [c, finder] of finders.entries()) {
      const level = finder(Number(l), Number(r));
      const id = level === SILENT ? 'silent' : (comparisons[c]?.levels[level]?.id ?? '');
      seen[c]?.set(id, (seen[c]?.get(id) ?? 0) + 1);
      const other = fromSql[c] === null ? SILENT : fromSql[c];
      if (other !== level) differences.push([rows[Number(l)], rows[Number(r)], id, fromSql[c]]);
    }
  }
  return { pairs: found.rows.length, differences, seen, comparisons };
}

function literal(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return `[${value.map(literal).join(', ')}]`;
}

/** Values with slips of the pen: each of the first ones again, with one or two letters wrong, missing, too many, exchanged. */
function withSlips(values: readonly string[], seed: number, letters: string, rounds = 4): readonly string[] {
  const random = makeRandom(seed);
  const slip = (text: string) => {
    const at = Math.floor(random() * text.length);
    const letter = letters[Math.floor(random() * letters.length)] ?? '';
    const [before, own, next, after] = [
      text.slice(0, at),
      text.slice(at, at + 1),
      text.slice(at + 1, at + 2),
      text.slice(at + 2),
    ];
    return [
      before + letter + next + after,
      before + next + after,
      before + own + letter + next + after,
      before + next + own + after,
    ][Math.floor(random() * 4)] as string;
  };
  const slipped = values.flatMap((value) =>
    Array.from({ length: rounds }, (_, round) => (round % 2 === 0 ? slip(value) : slip(slip(value)))),
  );
  return [...new Set([...values, ...slipped])]
    .map((text) => text.replace(/ +/g, ' ').trim())
    .filter((text) => text !== '');
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz ';
const names = [
  'robert',
  'bob',
  'bobby',
  'elizabeth',
  'liz',
  'thabo',
  'thabang',
  'mpho',
  'mphonyana',
  'm',
  'e',
  'lerato',
  'leratong',
  'a',
  'alexander',
  'alex',
  'alexandra',
  'mary jane',
  'jane mary',
  'mary',
  'maria magdalena',
  'catherine',
  'katherine',
  'kate',
  'li',
  'ng',
  'nthabiseng',
  'nthabi',
  'john paul',
  'j paul',
  'wolfeschlegelsteinhausenbergerdorff',
  'retselisitsoe',
  'retshelisitsoe',
  'mohapi',
  'mokhethi',
  'de villiers',
  'villiers',
  'ann ann',
  'ann',
  'smith jones',
  'jones',
];

test('the engine and SQL find the same levels of names, swapped ones among them', async () => {
  const random = makeRandom(7);
  const pool = withSlips(names, 11, alphabet, 2);
  const pick = () => pool[Math.floor(random() * pool.length)] ?? '';
  const rows: Row[] = [];
  while (rows.length < 260) {
    const [one, other] = [pick(), pick()];
    rows.push([one, other]);
    if (random() < 0.4) rows.push([other, one]);
    if (random() < 0.2) rows.push([one, null], [null, other], [other, pick()]);
  }
  for (const one of names) rows.push([one, one], [one, 'else']);
  const { pairs, differences, seen } = await compareBoth({ 'given+middle': given, family }, rows);
  expect(pairs).toBeGreaterThan(40_000);
  expect(differences.slice(0, 5)).toEqual([]);
  const all = ['exact', 'within', 'sound', 'one_letter', 'close', 'similar', 'else', 'silent'];
  expect([...(seen[0]?.keys() ?? [])]).toEqual(expect.arrayContaining([...all, 'root', 'initial', 'swapped']));
  expect([...(seen[1]?.keys() ?? [])]).toEqual(expect.arrayContaining([...all, 'shared']));
});

test('the engine and SQL find the same levels of dates, partial ones and other centuries among them', async () => {
  const random = makeRandom(3);
  const two = (n: number) => String(n).padStart(2, '0');
  const rows: Row[] = [[null]];
  for (let i = 0; i < 180; i += 1) {
    const year = 1978 + Math.floor(random() * 6) - (random() < 0.1 ? 100 : 0);
    const [month, day] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 12)];
    const part = random();
    if (part < 0.6) rows.push([`${year}${two(month)}${two(day)}`], [`${year}${two(day)}${two(month)}`]);
    else if (part < 0.75) rows.push([`${year}0000`]);
    else if (part < 0.9) rows.push([`${year}${two(month)}00`]);
    else rows.push([`0000${two(month)}${two(day)}`], [`0000${two(month)}00`], [`${year}00${two(day)}`]);
  }
  const { differences, seen, comparisons } = await compareBoth({ born: { kind: 'date' } }, rows);
  expect(differences.slice(0, 5)).toEqual([]);
  const ids = comparisons[0]?.levels.map(({ id }) => id) ?? [];
  expect([...(seen[0]?.keys() ?? [])].sort()).toEqual([...ids, 'silent'].sort());
});

const texts = [
  'maseru',
  'maseru west',
  'ha thetsane',
  'thetsane',
  'new york city',
  'york',
  'a',
  'ab',
  'leribe leribe',
  'leribe hlotse',
  'hlotse',
  'st michaels',
  'the long long road to the far end of the mountain kingdom',
  'the long road to the far end of the mountain kingdom',
  '12 kingsway',
  '12 kings way',
  '21 kingsway',
  'kingsway 12',
  'mafeteng',
  'mafetheng',
  'quthing',
  'qhuting',
  'x1',
  'a b c d',
  'd c b a',
];
const samples: Readonly<
  Record<Exclude<LinkKind, 'person_name' | 'date'>, { values: readonly string[]; letters: string }>
> = {
  sex: { values: ['f', 'm', 'x'], letters: 'fmx' },
  country: { values: ['LSO', 'ZAF', 'ZWE'], letters: 'LSOZAF' },
  document_number: {
    values: ['RA123456', 'RA1Z3456', 'A0000001', 'AO00001', 'LB18', 'L818', 'X'],
    letters: 'OQILZSGB0125',
  },
  identifier: { values: ['0123456789', 'O123456789', 'ID5567', 'IDSS67', 'Z2', '22', '9'], letters: 'OQILZSGB0125' },
  phone: {
    values: ['26658123456', '58123456', '27821234567', '0821234567', '1234567', '234567', '7'],
    letters: '0123456789',
  },
  email: {
    values: ['a@b', 'thabo.m@x.ls', 'thabo.m@gmail.com', 'thabo.n@gmail.com', 'info', '@x', 'thabo'],
    letters: 'abm.@x',
  },
  place: { values: texts, letters: alphabet },
  address: { values: texts, letters: alphabet },
  postcode: { values: ['100', '0100', '10012', '1001', 'SW1A1AA', 'SW1A2AA', '1'], letters: '0123456789A' },
  code: { values: ['driver', 'teacher', 'd'], letters: 'der' },
  text: { values: texts, letters: alphabet },
  number: {
    values: ['0', '1', '-1', '100', '105', '95.5', '1000000', '1050000', '1e+21', '0.05', '-100', '100.1'],
    letters: '0123456789',
  },
};

test.each(Object.entries(samples))('the engine and SQL find the same levels of kind %s', async (kind, sample) => {
  const slipped = withSlips(sample.values, 5, sample.letters, sample.values.length > 15 ? 6 : 14);
  const values = slipped.filter((text) => kind !== 'number' || Number.isFinite(Number(text))).slice(0, 170);
  const rows: Row[] = [...values.map((text) => [text]), [null], ...sample.values.map((text) => [text])];
  const { differences, seen, comparisons } = await compareBoth({ field: { kind: kind as LinkKind } }, rows);
  expect(differences.slice(0, 5)).toEqual([]);
  const ids = comparisons[0]?.levels.map(({ id }) => id) ?? [];
  expect([...(seen[0]?.keys() ?? [])].sort()).toEqual([...ids, 'silent'].sort());
});

test('the engine and SQL agree on long and short random texts', async () => {
  const random = makeRandom(19);
  const rows = Array.from({ length: 200 }, (): Row => {
    const length = random() < 0.2 ? 1 + Math.floor(random() * 3) : random() < 0.5 ? 30 + Math.floor(random() * 50) : 8;
    return [Array.from({ length }, () => 'aab'[Math.floor(random() * 3)]).join('')];
  });
  const { pairs, differences } = await compareBoth({ field: { kind: 'text' } }, rows);
  expect(pairs).toBe(19_900);
  expect(differences.slice(0, 5)).toEqual([]);
});

test('a field name of any signs is quoted', () => {
  const [comparison] = chooseComparisons([{ name: 'a "b"', field: { kind: 'code' } }]);
  const [level] = comparison?.levels ?? [];
  if (comparison === undefined || level === undefined) throw new Error('no comparison');
  expect(levelSql(comparison, level)).toBe('l."a ""b""" = r."a ""b"""');
});
