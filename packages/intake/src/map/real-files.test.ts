import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFile } from '../read/index.ts';
import { type CodeList, readCodeLists } from './guess/code-lists.ts';
import { proposeMapping } from './propose-mapping.ts';
import { readCandidates } from './read-candidates.ts';
import { testCatalogue } from './test-catalogue.ts';

const folder = join(import.meta.dirname, '../../../../../shared/data/migration');
const isThere = existsSync(folder);
if (!isThere)
  console.warn('skipped: published files of UN DESA, UNHCR, IOM, World Bank and others are not beside the project');

async function codeLists(...names: string[]): Promise<readonly CodeList[]> {
  const lists: CodeList[] = [];
  for (const name of names) {
    const opened = await openFile(join(folder, name));
    for (const table of opened.tables) lists.push(...(await readCodeLists(opened, table)));
  }
  return lists;
}

/** Register → records ready and refused, over all tables of a file. */
async function take(path: string, lists: readonly CodeList[] = []) {
  const opened = await openFile(join(folder, path));
  const taken: Record<string, { ready: number; refused: number }> = {};
  for (const table of opened.tables) {
    const { mapping } = await proposeMapping(opened, table, testCatalogue, { codeLists: lists, latestYear: 2026 });
    if (mapping === null) continue;
    const reading = readCandidates(opened, table, mapping, testCatalogue, { pseudonymKey: 'test', latestYear: 2026 });
    const declaration = testCatalogue.records.get(mapping.register);
    const named = new Set<string>();
    for await (const batch of reading.batches) {
      expect(batch.register).toBe(mapping.register);
      if (declaration?.shape !== 'dataset') continue;
      // Two different figures under one key would be one record in the store: one of them would be lost without a word.
      for (const row of batch.rows) {
        const key = declaration.key.map((name) => row[batch.columns.indexOf(name)] ?? '').join(' ');
        expect(named.has(key), key).toBe(false);
        named.add(key);
      }
    }
    const { counts, issues } = await reading.finish();
    issues.dispose();
    expect(counts.read).toBe(counts.ready + counts.refused + counts.leftOut);
    const before = taken[mapping.register] ?? { ready: 0, refused: 0 };
    taken[mapping.register] = { ready: before.ready + counts.ready, refused: before.refused + counts.refused };
  }
  return taken;
}

describe.skipIf(!isThere)('published files', () => {
  it.each([
    [
      'undesa/undesa_pd_2019_migrant_stock_total_dataset.xlsx',
      { migrant_stock: { ready: 4824, refused: 0 }, population_count: { ready: 4424, refused: 0 } },
    ],
    [
      'undesa/undesa_pd_2020_ims_stock_by_sex_and_destination.xlsx',
      { migrant_stock: { ready: 4813, refused: 0 }, population_count: { ready: 4459, refused: 0 } },
    ],
    ['worldbank/WB_Bilateral_Estimates_Migrant_Stocks_2017.xlsx', { migrant_stock: { ready: 14809, refused: 0 } }],
    ['worldbank/WB_Bilateral_Remittance_Estimates_2017.xlsx', { remittance_flow: { ready: 12293, refused: 0 } }],
    ['unhcr/unhcr_solutions_v2026-06-25.csv.gz', { asylum_statistic: { ready: 23097, refused: 0 } }],
    ['unhcr/unhcr_idmc_v2026-06-25.csv.gz', { refugee_population: { ready: 934, refused: 0 } }],
    ['unhcr/unhcr_demographics_v2026-06-25.csv.gz', {}],
    ['iom/missing_migrants_2014_2023.csv', { migration_death: { ready: 12984, refused: 0 } }],
    ['us_h2_labour/H-2A_FY2010.xlsx', { labour_certification: { ready: 7394, refused: 0 } }],
    ['us_h2_labour/H-2B_FY2000.csv.gz', { labour_certification: { ready: 4914, refused: 0 } }],
    ['us_h2_labour/H2a_FY2006.csv.gz', { labour_certification: { ready: 7469, refused: 0 } }],
    ['us_h2_labour/H-2B_FY2013.xls', { labour_certification: { ready: 4707, refused: 3 } }],
  ])('takes %s', async (path, expected) => {
    expect(await take(path)).toEqual(expected);
  });

  it('takes border microdata with its list of countries', async () => {
    const lists = await codeLists('us_i94/codelist_I94CIT_I94RES.csv');
    expect(await take('us_i94/immigration_data_sample.csv', lists)).toEqual({
      border_movement: { ready: 1951, refused: 0 },
    });
  });
});
