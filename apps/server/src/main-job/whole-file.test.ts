import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countRecords, createInstance, type Instance, importRecords, listDeliveries } from '@leeto/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getCountryContext } from './country-context.ts';
import { openWholeInstance, takeWhole } from './whole-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'leeto-whole-'));
chmodSync(folder, 0o755);
const { catalogue } = getCountryContext('LSO');
const file = { fileName: 'two-registers.xlsx', sha256: 'a'.repeat(64) };
let instance: Instance;

beforeAll(async () => {
  instance = await createInstance({ folder, kind: 'operational', countryCode: 'LSO' });
});
afterAll(async () => {
  await instance.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One figure into a dataset, as a part of the file. */
function take(register: 'population_count' | 'migrant_stock') {
  const declaration = catalogue.records.get(register);
  if (declaration === undefined) throw new Error(`${register} is not declared`);
  const figure = {
    population_count: {
      reference_area: 'LSO',
      district: '_T',
      sex: '_T',
      age_group: '_T',
      time_period: '2020',
      obs_value: '5',
    },
    migrant_stock: {
      reference_area: 'LSO',
      origin: '_T',
      sex: '_T',
      time_period: '2020',
      basis: 'not_stated',
      obs_value: '5',
    },
  }[register];
  return importRecords(instance, {
    declaration,
    delivery: {
      ...file,
      bytes: 1,
      mapping: {},
      mappingHash: register,
      provenance: { agency: 'undesa', citation: 'Test', isSynthetic: true },
    },
    batches: [{ register, columns: Object.keys(figure), rows: [Object.values(figure)], sheet: '', sourceRows: [2] }],
    receivedBy: 'test',
  });
}

const counts = () =>
  Promise.all(['population_count', 'migrant_stock'].map((register) => countRecords(instance, register)));

test('where a part fails, the parts before it are withdrawn', async () => {
  const parts = ['population_count', 'broken'] as const;
  const taken = takeWhole(instance, file, {
    parts,
    take: (part) => (part === 'broken' ? Promise.reject(new Error('the disk is full')) : take(part)),
  });
  await expect(taken).rejects.toThrow('the disk is full');
  expect(await counts()).toEqual([0, 0]);
  expect(await readdir(join(folder, 'files-under-way'))).toEqual([]);
});

test('where the program was killed between two parts, the next opening withdraws the first and says so', async () => {
  const afterDelivery = Math.max(...(await listDeliveries(instance)).map(({ id }) => id));
  await take('population_count');
  expect(await counts()).toEqual([1, 0]);
  const nobody = 2 ** 22 + 1;
  await mkdir(join(folder, 'files-under-way'), { recursive: true });
  await writeFile(
    join(folder, 'files-under-way', `${file.sha256}-${nobody}.json`),
    JSON.stringify({ ...file, afterDelivery, processId: nobody }),
  );
  await instance.close();
  instance = await openWholeInstance({ folder });
  expect(instance.notices.join()).toContain('two-registers.xlsx was cut short: nothing of it was taken');
  expect(await counts()).toEqual([0, 0]);
});

test('both parts go in where nothing happens, and stay', async () => {
  await takeWhole(instance, file, { parts: ['population_count', 'migrant_stock'] as const, take });
  await instance.close();
  instance = await openWholeInstance({ folder });
  expect(instance.notices).toEqual([]);
  expect(await counts()).toEqual([1, 1]);
});
