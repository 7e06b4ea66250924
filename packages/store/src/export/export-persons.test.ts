import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instance } from '../instance/instance.ts';
import { openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import { sampleCase, samplePermit } from '../testing/sample-declarations.ts';
import { linkSample } from '../testing/sample-linkage.ts';
import { openExport } from './open-export.ts';

let opened: TestInstance;
let instance: Instance;
beforeAll(async () => {
  opened = await openTestInstance();
  instance = opened.instance;
});
afterAll(() => opened.dispose());

async function persons(): Promise<string | null> {
  const exported = await openExport(instance);
  try {
    return exported.persons === null ? null : await text(exported.persons());
  } finally {
    await exported.close();
  }
}

const record = (id: string, group: string) => ({ id, group, keys: [1n], fields: ['THABO', `1990-01-0${id}`] });

test('nothing was linked: there are no persons to export', async () => {
  expect(await persons()).toBeNull();
});

test('persons of open registers are exported, what a protected register knows of them is not', async () => {
  await linkSample(instance, samplePermit, [record('1', 'a'), record('2', 'a'), record('3', 'b')], []);
  const before = await persons();
  expect(before?.trim().split('\n').toSorted()).toEqual([
    'register,record_id,person_id',
    'sample_permit,1,1',
    'sample_permit,2,1',
    'sample_permit,3,2',
  ]);
  await linkSample(instance, sampleCase, [record('1', 'a')], []);
  expect(await persons()).toBe(before);
});
