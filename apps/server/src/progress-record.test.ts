import { expect, test } from 'vitest';
import { recordProgress } from './progress-record.ts';

test('a step ends where the next begins, and keeps its last count', () => {
  let clock = 0;
  const record = recordProgress(() => clock);
  record.onProgress({ step: 'reading', done: 1, total: 9 });
  clock = 50;
  record.onProgress({ step: 'reading', done: 9, total: 9 });
  clock = 70;
  record.onProgress({ step: 'writing' });
  expect(record.steps()).toEqual([
    { event: { step: 'reading', done: 9, total: 9 }, startedAt: 0, endedAt: 70 },
    { event: { step: 'writing' }, startedAt: 70, endedAt: null },
  ]);
});
