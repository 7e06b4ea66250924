import { expect, test } from 'vitest';
import type { LinkField, LinkSpec } from '../spec/link-spec.ts';
import { RecordSetBuilder } from './build-records.ts';
import type { RecordSet } from './record-set.ts';

type Cells = readonly (string | null)[];

function build(fields: Readonly<Record<string, LinkField>>, rows: readonly Cells[], rest: Partial<LinkSpec> = {}) {
  const builder = new RecordSetBuilder({ fields, mode: 'dedupe', ...rest });
  builder.addSource('a', false);
  for (const [i, cells] of rows.entries()) builder.add(`r${i}`, cells);
  return builder.build();
}

/** Texts of a record's values, field by field. */
function textsOf({ fields }: RecordSet, record: number): Record<string, readonly string[]> {
  return Object.fromEntries(
    fields.map(({ name, pool, valueOf: values, further }) => {
      const first = values[record] as number;
      const more =
        further === null ? [] : [...further.values.subarray(further.starts[record], further.starts[record + 1])];
      return [name, (first < 0 ? [] : [first, ...more]).map((value) => pool.textOf(value))];
    }),
  );
}

test('two columns of given names become one field, with each name once', () => {
  const fields: Readonly<Record<string, LinkField>> = {
    first: { kind: 'person_name', part: 'given' },
    surname: { kind: 'person_name', part: 'family' },
    second: { kind: 'person_name', part: 'middle' },
  };
  const records = build(fields, [
    ['Thabo', 'Mokoena', 'John'],
    ['Thabo', 'Mokoena', null],
    [null, null, 'Thabo'],
    ['Thabo', '', 'Thabo'],
  ]);
  expect(textsOf(records, 0)).toEqual({ 'first+second': ['thabo john'], surname: ['mokoena'] });
  expect(textsOf(records, 1)).toEqual({ 'first+second': ['thabo'], surname: ['mokoena'] });
  expect(textsOf(records, 2)).toEqual({ 'first+second': ['thabo'], surname: [] });
  expect(textsOf(records, 3)).toEqual({ 'first+second': ['thabo'], surname: [] });
});

test('year, month and day become one date, known as far as they are', () => {
  const fields: Readonly<Record<string, LinkField>> = {
    d: { kind: 'date', part: 'day' },
    m: { kind: 'date', part: 'month' },
    y: { kind: 'date', part: 'year' },
  };
  const records = build(fields, [
    ['7', '3', '1984'],
    [null, '03', ' 1984 '],
    ['32', '13', '1984'],
    [null, null, null],
    ['', 'x', '0'],
  ]);
  expect([0, 1, 2, 3, 4].map((record) => Object.values(textsOf(records, record))[0])).toEqual([
    ['19840307'],
    ['19840300'],
    ['19840000'],
    [],
    [],
  ]);
});

test('a full name is split into given and family names, and left out beside them', () => {
  const full: LinkField = { kind: 'person_name', part: 'full' };
  expect(textsOf(build({ name: full }, [['MOKOENA, Thabo John']]), 0)).toEqual({
    'name.given': ['thabo john'],
    'name.family': ['mokoena'],
  });
  const beside = build({ name: full, surname: { kind: 'person_name', part: 'family' } }, [
    ['Thabo Mokoena', 'Mokoena'],
  ]);
  expect(beside.fields.map(({ name }) => name)).toEqual(['surname']);
});

test('a cell of several values keeps each, once, in the order in which they stand', () => {
  const records = build({ passport: { kind: 'document_number', separator: ';' } }, [
    ['RA123456;RB654987;RA 123456'],
    ['RB654987'],
    [';;'],
    ['RC111222;'],
    [null],
  ]);
  expect([0, 1, 2, 3, 4].map((record) => textsOf(records, record).passport)).toEqual([
    ['RA123456', 'RB654987'],
    ['RB654987'],
    [],
    ['RC111222'],
    [],
  ]);
});

test('many records with several values each keep their own', () => {
  const rows = Array.from({ length: 3000 }, (_, i): Cells => [i % 3 === 0 ? `AB${i}77;CD${i}88;EF${i}99` : `AB${i}77`]);
  const records = build({ passport: { kind: 'document_number', separator: ';' } }, rows);
  expect(records.size).toBe(3000);
  expect(textsOf(records, 2997).passport).toEqual(['AB299777', 'CD299788', 'EF299799']);
  expect(textsOf(records, 2998).passport).toEqual(['AB299877']);
});

test('a field that nobody states and placeholders are no values', () => {
  const records = build(
    { family: { kind: 'person_name', part: 'family' }, born: { kind: 'date' }, sex: { kind: 'sex' } },
    [
      [null, null, ''],
      ['UNKNOWN', 'n/a', null],
      ['-', '', null],
    ],
  );
  for (const record of [0, 1, 2]) expect(textsOf(records, record)).toEqual({ family: [], born: [], sex: [] });
  expect(records.fields.every(({ pool }) => pool.count === 0)).toBe(true);
});

test('records keep their source and their id', () => {
  const builder = new RecordSetBuilder({ fields: { sex: { kind: 'sex' } }, mode: 'link' });
  builder.addSource('left', true);
  for (let i = 0; i < 1500; i += 1) builder.add(`l${i}`, ['f']);
  builder.addSource('right', false);
  builder.add('r0', ['m']);
  expect(builder.size).toBe(1501);
  const records = builder.build();
  expect([records.sourceOf[0], records.sourceOf[1499], records.sourceOf[1500]]).toEqual([0, 0, 1]);
  expect([records.idOf(1499), records.idOf(1500)]).toEqual(['l1499', 'r0']);
  expect(records.sources).toEqual([
    { name: 'left', isUnique: true },
    { name: 'right', isUnique: false },
  ]);
});

test('no records at all are an empty set', () => {
  const records = build({ born: { kind: 'date' } }, []);
  expect(records.size).toBe(0);
  expect(records.fields[0]?.valueOf.length).toBe(0);
});
