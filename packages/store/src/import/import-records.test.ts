import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openExport, streamRecords } from '../export/open-export.ts';
import type { Instance } from '../instance/instance.ts';
import { countRecords } from '../ledger/count-records.ts';
import { findRecordHistory } from '../ledger/find-record-history.ts';
import { listDeliveries } from '../ledger/list-deliveries.ts';
import { withdrawDelivery } from '../ledger/withdraw-delivery.ts';
import { openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import {
  sampleBatch,
  sampleDelivery,
  sampleMovement,
  samplePermit,
  sampleRecords,
  sampleStock,
} from '../testing/sample-declarations.ts';
import { importRecords } from './import-records.ts';
import { makeRecordKey } from './record-key.ts';

let opened: TestInstance;
let instance: Instance;
let files = 0;

beforeAll(async () => {
  opened = await openTestInstance({ records: sampleRecords });
  instance = opened.instance;
});
afterAll(() => opened.dispose());
beforeEach(async () => {
  const taken = await listDeliveries(instance, { status: 'taken' });
  for (const { id } of taken.toReversed())
    await withdrawDelivery(instance, { id, reason: 'next test', withdrawnBy: 'tests' });
});

const PERMIT = ['permit_number', 'surname', 'valid_from', 'fee', 'is_renewal'];
const MOVEMENT = ['direction', 'crossed_on', 'document_number', 'surname'];
type Rows = (string | null)[][];

const fileName = () => {
  files += 1;
  return `file-${files}.csv`;
};
const importPermits = (rows: Rows, change = {}, name = fileName(), columns = PERMIT) =>
  importRecords(instance, {
    declaration: samplePermit,
    delivery: sampleDelivery(name, change),
    batches: [sampleBatch(samplePermit, columns, rows, 'Sheet 1')],
    receivedBy: 'officer',
  });
const importMovements = (rows: Rows, change = {}, name = fileName(), columns = MOVEMENT) =>
  importRecords(instance, {
    declaration: sampleMovement,
    delivery: sampleDelivery(name, change),
    batches: [sampleBatch(sampleMovement, columns, rows)],
    receivedBy: 'officer',
  });
const permitKey = (number: string) => makeRecordKey(samplePermit, PERMIT, 'police')([number]);

describe('taking a file', () => {
  test('brings every value in its canonical form back out, with file and row', async () => {
    const awkward = 'Mo\\lapo\t"x", \'y\'\r\nline\u001funit';
    const result = await importPermits([
      ['P1', awkward, '2025-03-01', '12.50', 'true'],
      ['P2', 'Lebohang Ts’ele', null, null, null],
    ]);
    expect(result).toMatchObject({ status: 'taken', counts: { read: 2, taken: 2, unchanged: 0, duplicates: 0 } });
    const { csv, columns, types } = await streamRecords(instance, samplePermit);
    const lines = await text(csv);
    expect(columns.slice(0, 4)).toEqual(['record_id', 'delivery_id', 'source_sheet', 'source_row']);
    expect(types).toEqual(['bigint', 'integer', 'text', 'integer', 'text', 'text', 'date', 'numeric', 'boolean']);
    expect(lines).toContain(`,Sheet 1,2,P1,"${awkward.replaceAll('"', '""')}",2025-03-01,12.50,true\n`);
    expect(lines).toContain(',Sheet 1,3,P2,Lebohang Ts’ele,,,\n');
  });

  test('keeps who received it, how it was mapped, and what it came to', async () => {
    const { deliveryId } = await importPermits([['P1', 'A', null, null, null]], {
      intakeCounts: () => ({ read: 9, refused: 5, leftOut: 3 }),
      referencePeriod: { from: '2025-01-01', until: '2025-12-31' },
    });
    const delivery = (await listDeliveries(instance)).find(({ id }) => id === deliveryId);
    expect(delivery).toMatchObject({
      register: 'sample_permit',
      agency: 'police',
      receivedBy: 'officer',
      status: 'taken',
      counts: { read: 9, taken: 1, refused: 5, leftOut: 3 },
      referencePeriod: { from: '2025-01-01', until: '2025-12-31' },
      provenance: { isSynthetic: true },
    });
    expect(delivery?.finishedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  test('changes nothing when the same file comes again by the same mapping', async () => {
    const name = fileName();
    const first = await importPermits([['P1', 'A', null, null, null]], {}, name);
    const second = await importPermits([['P1', 'A', null, null, null]], {}, name);
    expect(second).toMatchObject({
      status: 'already_imported',
      deliveryId: first.deliveryId,
      counts: { taken: 0, unchanged: 1 },
    });
    expect(await countRecords(instance, 'sample_permit')).toBe(1);
  });

  test('names the rows that stand twice in one file and takes the first', async () => {
    const result = await importPermits([
      ['P1', 'A', null, null, null],
      ['P2', 'B', null, null, null],
      ['P1', 'C', null, null, null],
    ]);
    expect(result.counts).toMatchObject({ read: 3, taken: 2, duplicates: 1 });
    expect(result.duplicateRows).toEqual([
      { sheet: 'Sheet 1', row: 4, reason: 'twice_in_file', first: { sheet: 'Sheet 1', row: 2 } },
    ]);
    expect((await findRecordHistory(instance, 'sample_permit', { recordKey: permitKey('P1') })).present).toMatchObject({
      surname: 'A',
    });
  });

  test('takes records with the same key from two agencies as two records', async () => {
    await importPermits([['P1', 'A', null, null, null]]);
    const other = { provenance: { agency: 'labour_commissioner', citation: 'Sample', isSynthetic: true } };
    expect((await importPermits([['P1', 'A', null, null, null]], other)).counts.taken).toBe(1);
    expect(await countRecords(instance, 'sample_permit')).toBe(2);
  });
});

describe('a register', () => {
  test('keeps what a record was before a later file changed it', async () => {
    const first = await importPermits([
      ['H1', 'A', '2025-01-01', '1.0', 'false'],
      ['H2', 'B', null, null, null],
    ]);
    const second = await importPermits([
      ['H1', 'Z', '2025-01-01', '1.0', 'false'],
      ['H2', 'B', null, null, null],
      ['H3', 'C', null, null, null],
    ]);
    expect(second.counts).toMatchObject({ taken: 2, unchanged: 1, duplicates: 0 });
    const history = await findRecordHistory(instance, 'sample_permit', { recordKey: permitKey('H1') });
    expect(history.present).toMatchObject({ surname: 'Z', delivery_id: second.deliveryId, source_row: 2 });
    expect(history.changes).toHaveLength(1);
    expect(history.changes[0]).toMatchObject({
      operation: 'updated',
      changedBy: 'officer',
      byDelivery: second.deliveryId,
      before: { surname: 'A', delivery_id: first.deliveryId, source_sheet: 'Sheet 1', source_row: 2, fee: 1 },
    });
  });

  test('leaves alone the fields that a later file does not bring', async () => {
    await importPermits([['P1', 'A', '2025-01-01', '5', 'true']]);
    await importPermits([['P1', 'B']], {}, fileName(), ['permit_number', 'surname']);
    const { present } = await findRecordHistory(instance, 'sample_permit', { recordKey: permitKey('P1') });
    expect(present).toMatchObject({ surname: 'B', valid_from: '2025-01-01', fee: 5, is_renewal: true });
  });

  test('takes revised figures of a dataset and keeps the earlier ones', async () => {
    const importStock = (value: string) =>
      importRecords(instance, {
        declaration: sampleStock,
        delivery: sampleDelivery(fileName()),
        batches: [sampleBatch(sampleStock, ['reference_area', 'time_period', 'obs_value'], [['LSO', '2020', value]])],
        receivedBy: 'officer',
      });
    await importStock('100');
    expect((await importStock('120')).counts.taken).toBe(1);
    const { rows } = await instance.reader.query(`select before ->> 'obs_value' as was from ledger.record_change
      where register = 'sample_stock' and operation = 'updated'`);
    expect(rows).toEqual([{ was: '100' }]);
  });
});

describe('a movement log', () => {
  test('makes the partitions that the dates ask for, odd years too', async () => {
    await importMovements([
      ['arrival', '2025-01-01', 'D1', 'A'],
      ['arrival', '1899-12-31', 'D1', 'A'],
      ['arrival', '2087-06-30', 'D1', 'A'],
    ]);
    const { rows } = await instance.reader.query(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'register.sample_movement'::regclass order by 1`,
    );
    const names = rows.map(({ name }) => name);
    for (const year of ['1899', '2025', '2087']) expect(names).toContain(`register.sample_movement_${year}`);
  });

  test('does not alter an event that another file tells differently, and names the row', async () => {
    await importMovements([['arrival', '2025-01-01', 'D1', 'A']]);
    const result = await importMovements([
      ['arrival', '2025-01-01', 'D1', 'B'],
      ['arrival', '2025-01-02', 'D1', 'A'],
    ]);
    expect(result.counts).toMatchObject({ taken: 1, unchanged: 0, duplicates: 1 });
    expect(result.duplicateRows).toEqual([{ sheet: '', row: 2, reason: 'differs_from_recorded' }]);
    const { rows } = await instance.reader.query('select surname from register.sample_movement order by crossed_on');
    expect(rows).toEqual([{ surname: 'A' }, { surname: 'A' }]);
  });

  test('knows a movement by the agency’s own number and its direction', async () => {
    const columns = ['source_record_id', ...MOVEMENT];
    const result = await importMovements(
      [
        ['7', 'arrival', '2025-01-01', 'D1', 'A'],
        ['7', 'departure', '2025-01-03', 'D1', 'A'],
        ['7', 'departure', '2025-01-04', 'D1', 'A'],
      ],
      {},
      fileName(),
      columns,
    );
    expect(result.counts).toMatchObject({ taken: 2, duplicates: 1 });
  });
});

describe('a register too large for its keys to be held in memory', () => {
  test('is compared within the database, with the same outcome', async () => {
    const importRows = (rows: Rows) =>
      importRecords(instance, {
        declaration: samplePermit,
        delivery: sampleDelivery(fileName()),
        batches: rows.map((row) => sampleBatch(samplePermit, ['permit_number', 'surname'], [row])),
        receivedBy: 'officer',
        mostKeysInMemory: 0,
      });
    await importRows([
      ['M1', 'A'],
      ['M2', 'B'],
    ]);
    const { counts } = await importRows([
      ['M1', 'A'],
      ['M2', 'Z'],
      ['M3', 'C'],
      ['M3', 'D'],
    ]);
    expect(counts).toMatchObject({ read: 4, taken: 2, unchanged: 1, duplicates: 1 });
    expect(await countRecords(instance, 'sample_permit')).toBe(3);
    const { present } = await findRecordHistory(instance, 'sample_permit', { recordKey: permitKey('M2') });
    expect(present).toMatchObject({ surname: 'Z' });
  });

  test('keeps a movement log as it is', async () => {
    await importMovements([['arrival', '2025-01-01', 'D1', 'A']]);
    const { counts } = await importRecords(instance, {
      declaration: sampleMovement,
      delivery: sampleDelivery(fileName()),
      batches: [
        sampleBatch(sampleMovement, MOVEMENT, [
          ['arrival', '2025-01-01', 'D1', 'B'],
          ['arrival', '2031-01-02', 'D1', 'A'],
        ]),
      ],
      receivedBy: 'officer',
      mostKeysInMemory: 0,
    });
    expect(counts).toMatchObject({ taken: 1, duplicates: 1 });
  });
});

describe('problems', () => {
  test('a value that its field cannot hold stops the whole file with its column, and leaves nothing', async () => {
    const failing = importPermits([
      ['P1', 'A', '2025-01-01', null, null],
      ['P2', 'A', '2025-02-31', null, null],
    ]);
    await expect(failing).rejects.toMatchObject({
      code: 'value_not_canonical',
      message: expect.stringContaining('valid_from'),
    });
    await expect(failing).rejects.not.toMatchObject({ message: expect.stringContaining('2025-02-31') });
    expect(await countRecords(instance, 'sample_permit')).toBe(0);
    expect((await listDeliveries(instance)).at(-1)).toMatchObject({ status: 'interrupted' });
  });

  test('a missing required column, and one that is no field, are named before anything is sent', async () => {
    const failing = importPermits([['A', 'x']], {}, fileName(), ['surname', 'shoe_size']);
    await expect(failing).rejects.toMatchObject({
      code: 'columns_unfit',
      message: expect.stringMatching(/shoe_size.*permit_number/),
    });
  });

  test('cancelling in the middle leaves nothing and frees the connection', async () => {
    const controller = new AbortController();
    async function* batches() {
      yield sampleBatch(samplePermit, PERMIT, [['P1', 'A', null, null, null]]);
      controller.abort();
      yield sampleBatch(samplePermit, PERMIT, [['P2', 'A', null, null, null]]);
    }
    const delivery = sampleDelivery(fileName());
    const importing = importRecords(instance, {
      declaration: samplePermit,
      delivery,
      batches: batches(),
      receivedBy: 'officer',
      signal: controller.signal,
    });
    await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
    expect(await countRecords(instance, 'sample_permit')).toBe(0);
    expect((await importPermits([['P1', 'A', null, null, null]])).status).toBe('taken');
  });

  test('a source that throws in the middle leaves nothing', async () => {
    async function* batches() {
      yield sampleBatch(samplePermit, PERMIT, [['P1', 'A', null, null, null]]);
      throw new Error('the file ended early');
    }
    const delivery = sampleDelivery(fileName());
    const importing = importRecords(instance, {
      declaration: samplePermit,
      delivery,
      batches: batches(),
      receivedBy: 'officer',
    });
    await expect(importing).rejects.toThrow('the file ended early');
    expect(await countRecords(instance, 'sample_permit')).toBe(0);
  });
});

describe('two imports at once', () => {
  test('of one register both succeed, the second saying that it waits', async () => {
    const messages: string[] = [];
    const rows = (start: number) =>
      Array.from({ length: 5000 }, (_, index) => [`P${start + index}`, 'A', null, null, null]);
    const start = (from: number) =>
      importRecords(instance, {
        declaration: samplePermit,
        delivery: sampleDelivery(fileName()),
        batches: [sampleBatch(samplePermit, PERMIT, rows(from))],
        receivedBy: 'officer',
        onProgress: ({ message }) => {
          if (message !== undefined) messages.push(message);
        },
      });
    const results = await Promise.all([start(0), start(2500)]);
    expect(results.map(({ counts }) => counts.taken + counts.unchanged)).toEqual([5000, 5000]);
    expect(await countRecords(instance, 'sample_permit')).toBe(7500);
    expect(messages).toHaveLength(1);
  });

  test('of the same file one is taken and the other finds it already imported', async () => {
    const name = fileName();
    const once = () => importPermits([['P1', 'A', null, null, null]], {}, name);
    const statuses = (await Promise.all([once(), once(), once()])).map(({ status }) => status).sort();
    expect(statuses).toEqual(['already_imported', 'already_imported', 'taken']);
    expect((await listDeliveries(instance, { status: 'receiving' })).length).toBe(0);
  });
});

describe('an export', () => {
  test('sees all registers as of one moment', async () => {
    await importPermits([['P1', 'A', null, null, null]]);
    const opening = await openExport(instance);
    await importPermits([['P2', 'A', null, null, null]]);
    expect((await text(opening.stream(samplePermit).csv)).trim().split('\n')).toHaveLength(2);
    expect((await text(opening.stream(sampleStock).csv)).trim().split('\n')).toHaveLength(1);
    expect(await opening.deliveries()).toHaveLength(1);
    expect(await opening.count(samplePermit)).toBe(1);
    await opening.close();
  });
});
