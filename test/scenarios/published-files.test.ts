import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openFile, readCodeLists } from '@leeto/intake';
import {
  defaultCountry,
  type FileOutcome,
  freezeInstance,
  getCountryContext,
  importFile,
  measureParameters,
  noProgress,
  withSnapshot,
} from '@leeto/server';
import { computeMeasure } from '@leeto/statistics';
import { createInstance, type Instance } from '@leeto/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const published = join(import.meta.dirname, '../../../shared/data/migration');
const isThere = existsSync(published);
if (!isThere)
  console.warn('skipped: published files of UN DESA, UNHCR, IOM, World Bank and others are not beside the project');

const context = getCountryContext(defaultCountry);
const home = temporaryFolder();

/** Files in the order in which they are imported, with what is to become of their rows. */
const files: readonly (readonly [path: string, counts: Readonly<Record<string, Readonly<Record<string, number>>>>])[] =
  [
    [
      'undesa/undesa_pd_2019_migrant_stock_total_dataset.xlsx',
      { migrant_stock: { taken: 4824, leftOut: 99 }, population_count: { taken: 4424, leftOut: 499 } },
    ],
    [
      'undesa/undesa_pd_2020_ims_stock_by_sex_and_destination.xlsx',
      {
        migrant_stock: { taken: 2220, unchanged: 2593, leftOut: 170 },
        population_count: { taken: 2403, unchanged: 2056, leftOut: 524 },
      },
    ],
    [
      'worldbank/WB_Bilateral_Estimates_Migrant_Stocks_2017.xlsx',
      { migrant_stock: { taken: 14_809, leftOut: 31_848 } },
    ],
    ['worldbank/WB_Bilateral_Remittance_Estimates_2017.xlsx', { remittance_flow: { taken: 12_293, leftOut: 33_932 } }],
    ['unhcr/unhcr_population_SADC_all_vintages.csv.gz', { refugee_population: { taken: 21_763, leftOut: 230_144 } }],
    ['unhcr/unhcr_solutions_v2026-06-25.csv.gz', { asylum_statistic: { taken: 23_097, leftOut: 40_677 } }],
    ['unhcr/unhcr_idmc_v2026-06-25.csv.gz', { refugee_population: { taken: 934 } }],
    ['unhcr/unhcr_demographics_v2026-06-25.csv.gz', {}],
    ['iom/missing_migrants_2014_2023.csv', { migration_death: { taken: 12_984 } }],
    // An older state of the same list: where it tells an incident otherwise, the list that reaches further stands.
    ['iom/missing_migrants_TRUNCATED_kaggle.csv', { migration_death: { taken: 40, unchanged: 1394, duplicates: 756 } }],
    ['us_h2_labour/H-2A_FY2010.xlsx', { labour_certification: { taken: 7381, duplicates: 13 } }],
    ['us_h2_labour/H2a_FY2006.csv.gz', { labour_certification: { taken: 7464, duplicates: 5 } }],
    ['us_h2_labour/H-2B_FY2013.xls', { labour_certification: { taken: 4707, refused: 3 } }],
    ['us_i94/immigration_data_sample.csv', { border_movement: { taken: 1951 } }],
  ];
const none = { taken: 0, unchanged: 0, duplicates: 0, refused: 0, leftOut: 0 };

