import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { codesOf, readOnly, readWritten } from '../written-file.ts';
import { detectDialect } from './dialect.ts';
import { parseRecords } from './record-parser.ts';

const headers = (table: { columns: readonly { header: string }[] }): string[] =>
  table.columns.map((column) => column.header);

describe('encodings', () => {
  const text = 'name,town,n\nMokoena,Maseru,1\nRené,Mohale’s Hoek,2\n';
  const encodings: [string, Buffer, string][] = [
    ['utf-8', Buffer.from(text), 'utf-8'],
    ['utf-8 with a mark', Buffer.from(`\u{feff}${text}`), 'utf-8'],
    ['windows-1252', iconv.encode(text, 'windows-1252'), 'windows-1252'],
    ['utf-16le with a mark', iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['utf-16le without a mark', iconv.encode(text, 'utf-16le'), 'utf-16le'],
    ['utf-16be with a mark', iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['utf-16be without a mark', iconv.encode(text, 'utf-16be'), 'utf-16be'],
  ];
  test.each(encodings)('%s is found and read', async (_, bytes, expected) => {
    const { opened, tables } = await readWritten('people.csv', bytes);
    expect(opened.encoding).toBe(expected);
    expect(opened.tables[0] && headers(opened.tables[0])).toEqual(['name', 'town', 'n']);
    expect(tables[0]?.rows).toEqual([
      ['Mokoena', 'Maseru', '1'],
      ['René', 'Mohale’s Hoek', '2'],
    ]);
  });

  test('one Windows-1252 byte after a megabyte of ASCII still decides the encoding', async () => {
    const plain = Buffer.from(`name,n\n${'Mokoena,1\n'.repeat(120_000)}`);
    const { rows, table } = await readOnly(
      'late.csv',
      Buffer.concat([plain, iconv.encode('René,2\n', 'windows-1252')]),
    );
    expect(rows.at(-1)).toEqual(['René', '2']);
    expect(codesOf(table)).toContain('encoding_guessed');
  });

  test('lines in another encoding than the rest are read as what they are', async () => {
    const utf8 = Buffer.from(`name,n\n${'Thérèse,1\n'.repeat(20)}`);
    const bytes = Buffer.concat([utf8, iconv.encode('René,2\n', 'windows-1252'), Buffer.from('Zoë,3\n')]);
    const { rows, table } = await readOnly('mixed.csv', bytes);
    expect(rows.slice(-3)).toEqual([
      ['Thérèse', '1'],
      ['René', '2'],
      ['Zoë', '3'],
    ]);
    expect(codesOf(table)).toContain('mixed_encoding');
  });

  test('NUL bytes are left out and counted', async () => {
    const { rows, table } = await readOnly('nul.csv', 'a,b\nx\0y,1\nz,2\nw,3\n');
    expect(rows[0]).toEqual(['xy', '1']);
    expect(codesOf(table)).toContain('nul_bytes');
  });
});

describe('delimiters and newlines', () => {
  test.each([',', ';', '\t', '|'])('%j is found', (delimiter) => {
    const sample = `name${delimiter}place${delimiter}n\n"Doe, Jane; x|y"${delimiter}Maseru${delimiter}1\nx${delimiter}"a\nb"${delimiter}2\n`;
    expect(detectDialect(sample, false).dialect.delimiter).toBe(delimiter);
  });

  test('decimal commas do not pass for delimiters', async () => {
    const { rows, table } = await readOnly(
      'comma.csv',
      'place;rate;share\nMaseru;1,5;20,25\nLeribe;2,75;30,5\nBerea;3,5;49,25\n',
    );
    expect(rows[0]).toEqual(['Maseru', '1,5', '20,25']);
    expect(table.decimalMark).toBe(',');
  });

  test('a sep= line is obeyed and is no record', async () => {
    const { rows, table, sourceRows } = await readOnly('sep.csv', 'sep=;\r\na;b\r\n1,2;x\r\n3,4;y\r\n');
    expect(headers(table)).toEqual(['a', 'b']);
    expect(rows).toEqual([
      ['1,2', 'x'],
      ['3,4', 'y'],
    ]);
    expect(sourceRows).toEqual([3, 4]);
  });

  test.each(['\n', '\r\n', '\r'])('newline %j', async (newline) => {
    const { rows } = await readOnly('lines.csv', ['a,b', '1,"x', 'y"', '2,z'].join(newline));
    expect(rows).toEqual([
      ['1', `x${newline}y`],
      ['2', 'z'],
    ]);
  });

  test('blanks between a comma and a quote belong to neither', async () => {
    const { rows } = await readOnly('blank.csv', 'a, b, c\n1, "x, y" , 2\n3, "z", 4\n');
    expect(rows).toEqual([
      ['1', 'x, y', ' 2'],
      ['3', 'z', ' 4'],
    ]);
  });
});

describe('rows that are not as they should be', () => {
  test('short rows are filled with nulls, long rows are reported with their line', async () => {
    const { rows, table } = await readOnly('ragged.csv', 'a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n');
    expect(rows).toEqual([
      ['1', '2', '3'],
      ['4', '5', null],
      ['6', '7', '8'],
      ['10', '11', '12'],
    ]);
    expect(table.findings).toContainEqual(
      expect.objectContaining({ code: 'short_row', where: 'line 3', severity: 'warning' }),
    );
    expect(table.findings).toContainEqual(
      expect.objectContaining({ code: 'long_row', where: 'line 4', severity: 'error' }),
    );
  });

  test('a row cut off at the end is left out, an error, and the rows before it are kept', async () => {
    const { rows, table } = await readOnly('cut.csv', 'a,b,c\n1,2,3\n4,5,6\n7,8');
    expect(rows).toHaveLength(2);
    expect(table.findings).toContainEqual(
      expect.objectContaining({ code: 'truncated', severity: 'error', where: 'line 4' }),
    );
    expect(table.leftOut).toEqual([{ row: 4, reason: 'Cut off after 2 of 3 cells.' }]);
  });

  test('a file cut off inside a quoted cell says so', async () => {
    const { rows, table } = await readOnly('cut.csv', 'a,b,c\n1,2,3\n4,5,6\n7,"eig');
    expect(rows).toHaveLength(2);
    expect(table.findings).toContainEqual(expect.objectContaining({ code: 'truncated', where: 'line 4' }));
  });

  test('a quote typed by mistake does not swallow the rows below it', async () => {
    const { rows, table } = await readOnly('stray.csv', 'a,b,c\n1,2,3\n4,"open,6\n7,8,9\n10,11,12\n13,14,15\n');
    expect(rows.map((row) => row[1])).toEqual(['2', '"open', '8', '11', '14']);
    expect(table.findings).toContainEqual(
      expect.objectContaining({ code: 'open_quote', severity: 'error', where: 'line 3' }),
    );
  });

  test('a quote never closed in a long file stops at the limit, and no row is lost', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `${index},x,y`);
    lines[10] = '10,"x,y';
    const { rows } = await readOnly('long.csv', `a,b,c\n${lines.join('\n')}\n`, {
      limits: { recordCharacters: 20_000 },
    });
    expect(rows).toHaveLength(5000);
    expect(rows[10]).toEqual(['10', '"x', 'y']);
  });

  test('text after a closing quote is kept', async () => {
    const { rows, table } = await readOnly('after.csv', 'a,b\n"x" y,1\nz,2\n');
    expect(rows[0]).toEqual(['x y', '1']);
    expect(codesOf(table)).toContain('text_after_quote');
  });

  test('blank rows, a repeated header, notes and a control-Z are no records', async () => {
    const { rows, table } = await readOnly('mixed.csv', 'a,b,c\n1,2,3\n\n,,\na,b,c\n4,5,6\nSource: Home Affairs\n\x1a');
    expect(rows).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
    expect(table.notes).toEqual(['Source: Home Affairs']);
    expect(table.leftOut?.map((row) => row.row)).toEqual([5, 7]);
    expect(codesOf(table)).not.toContain('truncated');
  });

  test('totals are handed on and marked', async () => {
    const { rows, table } = await readOnly('total.csv', 'post,n\nMaseru Bridge,3\nMaputsoe,4\nTotal,7\n');
    expect(rows).toHaveLength(3);
    expect(table.doubtfulRows?.map((row) => row.row)).toEqual([4]);
  });

  test('reading twice gives the same rows and the same findings', async () => {
    const { table, rows } = await readOnly('twice.csv', 'a,b\n1\n2,3\n4,5\nNote: x\n');
    const before = [...table.findings];
    expect(rows).toHaveLength(3);
    expect(before.length).toBeGreaterThan(0);
  });
});

