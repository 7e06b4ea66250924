import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { streamRecords } from '../export/open-export.ts';
import type { Instance } from '../instance/instance.ts';
import { listDeliveries } from '../ledger/list-deliveries.ts';
import { withdrawDelivery } from '../ledger/withdraw-delivery.ts';
import { openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import { sampleBatch, sampleDelivery, sampleRecords, sampleStock } from '../testing/sample-declarations.ts';
import { importRecords } from './import-records.ts';

type Rows = (string | null)[][];

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

describe('editions of a published series', () => {
  const importStock = (rows: Rows) => {
    files += 1;
    return importRecords(instance, {
      declaration: sampleStock,
      delivery: sampleDelivery(`edition-${files}.csv`),
      batches: [sampleBatch(sampleStock, ['reference_area', 'time_period', 'obs_value'], rows)],
      receivedBy: 'officer',
    });
  };
  const stockOf = async (year: string) => {
    const { csv } = await streamRecords(instance, sampleStock);
    return (await text(csv))
      .split('\n')
      .find((line) => line.includes(`,LSO,${year},`))
      ?.split(',')
      .at(-1);
  };
  const later: Rows = [
    ['LSO', '2010', '11'],
    ['LSO', '2015', '16'],
    ['LSO', '2020', '21'],
  ];
  const earlier: Rows = [
    ['LSO', '2005', '5'],
    ['LSO', '2010', '10'],
    ['LSO', '2015', '16'],
    ['LSO', '2019', '19'],
  ];

  test('the one that reaches further in time stands, in whatever order they come, and the other is told where it gave way', async () => {
    await importStock(later);
    const second = await importStock(earlier);
    expect(second.counts).toMatchObject({ read: 4, taken: 2, unchanged: 1, duplicates: 1 });
    expect(second.duplicateRows).toEqual([{ sheet: '', row: 3, reason: 'later_edition_recorded' }]);
    expect(await stockOf('2010')).toBe('11');
  });

  test('the later one takes the place of the earlier', async () => {
    await importStock(earlier);
    expect((await importStock(later)).counts).toMatchObject({ taken: 2, unchanged: 1, duplicates: 0 });
    expect(await stockOf('2010')).toBe('11');
  });

  test('a file of one or two periods corrects, whenever it comes', async () => {
    await importStock(later);
    expect((await importStock([['LSO', '2010', '12']])).counts).toMatchObject({ taken: 1, duplicates: 0 });
    expect(await stockOf('2010')).toBe('12');
  });
});
