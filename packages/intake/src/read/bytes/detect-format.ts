import { FileRefused } from '../../raw.ts';

/** What the first bytes say a file is. `text` still has to be looked at for its encoding and delimiter. */
export type ContentKind = 'zip' | 'gzip' | 'compound' | 'biff' | 'parquet' | 'text';

interface Magic {
  readonly bytes: readonly number[];
  readonly offset?: number;
  readonly what: string;
}

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

const FOREIGN: readonly Magic[] = [
  { bytes: ascii('%PDF'), what: 'a PDF document' },
  { bytes: [0x89, ...ascii('PNG')], what: 'a picture (PNG)' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)' },
  { bytes: ascii('GIF8'), what: 'a picture (GIF)' },
  { bytes: ascii('WEBP'), offset: 8, what: 'a picture (WebP)' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: 'a picture (TIFF)' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: 'a picture (TIFF)' },
  { bytes: ascii('ftyp'), offset: 4, what: 'a video or photo (MP4, HEIC)' },
  { bytes: ascii('{\\rtf'), what: 'a text document (RTF)' },
  { bytes: ascii('Rar!'), what: 'a RAR archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7-Zip archive' },
  { bytes: ascii('BZh'), what: 'a bzip2 archive' },
  { bytes: [0xfd, ...ascii('7zXZ')], what: 'an XZ archive' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'a Zstandard archive' },
  { bytes: ascii('ustar'), offset: 257, what: 'a TAR archive' },
  { bytes: ascii('SQLite format 3'), what: 'an SQLite database' },
  { bytes: [0x7f, ...ascii('ELF')], what: 'a program' },
  { bytes: ascii('MZ\x90'), what: 'a program' },
  { bytes: ascii('$FL2'), what: 'an SPSS data file' },
  { bytes: ascii('<stata_dta>'), what: 'a Stata data file' },
  { bytes: [0, 1, 0, 0, ...ascii('Standard')], what: 'an Access database' },
];

const OTHER_MAKE = 'Open it in the program it was made with and save the table as CSV or XLSX, then give that file.';

/** The make of a file by its content; the name plays no part. Throws `FileRefused` for makes that hold no tables. */
export function detectContent(head: Buffer, name: string): ContentKind {
  if (head.length === 0)
    throw new FileRefused('empty', `${name} is empty.`, 'Ask for the file to be exported or sent again.');
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6])) return 'zip';
  if (startsWith(head, ascii('PAR1'))) return 'parquet';
  if (startsWith(head, ascii('PARE'))) {
    throw new FileRefused('protected', `${name} is an encrypted Parquet file.`, 'Give a copy without encryption.');
  }
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'compound';
  if (isBareBiff(head)) return 'biff';
  const foreign = FOREIGN.find((magic) => startsWith(head, magic.bytes, magic.offset ?? 0));
  if (foreign) throw new FileRefused('not_a_table', `${name} is ${foreign.what}, whatever its name says.`, OTHER_MAKE);
  refuseMarkup(head, name);
  return 'text';
}

function startsWith(head: Buffer, bytes: readonly number[], offset = 0): boolean {
  return head.length >= offset + bytes.length && bytes.every((byte, index) => head[offset + index] === byte);
}

/** Workbooks of Excel 2 to 4 begin with a BOF record and no container around it. */
function isBareBiff(head: Buffer): boolean {
  const record = head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? -1);
  return record && head.length > 6 && (head[2] === 4 || head[2] === 6 || head[2] === 8) && head[3] === 0;
}

function refuseMarkup(head: Buffer, name: string): void {
  const utf16 = head[0] === 0xff && head[1] === 0xfe ? head.toString('utf16le') : null;
  const text = (utf16 ?? head.toString('latin1')).replace(/^(\u{feff}|\xef\xbb\xbf)/u, '').trimStart();
  const start = text.slice(0, 1024).toLowerCase();
  if (start.startsWith('<?xml') || start.startsWith('<')) {
    const isSpreadsheetMl = text.includes('urn:schemas-microsoft-com:office:spreadsheet');
    const isHtml = /^<(!doctype html|html|head|body|table|meta|style)/.test(start) || start.includes('<html');
    const what = isSpreadsheetMl
      ? 'an XML spreadsheet (SpreadsheetML 2003)'
      : isHtml
        ? 'a web page (HTML)'
        : 'an XML document';
    if (isSpreadsheetMl || isHtml || start.startsWith('<?xml') || /^<[a-z_:][\w:.-]*[\s/>]/.test(start)) {
      throw new FileRefused(isHtml ? 'html' : 'xml', `${name} is ${what}, whatever its name says.`, OTHER_MAKE);
    }
  }
  if (/^(?:\{\s*"|\[\s*[[{"])/.test(start)) {
    throw new FileRefused('json', `${name} is a JSON document.`, OTHER_MAKE);
  }
}
