import { readdir, readFile } from 'node:fs/promises';
import { commonDeclarations, commonIndicators } from '@leeto/registers';
import { expect, test } from 'vitest';
import { computeMeasure } from './compute-measure.ts';
import { explainFigure } from './explain-figure.ts';
import { inputColumns } from './inputs.ts';
import { defineMeasure } from './measure.ts';
import { measureIndexes } from './measure-index.ts';
import { getMeasure, listMeasures, measures } from './measures.ts';
import { crossing, delivery, parameters, sessionWith } from './session.fixture.ts';

const pages = new URL('../../../docs/methods/measures/', import.meta.url);

test.each([...measures.values()].map((measure) => [measure.id, measure] as const))(
  'the page of %s names it, its title, clause, needs and status',
  async (id, measure) => {
    const page = await readFile(new URL(`${id}.md`, pages), 'utf8');
    for (const said of [
      id,
      measure.title.en,
      measure.definition.en,
      measure.clause,
      measure.status,
      ...measure.needs,
    ]) {
      expect(page).toContain(said);
    }
    for (const { name } of [...measure.dimensions, ...measure.values]) expect(page).toContain(`\`${name}\``);
    for (const heading of ['## Formula', '## Needs', '## Limits']) expect(page).toContain(heading);
  },
);

test.each([...measureIndexes])('%s has a row for each measure', async (file, rows) => {
  const page = await readFile(new URL(`../../../${file}`, import.meta.url), 'utf8');
  expect(page.split('\n').filter((line) => line.startsWith('| [`'))).toEqual(rows);
});

test('the indicator menu names measures and indicators that there are', async () => {
  const menu = await readFile(new URL('../indicator-menu.md', pages), 'utf8');
  const named = [...menu.matchAll(/`([a-z_0-9]+)`/g)].map(([, name = '']) => name);
  const known = new Set(['indicator', ...measures.keys(), ...commonIndicators.map(({ code }) => code)]);
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test('there is no page of a measure that is not there', async () => {
  const names = (await readdir(pages)).filter((name) => name !== 'README.md').map((name) => name.replace('.md', ''));
  expect(names.toSorted()).toEqual([...measures.values()].map(({ id }) => id).toSorted());
});

test.each([
  ['empty', Object.keys(inputColumns)],
  ['not there at all', []],
])('where the registers are %s, no measure has rows and each names who would hold them', async (_, registers) => {
  using session = await sessionWith(Object.fromEntries(registers.map((register) => [register, []])));
  for (const { id } of measures.values()) {
    const { table } = await computeMeasure(session, id, parameters);
    expect([id, table.rows, table.metadata.sources, table.metadata.referencePeriod]).toEqual([id, [], [], '']);
    expect(table.metadata.coverage.en).toMatch(/^No data\. .*nothing delivered; \w+ would hold it\./);
  }
});

test('the columns that measures read are fields of the declarations', () => {
  const declared = new Map(commonDeclarations.map(({ id, fields }) => [id, new Set(fields.map(({ name }) => name))]));
  const missing = Object.entries(inputColumns).flatMap(([register, columns]) =>
    Object.keys(columns)
      .filter((name) => !declared.get(register)?.has(name))
      .map((name) => `${register}.${name}`),
  );
  expect(missing).toEqual([]);
});

test('measures are data: frozen, serialisable, each with a threshold that fits its basis', () => {
  for (const measure of measures.values()) {
    expect(JSON.parse(JSON.stringify(measure))).toEqual(measure);
    expect(Object.isFrozen(measure)).toBe(true);
    const isAboutPersons = measure.values.some(({ kind }) => kind === 'count') && measure.basis === 'microdata';
    expect(measure.sensitivity.threshold >= 5).toBe(isAboutPersons);
  }
  expect(listMeasures().map(({ id }) => id)).not.toContain('crossings_detail');
  expect(getMeasure('asylum_cases').sensitivity.threshold).toBe(10);
  expect(() => getMeasure('missing')).toThrow('crossings_by_month');
});

test('a declaration without facts, or with a value that rests on nothing, is refused', () => {
  const measure = getMeasure('crossings_by_month');
  expect(() => defineMeasure({ ...measure, steps: [] })).toThrow('no step facts');
  const share = { name: 'share', label: { en: '' }, unit: '%', kind: 'share', decimals: 1 } as const;
  expect(() => defineMeasure({ ...measure, values: [share] })).toThrow('on which count');
  expect(() => defineMeasure({ ...measure, values: [{ ...share, of: 'none' }] })).toThrow('does not have');
  expect(() => defineMeasure({ ...measure, needs: [] })).toThrow('needs no register');
});

test('a figure is walked back to the rows of the files that it was made of', async () => {
  using session = await sessionWith({
    delivery: [delivery('d1', 'border_movement')],
    border_movement: [
      crossing('P1', 'ZAF', 'arrival', '2025-01-05'),
      crossing('P1', 'ZAF', 'departure', '2025-01-06'),
      crossing('P2', 'LSO', 'departure', '2025-01-06'),
    ],
  });
  const { source, steps } = await explainFigure(session, 'crossings_by_citizenship_group', ['ZAF', '2025-01', '_T'], {
    parameters,
  });
  expect(source.total).toBe(2);
  expect(source.positions.map(({ file, row }) => [file, row])).toEqual([
    ['d1.csv', 2],
    ['d1.csv', 3],
  ]);
  expect(steps.find(({ name }) => name === 'movements')?.rowCount).toBe(3);
  await expect(explainFigure(session, 'crossings_by_month', ['2025-01'], { parameters })).rejects.toThrow(
    'month, direction',
  );
});

test('what several measures share is read once, and gives the same figures in any order', async () => {
  const registers = {
    delivery: [delivery('d1', 'border_movement')],
    border_movement: [
      crossing('P1', 'ZAF', 'arrival', '2025-01-05', { authorised_until: '2025-01-10' }),
      crossing('P1', 'ZAF', 'departure', '2025-01-16'),
    ],
  };
  using session = await sessionWith(registers);
  const ids = ['stay_outcomes', 'crossings_by_month', 'stay_and_overstay', 'unmatched_crossings'];
  const together = new Map<string, unknown>();
  for (const id of ids.toReversed()) together.set(id, (await computeMeasure(session, id, parameters)).table);
  for (const id of ids) {
    using fresh = await sessionWith(registers);
    expect((await computeMeasure(fresh, id, parameters)).table).toEqual(together.get(id));
  }
  // Another day of judgement is another table, not the one that was kept.
  const { table } = await computeMeasure(session, 'stay_and_overstay', { ...parameters, asOf: '2025-01-12' });
  expect(table.rows.every(({ values }) => values.slice(0, 5).join() === '1,1,0,0,1')).toBe(true);
});