describe('headers', () => {
  test('a file without a header gets column letters', async () => {
    const { table, rows } = await readOnly(
      'list.csv',
      '36,"AERO",-0- ,"CUBA"\n173,"ANGLO",-0- ,"CUBA"\n306,"BANCO",-0- ,"CUBA"\n',
    );
    expect(headers(table)).toEqual(['Column A', 'Column B', 'Column C', 'Column D']);
    expect(table.headerRows).toEqual({ first: 0, last: 0 });
    expect(rows).toHaveLength(3);
  });

  test('columns of the same name are named', async () => {
    const { table } = await readOnly('same.csv', 'Name,Date,name\nx,1,y\nz,2,w\nq,3,r\n');
    expect(table.findings).toContainEqual(
      expect.objectContaining({ code: 'same_header', message: '2 columns are called "Name": A, C.' }),
    );
  });

  test('titles above the header are titles', async () => {
    const { table, rows } = await readOnly(
      'titled.csv',
      'Crossings by post\nMarch 2025\n\npost,direction,n\nMaseru Bridge,in,5\nMaputsoe,out,6\n',
    );
    expect(table.titles).toEqual(['Crossings by post', 'March 2025']);
    expect(table.headerRows).toEqual({ first: 4, last: 4 });
    expect(rows).toHaveLength(2);
  });

  test('a header with one name less than cells belongs to the second column and on', async () => {
    const { table } = await readOnly('r.csv', '"name","n"\n"1","x",5\n"2","y",6\n"3","z",7\n');
    expect(headers(table)).toEqual(['Column A', 'name', 'n']);
    expect(codesOf(table)).toContain('header_shifted');
  });

  test('a header longer than the rows loses no name', async () => {
    const { table, rows } = await readOnly('short.csv', 'a,b,c,d\n1,2\n3,4\n5,6\n');
    expect(headers(table)).toEqual(['a', 'b', 'c', 'd']);
    expect(rows[0]).toEqual(['1', '2', null, null]);
  });
});

