import { join } from 'node:path';
import { type BookType, CFB, utils, type WorkSheet, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../raw.ts';
import { codesOf, readAll, readOnly, readWritten } from '../written-file.ts';
import { withoutFootnoteMark } from './footnote-mark.ts';
import { serialToIso } from './serial-date.ts';

const ROWS: RawCell[][] = [
  ['name', 'day', 'rate', 'n', 'ok'],
  ['Mokoena', 45717, 0.125, 5, true],
  ['Thamae', 45717.586805555555, 1, -3, false],
];

function book(bookType: BookType, change: (sheet: WorkSheet) => void = () => undefined, is1904 = false): Buffer {
  const sheet = utils.aoa_to_sheet(ROWS);
  for (const at of ['B2', 'B3']) sheet[at].z = 'yyyy-mm-dd hh:mm';
  for (const at of ['C2', 'C3']) sheet[at].z = '0.0%';
  change(sheet);
  const workbook = utils.book_new();
  workbook.Workbook = { WBProps: { date1904: is1904 } };
  utils.book_append_sheet(workbook, sheet, 'Permits');
  return write(workbook, { type: 'buffer', bookType });
}

/** A workbook with one of its parts rewritten. */
function withPart(bytes: Buffer, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = parts[part];
  if (!before) throw new Error(`no part ${part}`);
  return zipSync({ ...parts, [part]: strToU8(change(Buffer.from(before).toString())) });
}

describe('makes of workbook', () => {
  test.each([
    ['xlsx', 'xlsx'],
    ['xlsb', 'xlsx'],
    ['biff8', 'xls'],
    ['biff5', 'xls'],
    ['ods', 'ods'],
  ] as const)('%s is read, dates as ISO text and numbers as numbers', async (bookType, format) => {
    const { opened, tables } = await readWritten('permits.csv', book(bookType));
    expect(opened.format).toBe(format);
    expect(tables[0]?.table.sheet).toBe('Permits');
    expect(tables[0]?.rows).toEqual([
      ['Mokoena', '2025-03-01', 0.125, 5, true],
      ['Thamae', '2025-03-01T14:05:00', 1, -3, false],
    ]);
  });

  test('days counted from 1904 are read as such', async () => {
    const { rows } = await readOnly('mac.xlsx', book('xlsx', undefined, true));
    expect(rows[0]?.[1]).toBe('2029-03-02');
  });
});

test('errors are empty and counted, formulas give the value last calculated, hidden rows are named', async () => {
  const bytes = book('xlsx', (sheet) => {
    sheet.D2 = { t: 'e', v: 0x17 };
    sheet.D3 = { t: 'n', v: 7, f: '3+4' };
    sheet['!rows'] = [{}, { hidden: true }];
  });
  const { opened, tables } = await readWritten('errors.xlsx', bytes);
  expect(tables[0]?.rows.map((row) => row[3])).toEqual([null, 7]);
  expect(opened.findings.map((finding) => finding.code)).toEqual(
    expect.arrayContaining(['error_cells', 'formulas', 'hidden_rows']),
  );
});

test('text that a spreadsheet would run is read as text and counted', async () => {
  const { rows, table } = await readOnly(
    'formula.xlsx',
    book('xlsx', (sheet) => (sheet.A2 = { t: 's', v: '=HYPERLINK("x")' })),
  );
  expect(rows[0]?.[0]).toBe('=HYPERLINK("x")');
  expect(codesOf(table)).toContain('formula_like_text');
});

test('a cell of 32,767 characters is read whole', async () => {
  const { rows } = await readOnly(
    'long.xlsx',
    book('xlsx', (sheet) => (sheet.A2 = { t: 's', v: 'x'.repeat(32_767) })),
  );
  expect(String(rows[0]?.[0])).toHaveLength(32_767);
});

test('external entities are not followed', async () => {
  const bytes = withPart(book('xlsx'), 'xl/worksheets/sheet1.xml', (xml) =>
    xml
      .replace('<worksheet', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet')
      .replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2" t="str"><v>&e;</v></c>'),
  );
  const { rows } = await readOnly('entity.xlsx', bytes);
  expect(['&e;', null, '']).toContain(rows[0]?.[0]);
});

test('a workbook with a password is refused and says what to do', async () => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64));
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(4096));
  const bytes = Buffer.from(CFB.write(container, { type: 'buffer' }) as Buffer);
  await expect(readWritten('locked.xlsx', bytes)).rejects.toMatchObject({
    code: 'protected',
    remedy: expect.stringContaining('without a password'),
  });
});

test('a workbook cut off is refused', async () => {
  await expect(readWritten('cut.xlsx', book('xlsx').subarray(0, 4000))).rejects.toMatchObject({
    code: 'archive_damaged',
  });
  await expect(readWritten('cut.xls', book('biff8').subarray(0, 1200))).rejects.toMatchObject({ name: 'FileRefused' });
});

test('a damaged workbook that keeps the parser busy for ever is given up', async () => {
  const path = join(import.meta.dirname, 'fixtures', 'never-ends.xls');
  await expect(readAll(path, { limits: { workbookMilliseconds: 1500 } })).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining('not done after'),
  });
});

test('a workbook that takes more memory than allowed is refused, and the process lives on', async () => {
  const bytes = withPart(book('xlsx'), 'xl/worksheets/sheet1.xml', (xml) => {
    const rows = Array.from(
      { length: 60_000 },
      (_, row) => `<row r="${row + 9}"><c r="A${row + 9}"><v>${row}</v></c><c r="B${row + 9}"><v>1</v></c></row>`,
    );
    return xml.replace('</sheetData>', `${rows.join('')}</sheetData>`);
  });
  await expect(readWritten('big.xlsx', bytes, { limits: { workbookHeapMegabytes: 16 } })).rejects.toMatchObject({
    code: 'too_large_for_memory',
  });
});

test('a workbook that unpacks to far more than its size is refused before it is parsed', async () => {
  const bytes = withPart(book('xlsx'), 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace('</worksheet>', `${' '.repeat(3_000_000)}</worksheet>`),
  );
  await expect(readWritten('bomb.xlsx', bytes, { limits: { ratioFromBytes: 1_000_000 } })).rejects.toMatchObject({
    code: 'archive_too_large',
  });
});

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [61, false, '1900-03-01'],
  [45717, false, '2025-03-01'],
  [45717.9999999, false, '2025-03-02'],
  [0.5, false, '12:00:00'],
  [0, true, '1904-01-01'],
  [-1, false, null],
  [3_000_000, false, null],
])('serial %d (1904: %s) is %s', (serial, is1904, expected) => {
  expect(serialToIso(serial, is1904)).toBe(expected);
});

test('a raised footnote mark is left off, a power stays', () => {
  const rich = (text: string, raised: string) =>
    `<r><t>${text}</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>${raised}</t></r>`;
  expect(withoutFootnoteMark('Lesotho3', rich('Lesotho', '3'))).toBe('Lesotho');
  expect(withoutFootnoteMark('Area km2', rich('Area km', '2'))).toBe('Area km2');
  expect(withoutFootnoteMark('Lesotho3', '<r><t>Lesotho3</t></r>')).toBe('Lesotho3');
});
