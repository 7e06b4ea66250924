import { expect, test } from 'vitest';
import { RecordSetBuilder } from '../records/build-records.ts';
import type { LinkField } from '../spec/link-spec.ts';
import { makePeople, personSpec, recordsOf } from '../synthetic-records.fixture.ts';
import { chooseComparisons } from './choose-comparisons.ts';
import { makeFieldTables } from './field-tables.ts';
import { makeLevelFinder, SILENT } from './level-finder.ts';

type Cells = readonly (string | null)[];

/** The id of the level of two records, comparison by comparison. */
function levelsOf(fields: Readonly<Record<string, LinkField>>, left: Cells, right: Cells): readonly string[] {
  const builder = new RecordSetBuilder({ fields, mode: 'dedupe' });
  builder.addSource('a', false);
  builder.add('l', left);
  builder.add('r', right);
  const records = builder.build();
  const names = records.fields.map(({ name }) => name);
  const tables = makeFieldTables(records);
  return chooseComparisons(records.fields).map((comparison) => {
    const level = makeLevelFinder(comparison, tables, records.fields, names)(0, 1);
    return level === SILENT ? 'silent' : (comparison.levels[level]?.id ?? '');
  });
}

const names: Readonly<Record<string, LinkField>> = {
  given: { kind: 'person_name', part: 'given' },
  family: { kind: 'person_name', part: 'family' },
};

test.each<[Cells, Cells, readonly string[]]>([
  [
    ['Catherine', 'Mokoena'],
    ['Katherine', 'Mokoenna'],
    ['root', 'sound'],
  ],
  [
    ['Thabo', 'Mokoena'],
    ['THABO', 'Mokoena'],
    ['exact', 'exact'],
  ],
  [
    ['Thabo John', 'Mokoena'],
    ['Thabo', 'Mokoena Nthane'],
    ['within', 'within'],
  ],
  [
    ['Bob', 'Mokoena'],
    ['Robert', 'Mokena'],
    ['root', 'one_letter'],
  ],
  [
    ['T.', 'Mokoena'],
    ['Thabo', null],
    ['initial', 'silent'],
  ],
  [
    ['Thabo', 'Mokoena'],
    ['Mokoena', 'Thabo'],
    ['swapped', 'silent'],
  ],
  [
    ['Phoka Azael', 'Sehloho'],
    ['Azael Sehloho', 'Phoka'],
    ['swapped', 'silent'],
  ],
  [
    ['Phoka Azael', 'Sehloho'],
    ['Nthane Sehloho', 'Phoka'],
    ['else', 'else'],
  ],
  [
    ['Thabo', 'Mokoena'],
    ['Mokoena', 'Sello'],
    ['else', 'else'],
  ],
  [
    ['Thabo', 'Nthane Mokoena'],
    ['Thabo', 'Sello Mokoena'],
    ['exact', 'shared'],
  ],
  [
    [null, null],
    ['Thabo', 'Mokoena'],
    ['silent', 'silent'],
  ],
])('%j and %j are at the levels %j', (left, right, expected) => {
  expect(levelsOf(names, left, right)).toEqual(expected);
  expect(levelsOf(names, right, left)).toEqual(expected);
});

test('of several values the two that agree best count', () => {
  const fields: Readonly<Record<string, LinkField>> = { passport: { kind: 'document_number', separator: ';' } };
  expect(levelsOf(fields, ['RA123456;LB777123'], ['XY990011;LB777123;RA123457'])).toEqual(['exact']);
  expect(levelsOf(fields, ['RA123456;LB777123'], ['XY990011;RA123457'])).toEqual(['close']);
  expect(levelsOf(fields, ['RAO23456;LB777123'], ['XY990011;RA023456'])).toEqual(['look_alike']);
  expect(levelsOf(fields, ['RA123456;LB777123'], ['XY990011'])).toEqual(['else']);
  expect(levelsOf(fields, ['RA123456;LB777123'], [''])).toEqual(['silent']);
});

test('a pair has the same levels in either order, and those it was first found to have', () => {
  const records = recordsOf(makePeople(120, 8), personSpec);
  const tables = makeFieldTables(records);
  const fieldNames = records.fields.map(({ name }) => name);
  for (const comparison of chooseComparisons(records.fields)) {
    const make = () => makeLevelFinder(comparison, tables, records.fields, fieldNames);
    const [remembering, other] = [make(), make()];
    for (let a = 0; a < records.size; a += 1) {
      for (let b = 0; b < a; b += 1) {
        const level = remembering(a, b);
        if (remembering(a, b) !== level || other(b, a) !== level) throw new Error(`${comparison.id}: ${a}, ${b}`);
      }
    }
  }
  expect(fieldNames.length).toBe(4);
});

test('a comparison of a field that there is not is refused', () => {
  const [comparison] = chooseComparisons([{ name: 'colour', field: { kind: 'code' } }]);
  if (comparison === undefined) throw new Error('no comparison');
  expect(() => makeLevelFinder(comparison, [], [], [])).toThrow('colour');
});
