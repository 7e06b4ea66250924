import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../raw.ts';
import { isFormulaLike, neutraliseFormula } from './neutralise-formula.ts';
import { openFile } from './open-file.ts';
import { readOnly, readWritten } from './written-file.ts';

const CSV = 'name,n\nMokoena,1\nPhiri,2\n';
const ROWS = [
  ['Mokoena', '1'],
  ['Phiri', '2'],
];

describe('containers', () => {
  test('the digest and length are those of the file as delivered', async () => {
    const bytes = gzipSync(CSV);
    const { opened } = await readWritten('people.csv.gz', bytes);
    expect(opened.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(opened.bytes).toBe(bytes.length);
    expect(opened.container).toBe('gzip');
  });

  test('gzip and zip of a CSV hold its table', async () => {
    expect((await readOnly('people.gz', gzipSync(CSV))).rows).toEqual(ROWS);
    const { opened, tables } = await readWritten(
      'all.zip',
      zipSync({ 'a.csv': strToU8(CSV), 'b/c.csv': strToU8(CSV), 'read-me.pdf': strToU8('%PDF-1.4') }),
    );
    expect(opened.container).toBe('zip');
    expect(tables.map(({ table }) => table.file)).toEqual(['all.zip/a.csv', 'all.zip/b/c.csv']);
    expect(tables[1]?.rows).toEqual(ROWS);
    expect(opened.findings).toContainEqual(expect.objectContaining({ code: 'member_left_out', where: 'read-me.pdf' }));
  });
});

describe('hostile and mistaken files', () => {
  const refused: [string, string, Uint8Array | string, string][] = [
    ['an empty file', 'a.csv', '', 'empty'],
    ['a picture named .csv', 'a.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_a_table'],
    ['a PDF', 'a.xlsx', '%PDF-1.7\n%âãÏÓ\n', 'not_a_table'],
    [
      'a web page saved as .xls',
      'a.xls',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>',
      'html',
    ],
    [
      'an XML spreadsheet',
      'a.xls',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
      'xml',
    ],
    ['JSON', 'a.csv', '{"type":"FeatureCollection"}', 'json'],
    [
      'random bytes',
      'a.csv',
      Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251)),
      'not_a_table',
    ],
    ['only a byte-order mark', 'a.csv', '\u{feff}', 'empty'],
    ['only blank lines', 'a.csv', '\n\n\n', 'empty'],
    ['gzip in gzip', 'a.gz', gzipSync(gzipSync(CSV)), 'nested_archive'],
    ['zip in zip', 'a.zip', zipSync({ 'b.zip': zipSync({ 'a.csv': strToU8(CSV) }) }), 'nested_archive'],
    ['a gzip cut off', 'a.csv.gz', gzipSync(`${CSV}${'x,1\n'.repeat(9000)}`).subarray(0, 60), 'archive_damaged'],
    ['a zip cut off', 'a.zip', zipSync({ 'a.csv': strToU8(CSV) }).subarray(0, 60), 'archive_damaged'],
    [
      'a Word document',
      'a.xlsx',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      'not_a_table',
    ],
    ['a zip of pictures', 'a.zip', zipSync({ 'a.png': Buffer.from('89504e470d0a1a0a', 'hex') }), 'nothing_inside'],
    [
      'a name that climbs out of the archive',
      'a.zip',
      zipSync({ '../../etc/cron.csv': strToU8(CSV) }),
      'archive_unsafe_names',
    ],
    ['a damaged Parquet file', 'a.parquet', `PAR1${'x'.repeat(200)}`, 'damaged'],
  ];
  test.each(refused)('%s is refused', async (_, name, bytes, code) => {
    await expect(readWritten(name, bytes)).rejects.toMatchObject({
      name: 'FileRefused',
      code,
      remedy: expect.stringMatching(/\w{3}/),
    });
  });

  test('a folder and a missing file are refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'leeto-read-'));
    await expect(openFile(folder)).rejects.toMatchObject({ code: 'directory' });
    await expect(openFile(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'not_found' });
    await rm(folder, { recursive: true });
  });

  test('damage anywhere ends in a refusal or in rows, in nothing else', async () => {
    const made = utils.book_new();
    utils.book_append_sheet(made, utils.aoa_to_sheet([['name', 'n'], ...ROWS]), 'S');
    const originals = [
      await readFile(join(import.meta.dirname, 'parquet/fixtures/kinds.parquet')),
      Buffer.from(CSV),
      gzipSync(CSV),
      Buffer.from(zipSync({ 'a.csv': strToU8(CSV) })),
      Buffer.from(write(made, { type: 'buffer', bookType: 'xlsx' })),
    ];
    const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...originals), damage, async (original, changes) => {
        const bytes = Buffer.from(original);
        for (const [at, byte] of changes) bytes[Math.floor(at * bytes.length)] = byte;
        const outcome = await readWritten('damaged.bin', bytes).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(FileRefused);
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  test('a gzip bomb is refused while it inflates', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, 'a,b\n'));
    await expect(readWritten('bomb.csv.gz', bomb, { limits: { ratioFromBytes: 1_000_000 } })).rejects.toMatchObject({
      code: 'archive_too_large',
    });
    await expect(readWritten('big.csv.gz', bomb, { limits: { inflatedBytes: 1_000_000 } })).rejects.toMatchObject({
      code: 'archive_too_large',
    });
  });

  test('a zip bomb is refused by its directory, and one that lies about its size while it inflates', async () => {
    const honest = zipSync({ 'a.csv': new Uint8Array(20_000_000).fill(44) });
    await expect(readWritten('bomb.zip', honest, { limits: { ratioFromBytes: 1_000_000 } })).rejects.toMatchObject({
      code: 'archive_too_large',
    });
    const lying = Buffer.from(honest);
    const directory = lying.indexOf(Buffer.from('504b0102', 'hex'));
    lying.writeUInt32LE(100, directory + 24);
    await expect(readWritten('liar.zip', lying)).rejects.toMatchObject({ code: 'archive_damaged' });
  });

  test('a zip with a password is refused', async () => {
    const bytes = Buffer.from(zipSync({ 'a.csv': strToU8(CSV) }));
    bytes.writeUInt16LE(1, 6);
    bytes.writeUInt16LE(1, bytes.indexOf(Buffer.from('504b0102', 'hex')) + 8);
    await expect(readWritten('locked.zip', bytes)).rejects.toMatchObject({ code: 'protected' });
  });

  test('a million columns are refused', async () => {
    await expect(readWritten('wide.csv', `${'a,'.repeat(1_000_000)}\n1\n`)).rejects.toMatchObject({
      code: 'too_many_columns',
    });
    await expect(
      readWritten('late.csv', `a,b\n${'1,2\n'.repeat(100_000)}${'a,'.repeat(1_000_000)}\n`),
    ).rejects.toMatchObject({ code: 'too_many_columns' });
  });

  test('a line without an end is refused at the limit', async () => {
    const bytes = `a,b\n${'1,2\n'.repeat(100_000)}${'x'.repeat(3_000_000)}`;
    await expect(readWritten('line.csv', bytes, { limits: { recordCharacters: 1_000_000 } })).rejects.toMatchObject({
      code: 'record_too_long',
    });
  });

  test('a hundred thousand quotes in one cell are read', async () => {
    const { rows } = await readOnly('quotes.csv', `a,b\n"${'""'.repeat(100_000)}",1\nx,2\n`);
    expect(String(rows[0]?.[0])).toBe('"'.repeat(100_000));
  });
});

test.each([
  ['=1+1', true],
  ['@SUM(A1)', true],
  ['+cmd|x', true],
  ['-A1', true],
  ['\tx', true],
  ['-5', false],
  ['+266 2231 2653', false],
  ['-0-', false],
  ['-1.5e-3', false],
  ['Mokoena', false],
])('%j would be run by a spreadsheet: %s', (text, expected) => {
  expect(isFormulaLike(text)).toBe(expected);
  expect(neutraliseFormula(text)).toBe(expected ? `'${text}` : text);
});