describe('any table comes back the same', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', '"', '""', 'a\nb', 'a\r\nb', ',', ';', '\t', '|', ' x ', '=1+1', '-5', "'", 'é', '漢字', '😀'),
  );
  const table = fc
    .integer({ min: 1, max: 6 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
  const dialect = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quotesAll: fc.boolean(),
    endsWithNewline: fc.boolean(),
  });

  test('whatever the delimiter, the quoting, the newline and where the chunks are cut', () => {
    fc.assert(
      fc.property(
        table,
        dialect,
        fc.integer({ min: 1, max: 40 }),
        (cells, { delimiter, newline, quotesAll, endsWithNewline }, size) => {
          const clean = cells.map((row) => row.map((value) => value.replaceAll('\0', '')));
          const text =
            clean
              .map((row) => row.map((value) => serialise(value, delimiter, quotesAll)).join(delimiter))
              .join(newline) + (endsWithNewline ? newline : '');
          const style = {
            delimiter,
            newline: newline === '\r' ? '\r' : '\n',
            skipsBlankBeforeQuote: false,
            hasSeparatorLine: false,
          } as const;
          const expected = clean.map((row) => row.map((value) => (value === '' ? null : value)));
          const found = parseInChunks(style, text, size);
          // One empty cell without quotes at the end is indistinguishable from nothing.
          expect(found).toEqual(
            text === '' ? [] : lastIsNothing(clean, quotesAll, endsWithNewline) ? expected.slice(0, -1) : expected,
          );
        },
      ),
      { seed: 20250301, numRuns: 500 },
    );
  });

  test('whatever the encoding, through the whole reader', async () => {
    const word = fc.stringMatching(/^[A-Za-zéèüñÅ][A-Za-zéèüñÅ ,;"'\n-]{0,10}[A-Za-zé]$/);
    const rows = fc.array(fc.tuple(word, word, word), { minLength: 2, maxLength: 8 });
    const encoding = fc.constantFrom('utf-8', 'windows-1252', 'utf-16le', 'utf-16be');
    await fc.assert(
      fc.asyncProperty(rows, encoding, fc.constantFrom(',', ';', '\t', '|'), async (cells, name, delimiter) => {
        const lines = [['surname', 'given_names', 'remarks'], ...cells].map((row) =>
          row.map((value) => serialise(value, delimiter, true)).join(delimiter),
        );
        const bytes = iconv.encode(`${lines.join('\n')}\n`, name, { addBOM: name !== 'windows-1252' });
        const { rows: found } = await readOnly('any.csv', bytes);
        expect(found).toEqual(cells);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

function serialise(value: string, delimiter: string, quotesAll: boolean): string {
  return quotesAll || /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
}

function lastIsNothing(cells: readonly (readonly string[])[], quotesAll: boolean, endsWithNewline: boolean): boolean {
  const last = cells.at(-1);
  return !quotesAll && !endsWithNewline && last?.length === 1 && last[0] === '';
}

function parseInChunks(dialect: Parameters<typeof parseRecords>[0], text: string, size: number): (string | null)[][] {
  const found: (string | null)[][] = [];
  let rest = '';
  let line = 1;
  for (let at = 0; at < text.length; at += size) {
    const parsed = parseRecords(dialect, { text: rest + text.slice(at, at + size), line, isLast: false });
    found.push(...parsed.rows);
    rest = parsed.rest;
    line = parsed.nextLine;
  }
  found.push(...parseRecords(dialect, { text: rest, line, isLast: true }).rows);
  return found;
}
