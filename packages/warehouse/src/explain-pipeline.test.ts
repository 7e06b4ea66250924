import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachSnapshot } from './attach-snapshot.ts';
import { explainPipeline } from './explain-pipeline.ts';
import { movements, optionsFor, tableOf } from './freeze.fixture.ts';
import { freeze } from './freeze.ts';
import { maskShape } from './mask-shape.ts';
import { definePipeline, runPipeline } from './pipeline.ts';
import { openSession, type Session } from './session.ts';
import { traceToSource } from './trace-to-source.ts';

const root = await mkdtemp(join(tmpdir(), 'explain-'));
const snapshot = await freeze(optionsFor(root, [tableOf(movements)]));

async function openAttached(): Promise<Session> {
  const session = await openSession({ temporaryFolder: join(root, 'spill') });
  await attachSnapshot(session, snapshot);
  return session;
}

const crossings = definePipeline({
  name: 'crossings',
  steps: [
    {
      name: 'selected',
      describe: 'Crossings since the first day.',
      sql: `select delivery_id, source_sheet, source_row, port, surname, intended_days, strftime(crossed_on, '%Y-%m-%d') as day
        from border_movement
        where crossed_on >= $first::date`,
    },
    {
      name: 'counted',
      describe: 'Their number by port.',
      sql: `select coalesce(port, '_T') as port, count(*) as crossings
        from selected
        group by grouping sets ((port), ())
        order by port`,
    },
  ],
});
const parameters = { first: '2025-01-01', $unused: 1 };

test('each step is told with its SQL, its rows and the shapes of its values, and gives what the pipeline gives', async () => {
  using session = await openAttached();
  const steps = await explainPipeline(session, crossings, parameters);
  const result = await runPipeline(session, crossings, parameters);
  expect(steps.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['selected', 4],
    ['counted', 3],
  ]);
  expect(result.rows).toEqual([
    ['LS-MSB', 2],
    ['LS-QNK', 2],
    ['_T', 4],
  ]);
  expect(steps[0]?.sql).toContain('$first');
  expect(steps[0]?.columns.find(({ name }) => name === 'day')).toEqual({
    name: 'day',
    type: 'VARCHAR',
    shapes: ['9999-99-99'],
  });
  expect(JSON.stringify(steps)).not.toContain('Mo');
  const left = await session.query('select count(*) from duckdb_tables() where temporary');
  expect(left.rows).toEqual([[0]]);
});

test('a step that fails leaves no tables behind', async () => {
  using session = await openAttached();
  const broken = definePipeline({
    name: 'broken',
    steps: [...crossings.steps, { name: 'wrong', describe: 'Fails.', sql: 'select missing from counted' }],
  });
  await expect(explainPipeline(session, broken, parameters)).rejects.toThrow('missing');
  expect((await session.query('select count(*) from duckdb_tables() where temporary')).rows).toEqual([[0]]);
});

test('no letter and no digit of a value is left in its shape', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(maskShape(text).replace('…', '')).not.toMatch(/[^x9\P{L}]|[^9\P{Nd}]/u);
    }),
  );
});

test('a figure is traced to the rows of the file it was made of', async () => {
  using session = await openAttached();
  const trace = await traceToSource(session, crossings, { parameters, where: { port: 'LS-MSB' } });
  const source = { deliveryId: 'delivery-1', agency: 'home_affairs', citation: 'Border movements, "2025"' };
  expect(trace).toEqual({
    step: 'selected',
    total: 2,
    positions: [
      { ...source, file: 'movements é.xlsx', sheet: 'Sheet 1', row: 4 },
      { ...source, file: 'movements é.xlsx', sheet: 'Sheet 1', row: 5 },
    ],
  });
});

test('a total traces to all its rows, bounded, and "not stated" to those without a value', async () => {
  using session = await openAttached();
  const all = await traceToSource(session, crossings, { parameters, where: { port: '_T' }, limit: 3 });
  expect([all.total, all.positions.length]).toEqual([4, 3]);
  const unstated = await traceToSource(session, crossings, { parameters, where: { intended_days: '_U' } });
  expect(unstated.positions.map(({ row }) => row)).toEqual([2, 3, 4]);
  const none = await traceToSource(session, crossings, { parameters, where: { port: 'LS-XXX' } });
  expect(none).toEqual({ step: 'selected', total: 0, positions: [] });
});

test('a figure that cannot be traced says why', async () => {
  using session = await openAttached();
  await expect(traceToSource(session, crossings, { parameters, where: { sex: 'F' } })).rejects.toThrow('no column sex');
  const aggregate = definePipeline({ name: 'a', steps: [{ name: 'n', describe: '', sql: 'select 1 as n' }] });
  await expect(traceToSource(session, aggregate, { where: {} })).rejects.toThrow('cannot be traced');
});
