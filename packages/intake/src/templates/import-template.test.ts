import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { proposeMapping } from '../map/propose-mapping.ts';
import { readCandidates } from '../map/read-candidates.ts';
import { testCatalogue } from '../map/test-catalogue.ts';
import { openFile } from '../read/index.ts';
import { technicalName } from './import-template.ts';
import { writeImportTemplate } from './write-import-template.ts';

const folder = mkdtempSync(join(tmpdir(), 'leeto-template-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function fill(register: string, ...rows: Record<string, string | number>[]): Promise<string> {
  const declaration = testCatalogue.records.get(register);
  if (!declaration) throw new Error(register);
  const path = join(folder, `${register}-${rows.length}.xlsx`);
  await writeImportTemplate(declaration, testCatalogue, path);
  const workbook = read(readFileSync(path));
  const sheet = workbook.Sheets[register];
  if (!sheet) throw new Error('no sheet');
  const headers = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];
  utils.sheet_add_aoa(
    sheet,
    rows.map((row) => headers.map((header) => row[technicalName(header) ?? ''] ?? null)),
    { origin: 'A3' },
  );
  writeFileSync(path, write(workbook, { type: 'buffer', bookType: 'xlsx' }));
  return path;
}

describe('an import template', () => {
  it('is taken without a mapping when it is filled in, and its example row is left out', async () => {
    const path = await fill(
      'border_movement',
      {
        port: 'Maputsoe',
        direction: 'Arrival',
        crossed_on: '2025-03-01',
        nationality: 'South Africa',
        surname: 'Dlamini',
      },
      { port: 'Maseru Bridge', direction: 'Departure', crossed_on: '14/03/2025', nationality: 'LSO', intended_days: 3 },
    );
    const opened = await openFile(path);
    const table = opened.tables.find((each) => each.sheet === 'border_movement');
    if (!table) throw new Error('no table');
    const proposal = await proposeMapping(opened, table, testCatalogue, {});
    expect(proposal).toMatchObject({ by: 'template', mapping: { register: 'border_movement' } });
    if (!proposal.mapping) return;
    const reading = readCandidates(opened, table, proposal.mapping, testCatalogue);
    const rows = [];
    for await (const batch of reading.batches)
      rows.push(...batch.rows.map((row) => row[batch.columns.indexOf('crossed_on')]));
    const { counts, issues } = await reading.finish();
    expect(issues.groups()).toEqual([]);
    expect(counts).toMatchObject({ ready: 2, refused: 0, leftOut: 1 });
    expect(rows).toEqual(['2025-03-01', '2025-03-14']);
  });

  it('has a sheet for every register, with codes in named ranges and notes on each column', async () => {
    for (const declaration of testCatalogue.records.values()) {
      const path = join(folder, `${declaration.id}.xlsx`);
      await writeImportTemplate(declaration, testCatalogue, path);
      const workbook = read(readFileSync(path));
      expect(workbook.SheetNames).toEqual([declaration.id, 'About', 'Codes']);
      const sheet = workbook.Sheets[declaration.id];
      expect(sheet?.A1?.c?.[0]?.t).toMatch(/Accepted: /);
      const names = workbook.Workbook?.Names?.map((each) => each.Name) ?? [];
      for (const field of declaration.fields) {
        if (field.classification) expect(names).toContain(`list_${field.classification}`);
      }
    }
  });

  it('leaves the sheets beside the data alone', async () => {
    const opened = await openFile(
      await fill('visa', { visa_number: 'V1', nationality: 'LSO', applied_on: '2025-01-02' }),
    );
    for (const table of opened.tables) {
      if (table.sheet === 'visa') continue;
      expect((await proposeMapping(opened, table, testCatalogue)).mapping, table.sheet).toBeNull();
    }
  });
});