describe.skipIf(!isThere)('published files, from import to figures', () => {
  let instance: Instance;
  const outcomes = new Map<string, FileOutcome>();
  const figures = new Map<string, ReadonlyMap<string, readonly (number | null)[]>>();

  beforeAll(async () => {
    instance = await createInstance({ folder: home, kind: 'operational', countryCode: defaultCountry });
    const lists = await openFile(join(published, 'us_i94/codelist_I94CIT_I94RES.csv'));
    const codeLists = (await Promise.all(lists.tables.map((table) => readCodeLists(lists, table)))).flat();
    for (const [path] of files) {
      const options = { instance, context, codeLists, issuesFolder: home, receivedBy: 'test', onProgress: noProgress };
      // Another country's certifications say nothing of this one: here the labour ministry of its own delivers them.
      const agency = path.startsWith('us_h2_labour/') ? 'labour_commissioner' : undefined;
      outcomes.set(path, await importFile({ ...options, agency, path: join(published, path) }));
    }
    const snapshot = await freezeInstance(instance, context, noProgress);
    const measures = [
      'foreign_born_stock',
      'emigrant_stock',
      'remittances_by_sender',
      'remittances_by_receiver',
      'refugee_population_in_country',
      'refugees_from_country',
      'asylum_statistics',
      'labour_certifications',
      'migration_deaths',
      'migration_deaths_of_country',
    ];
    await withSnapshot(snapshot, context, home, async (session) => {
      for (const id of measures) {
        const { table } = await computeMeasure(session, id, measureParameters(context, snapshot, '2026-07-01'));
        figures.set(id, new Map(table.rows.map(({ key, values }) => [key.join('/'), values])));
      }
    });
  }, 120_000);
  afterAll(() => instance?.close());

  const figure = (measure: string, key: string, place = 0) => figures.get(measure)?.get(key)?.[place];

  test.each(files)('every row of %s is taken, or has its reason', (path, expected) => {
    const deliveries = outcomes.get(path)?.deliveries ?? [];
    const counts = deliveries.map(({ register, counts: { read, ...rest } }) => {
      expect(Object.values(rest).reduce((sum, count) => sum + count, 0)).toBe(read);
      return [register, rest] as const;
    });
    const wanted = Object.entries(expected).map(([register, some]) => [register, { ...none, ...some }]);
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(wanted));
  });

  test('migrants in Lesotho: the last edition for its years, no year of the edition before between them', () => {
    const years = ['1990', '1995', '2000', '2005', '2010', '2015', '2019', '2020'];
    const stock = (sex: string) => years.map((year) => figure('foreign_born_stock', `undesa/_T/_T/${sex}/${year}`));
    expect(stock('_T')).toEqual([8240, 7204, 6167, 6290, 6414, 9152, undefined, 12_060]);
    expect(stock('F').at(-1)).toBe(5523);
  });

  test('migrants in and from Lesotho by country: the World Bank, with its own totals', () => {
    expect(figure('foreign_born_stock', 'world_bank/_T/ZAF/_T/2017')).toBe(2680);
    expect(figure('foreign_born_stock', 'world_bank/_T/_T/_T/2017')).toBe(7093);
    expect(figure('emigrant_stock', 'world_bank/_T/ZAF/_T/2017')).toBe(312_537);
    expect(figure('emigrant_stock', 'world_bank/_T/_T/_T/2017')).toBe(327_926);
  });

  test('remittances to and from Lesotho', () => {
    expect(figure('remittances_by_sender', 'world_bank/ZAF/2017')).toBeCloseTo(399.156518, 5);
    expect(figure('remittances_by_sender', 'world_bank/_T/2017')).toBeCloseTo(414.911953, 5);
    expect(figure('remittances_by_receiver', 'world_bank/_T/2017')).toBeCloseTo(1.756595, 5);
  });

  test('refugees in and from Lesotho: the last of ten releases in one file', () => {
    expect(figure('refugee_population_in_country', 'unhcr/refugees/_T/2025')).toBe(478);
    expect(figure('refugee_population_in_country', 'unhcr/asylum_seekers/_T/2025')).toBe(202);
    expect(figure('refugees_from_country', 'unhcr/refugees/_T/2025')).toBe(27);
    const returned = [...(figures.get('asylum_statistics') ?? [])].filter(([key]) => /\/returned\/_T\//.test(key));
    expect(returned.reduce((sum, [, values]) => sum + (values[0] ?? 0), 0)).toBe(130);
  });

  test('deaths: an incident of both vintages counts once', () => {
    // The whole file has 57,458 dead and missing; 40 incidents of the older, truncated file are in it no more.
    expect(figure('migration_deaths', '_T/_T/_T')).toBe(57_775);
    expect(figure('migration_deaths', '_T/_T/2023')).toBe(3134);
    expect(figure('migration_deaths_of_country', 'origin_country/_T/2021')).toBe(12);
  });

  test('labour certifications: a case counts once, an association with the workers of its own row', () => {
    const workers = (programme: string, year: string) =>
      [0, 2].map((place) => figure('labour_certifications', `${programme}/_T/${year}`, place));
    expect(workers('H-2A', '_U')).toEqual([4264, 60_917]);
    expect(workers('H-2A', '2009')).toEqual([797, 16_366]);
    expect(workers('H-2A', '2010')).toEqual([3634, 62_870]);
    expect(workers('H-2B', '2012')).toEqual([1307, 26_093]);
  });

  test('a second import changes nothing', async () => {
    const [path] = files[0] ?? [''];
    const options = { instance, context, issuesFolder: home, receivedBy: 'test', onProgress: noProgress };
    expect((await importFile({ ...options, path: join(published, path) })).status).toBe('unchanged');
  });
});
