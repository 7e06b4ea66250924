import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instance } from '../instance/instance.ts';
import { countRecords } from '../ledger/count-records.ts';
import { withdrawDelivery } from '../ledger/withdraw-delivery.ts';
import { openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import { sampleBatch, sampleDelivery, sampleMovement, sampleRecords } from '../testing/sample-declarations.ts';
import { importRecords } from './import-records.ts';

let opened: TestInstance;
let instance: Instance;

beforeAll(async () => {
  opened = await openTestInstance({ records: sampleRecords });
  instance = opened.instance;
});
afterAll(() => opened.dispose());

const columns = ['direction', 'crossed_on', 'document_number', 'surname'];
const one = ['arrival', '2025-01-01', 'D1', 'A'];
const two = ['arrival', '2025-01-02', 'D2', 'B'];
const three = ['arrival', '2025-01-03', 'D3', 'C'];
const take = (file: string, rows: (string | null)[][], from: Instance | object = instance) =>
  importRecords(from as Instance, {
    declaration: sampleMovement,
    delivery: sampleDelivery(file),
    batches: [sampleBatch(sampleMovement, columns, rows)],
    receivedBy: 'officer',
  });

test('a record that an earlier file of the same run brought is known, and one that somebody else brought meanwhile', async () => {
  expect((await take('january.csv', [one])).counts).toMatchObject({ taken: 1 });
  expect((await take('january-again.csv', [one, two])).counts).toMatchObject({ taken: 1, unchanged: 1 });
  // A second opening of the same database has a memory of its own.
  const elsewhere = { ...instance };
  expect((await take('elsewhere.csv', [three], elsewhere)).counts).toMatchObject({ taken: 1 });
  expect((await take('after.csv', [two, three])).counts).toMatchObject({ taken: 0, unchanged: 2 });
  expect(await countRecords(instance, 'sample_movement')).toBe(3);
});

test('records of a withdrawn delivery, or of one that failed, are not taken for known', async () => {
  const before = await countRecords(instance, 'sample_movement');
  const row = ['departure', '2025-02-01', 'D9', 'Z'];
  const { deliveryId } = await take('wrong.csv', [row]);
  await withdrawDelivery(instance, { id: deliveryId, reason: 'wrong month', withdrawnBy: 'chief' });
  const failing = take('failing.csv', [row, ['departure', 'no date', 'D8', 'Y']]);
  await expect(failing).rejects.toThrow();
  expect((await take('right.csv', [row])).counts).toMatchObject({ taken: 1 });
  expect(await countRecords(instance, 'sample_movement')).toBe(before + 1);
});
