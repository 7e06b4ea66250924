import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compilePipeline, definePipeline, runPipeline } from './pipeline.ts';
import { openSession } from './session.ts';

const temporaryFolder = join(tmpdir(), 'leeto-pipeline-test');
const pipeline = definePipeline({
  name: 'even_numbers',
  steps: [
    { name: 'numbers', describe: 'All numbers below the limit.', sql: 'select i from range($limit) t (i)' },
    { name: 'even', describe: 'Those that are even.', sql: 'select i from numbers where i % 2 = 0 -- a remark' },
    { name: 'counted', describe: 'Their number.', sql: 'select count(*) as n, $label as label from even' },
  ],
});

test('a pipeline runs as one statement of named CTEs and tells what ran', async () => {
  using session = await openSession({ temporaryFolder });
  const { columns, rows, trace } = await runPipeline(session, pipeline, { limit: 10, label: 'x', unused: 1 });
  expect(columns).toEqual(['n', 'label']);
  expect(rows).toEqual([[5, 'x']]);
  expect(trace).toMatchObject({ pipeline: 'even_numbers', steps: ['numbers', 'even', 'counted'], rowCount: 1 });
  expect(trace.sql).toContain('even as (');
});

test('a pipeline compiles up to a step', () => {
  expect(compilePipeline(pipeline, 'even')).not.toContain('counted');
  expect(() => compilePipeline(pipeline, 'missing')).toThrow('missing');
});

test('a pipeline without steps, with a name twice or with a name that is no name is refused', () => {
  const step = { name: 'a', describe: '', sql: 'select 1' };
  expect(() => definePipeline({ name: 'p', steps: [] })).toThrow('no steps');
  expect(() => definePipeline({ name: 'p', steps: [step, step] })).toThrow('twice');
  expect(() => definePipeline({ name: 'p', steps: [{ ...step, name: 'a"b' }] })).toThrow('snake_case');
});
