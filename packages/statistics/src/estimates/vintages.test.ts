import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession, type Session } from '@leeto/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revisionsByLag, revisionTriangle } from './revisions.ts';
import { keepVintage, readVintages } from './vintage-files.ts';
import { addVintages, VintageExistsError, type VintageRow } from './vintages.ts';

function row(reference: string, vintage: string, estimate: number, more: Partial<VintageRow> = {}): VintageRow {
  return {
    reference_month: reference,
    vintage_month: vintage,
    series: 'arrival',
    estimate,
    low: estimate - 2,
    high: estimate + 2,
    n_known: 0,
    n_unknown: 9,
    status: 'P',
    ...more,
  };
}

// January and February of 2024, told twice each; final in 2025-06 at 103 and 88, and the same afterwards.
const kept = [
  row('2024-01', '2024-02', 100),
  row('2024-01', '2024-03', 102),
  row('2024-02', '2024-03', 90),
  row('2024-02', '2024-04', 84),
  row('2024-03', '2024-04', 70),
  row('2024-01', '2025-06', 103, { status: 'F' }),
  row('2024-01', '2025-07', 999, { status: 'F' }),
  row('2024-02', '2025-07', 88, { status: 'F' }),
];

describe('revisions', () => {
  test('the triangle has the estimates by age and the first final figure', () => {
    expect(revisionTriangle(kept, 'arrival')).toEqual({
      lags: [1, 2],
      rows: [
        { referenceMonth: '2024-01', estimates: [100, 102], final: 103 },
        { referenceMonth: '2024-02', estimates: [90, 84], final: 88 },
        { referenceMonth: '2024-03', estimates: [70, null], final: null },
      ],
    });
  });

  test('mean absolute revision by age counts months that are final', () => {
    // One month after: 103 - 100 = 3 and 88 - 90 = -2; two months after: 1 and 4.
    expect(revisionsByLag(kept)).toEqual([
      {
        series: 'arrival',
        lag: 1,
        months: 2,
        meanRevision: 0.5,
        meanAbsoluteRevision: 2.5,
        relativeRevision: expect.closeTo((100 * 2.5) / 95.5, 10),
        covered: 50,
      },
      {
        series: 'arrival',
        lag: 2,
        months: 2,
        meanRevision: 2.5,
        meanAbsoluteRevision: 2.5,
        relativeRevision: expect.closeTo((100 * 2.5) / 95.5, 10),
        covered: 50,
      },
    ]);
  });
});

describe('adding vintages', () => {
  test('a vintage that is there is refused, or replaced whole where that is asked for', () => {
    const again = [row('2024-01', '2024-02', 1)];
    expect(() => addVintages(kept, again)).toThrow(VintageExistsError);
    const replaced = addVintages(kept, again, 'replace');
    expect(replaced.filter(({ vintage_month: month }) => month === '2024-02')).toEqual(again);
    expect(replaced).toHaveLength(kept.length);
  });

  test('two estimates of one month and series in one vintage are refused', () => {
    const twice = [row('2024-01', '2024-02', 1), row('2024-01', '2024-02', 2)];
    expect(() => addVintages([], twice)).toThrow('two estimates of arrival in 2024-01');
  });
});

describe('the folder of vintages', () => {
  let session: Session;
  let folder: string;
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'vintages-')), 'kept');
    session = await openSession({ temporaryFolder: join(folder, '..', 'spill'), folders: [folder], threads: 1 });
  });
  afterAll(async () => {
    session.close();
    await rm(join(folder, '..'), { recursive: true });
  });

  test('a monthly run adds its file, and what was kept is read back', async () => {
    const at = { session, folder };
    expect(await readVintages(at)).toEqual([]);
    await keepVintage(at, [row('2024-01', '2024-02', 100.25, { series: 'net', low: -3 })]);
    await keepVintage(at, [row('2024-02', '2024-03', 90), row('2024-01', '2024-03', 102)]);
    await expect(keepVintage(at, [row('2024-01', '2024-03', 7)])).rejects.toThrow(VintageExistsError);
    expect(await readVintages(at)).toEqual([
      row('2024-01', '2024-02', 100.25, { series: 'net', low: -3 }),
      row('2024-01', '2024-03', 102),
      row('2024-02', '2024-03', 90),
    ]);
    await keepVintage(at, [row('2024-01', '2024-03', 7)], 'replace');
    expect((await readVintages(at)).map(({ estimate }) => estimate)).toEqual([100.25, 7]);
    expect(await readdir(folder)).toEqual(['vintage-2024-02.parquet', 'vintage-2024-03.parquet']);
  });

  test('a half-written file of a run that was killed is not read', async () => {
    await writeFile(join(folder, '.vintage-2024-09-draft'), 'half');
    expect((await readVintages({ session, folder })).map(({ vintage_month: month }) => month)).not.toContain('2024-09');
  });

  test('two vintages at once, or a month that is none, are refused', async () => {
    const at = { session, folder };
    await expect(keepVintage(at, kept)).rejects.toThrow('One vintage month');
    await expect(keepVintage(at, [row('2024-01', '2024-13', 1)])).rejects.toThrow('not 2024-13');
  });
});
