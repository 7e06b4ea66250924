import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRecords } from '../import/import-records.ts';
import { makeRecordKey } from '../import/record-key.ts';
import type { Instance } from '../instance/instance.ts';
import { openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import {
  sampleBatch,
  sampleDelivery,
  sampleMovement,
  samplePermit,
  sampleRecords,
} from '../testing/sample-declarations.ts';
import { countRecords } from './count-records.ts';
import { findRecordHistory } from './find-record-history.ts';
import { listDeliveries } from './list-deliveries.ts';
import { withdrawDelivery } from './withdraw-delivery.ts';

let opened: TestInstance;
let instance: Instance;
let files = 0;
beforeAll(async () => {
  opened = await openTestInstance({ records: sampleRecords });
  instance = opened.instance;
});
afterAll(() => opened.dispose());

const COLUMNS = ['permit_number', 'surname'];
const importPermits = async (...rows: [string, string][]) => {
  files += 1;
  const batches = [sampleBatch(samplePermit, COLUMNS, rows, `S${files}`)];
  const delivery = sampleDelivery(`permits-${files}.xlsx`);
  return (await importRecords(instance, { declaration: samplePermit, delivery, batches, receivedBy: 'officer' }))
    .deliveryId;
};
const withdraw = (id: number) => withdrawDelivery(instance, { id, reason: 'wrong month', withdrawnBy: 'chief' });
const find = (number: string) =>
  findRecordHistory(instance, 'sample_permit', { recordKey: makeRecordKey(samplePermit, COLUMNS, 'police')([number]) });

test('records that only the delivery brought go out, and what they were stays in the history', async () => {
  const first = await importPermits(['W1', 'A'], ['W2', 'B']);
  expect(await withdraw(first)).toEqual({ removed: 2, restored: 0, passedOn: 0 });
  const { present, changes } = await find('W1');
  expect(present).toBeNull();
  expect(changes).toMatchObject([
    { operation: 'removed', changedBy: 'chief', byDelivery: first, before: { surname: 'A' } },
  ]);
  const delivery = (await listDeliveries(instance)).find(({ id }) => id === first);
  expect(delivery).toMatchObject({ status: 'withdrawn', withdrawal: { by: 'chief', reason: 'wrong month' } });
});

test('records that it changed are put back as they were, source and all', async () => {
  const first = await importPermits(['X1', 'A']);
  const before = (await find('X1')).present;
  const second = await importPermits(['X1', 'B'], ['X2', 'C']);
  expect(await withdraw(second)).toEqual({ removed: 1, restored: 1, passedOn: 0 });
  const { present, changes } = await find('X1');
  expect(present).toEqual(before);
  expect(present).toMatchObject({ delivery_id: first });
  expect(changes.map(({ operation }) => operation)).toEqual(['updated', 'restored']);
});

test('a delivery in the middle can be withdrawn; what came after it stays, and never falls back to it', async () => {
  await importPermits(['Y1', 'first']);
  const middle = await importPermits(['Y1', 'middle']);
  const last = await importPermits(['Y1', 'last']);
  expect(await withdraw(middle)).toEqual({ removed: 0, restored: 0, passedOn: 0 });
  expect((await find('Y1')).present).toMatchObject({ surname: 'last' });
  expect(await withdraw(last)).toEqual({ removed: 0, restored: 1, passedOn: 0 });
  expect((await find('Y1')).present).toMatchObject({ surname: 'first' });
});

test('a record that another delivery held word for word passes to that one', async () => {
  const first = await importPermits(['Z1', 'A'], ['Z2', 'B']);
  const second = await importPermits(['Z1', 'A']);
  const third = await importPermits(['Z1', 'A']);
  expect(await withdraw(first)).toEqual({ removed: 1, restored: 0, passedOn: 1 });
  expect((await find('Z1')).present).toMatchObject({ delivery_id: second, source_sheet: `S${files - 1}` });
  expect(await withdraw(second)).toEqual({ removed: 0, restored: 0, passedOn: 1 });
  expect((await find('Z1')).present).toMatchObject({ delivery_id: third });
  expect(await withdraw(third)).toEqual({ removed: 1, restored: 0, passedOn: 0 });
});

test('a version put back belongs to the delivery that still vouches for it', async () => {
  const first = await importPermits(['V1', 'A']);
  const second = await importPermits(['V1', 'A']);
  const third = await importPermits(['V1', 'B']);
  await withdraw(first);
  expect(await withdraw(third)).toEqual({ removed: 0, restored: 1, passedOn: 0 });
  expect((await find('V1')).present).toMatchObject({ surname: 'A', delivery_id: second });
});

test('movements are taken out of the log, and the same file can be imported again', async () => {
  const columns = ['direction', 'crossed_on', 'document_number'];
  const start = () =>
    importRecords(instance, {
      declaration: sampleMovement,
      delivery: sampleDelivery('movements.csv'),
      batches: [
        sampleBatch(sampleMovement, columns, [
          ['arrival', '2024-01-01', 'D1'],
          ['arrival', '2025-01-01', 'D1'],
        ]),
      ],
      receivedBy: 'officer',
    });
  const first = await start();
  expect(await withdraw(first.deliveryId)).toEqual({ removed: 2, restored: 0, passedOn: 0 });
  expect(await countRecords(instance, 'sample_movement')).toBe(0);
  expect(await start()).toMatchObject({ status: 'taken', counts: { taken: 2 } });
});

test('a delivery is withdrawn once, and one that never was is named', async () => {
  const id = await importPermits(['U1', 'A']);
  await withdraw(id);
  await expect(withdraw(id)).rejects.toMatchObject({ code: 'delivery_not_taken' });
  await expect(withdraw(999_999)).rejects.toMatchObject({ code: 'delivery_missing' });
});
