import { expect, test } from 'vitest';
import { linkApart } from './link-apart.ts';
import { linkHere } from './link-records.ts';
import { makePeople, recordsOf } from './synthetic-records.fixture.ts';

const records = recordsOf(makePeople(400, 11));
const options = { budget: 40_000 };

test('linking in a thread of its own gives what linking here gives, and tells of its progress', async () => {
  const stages = new Set<string>();
  const apart = await linkApart(records, { ...options, threads: 1, onProgress: ({ stage }) => stages.add(stage) });
  const { times: _, ...here } = await linkHere(records, { ...options, threads: 0 });
  const { times, ...found } = apart;
  expect(found).toEqual(here);
  expect(apart.records.idOf(7)).toBe('7');
  expect([...stages]).toEqual(['normalise', 'block', 'train', 'compare', 'cluster']);
  expect(times.map(({ stage }) => stage)).toEqual([...stages]);
});

test('what cannot be linked is told as a problem with a remedy', async () => {
  const linking = linkApart(recordsOf(makePeople(400, 11)), { budget: 1 });
  await expect(linking).rejects.toMatchObject({ name: 'LinkProblem', code: 'no_blocking_rule' });
  await expect(linking).rejects.toHaveProperty('remedy');
});

test('a linkage that is no longer wanted ends at once', async () => {
  const reason = new Error('not wanted');
  await expect(linkApart(records, { ...options, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const stop = new AbortController();
  const linking = linkApart(records, { ...options, signal: stop.signal, onProgress: () => stop.abort(reason) });
  await expect(linking).rejects.toBe(reason);
});

test('the caller has its turn while others link', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  const started = performance.now();
  await linkApart(records, { ...options, threads: 0 });
  clearInterval(timer);
  // In the caller's own thread a job of random pairs alone would take longer than all turns but a few.
  expect(turns).toBeGreaterThan(Math.min(20, (performance.now() - started) / 100));
});
