import { type FileFormat, FileRefused, type Finding, type RawTable } from '../../raw.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { checkInflation } from '../bytes/guard-inflation.ts';
import { readWhole } from '../bytes/read-whole.ts';
import { protectedByPassword, type ZipMember } from '../bytes/zip-archive.ts';
import type { OpenedContent } from '../open-file.ts';
import type { ReadLimits } from '../read-limits.ts';
import { tablesOfSheet } from '../structure/tables-of-sheet.ts';
import { parseInThread } from './parse-in-thread.ts';

/**
 * The tables of a workbook (XLSX, XLSB, XLS, ODS). `members` are those of its zip container, which are inflated once under
 * the limits before the workbook is parsed, so that a bomb is refused before it is held in memory.
 */
export async function openWorkbook(
  source: ByteSource,
  limits: ReadLimits,
  members?: readonly ZipMember[],
): Promise<OpenedContent> {
  if (members) await inflateUnderLimits(source, members, limits);
  const bytes = await readWhole(source, limits.workbookBytes);
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw protectedByPassword(source.name);
  const { sheets, is1904 } = await parseInThread(bytes, limits).catch((error: unknown) => {
    throw refusal(source.name, error);
  });
  const tables: RawTable[] = [];
  const findings: Finding[] = [];
  if (is1904) {
    findings.push({
      code: 'dates_from_1904',
      severity: 'info',
      message: 'The workbook counts days from 1904.',
      where: '',
    });
  }
  for (const sheet of sheets) {
    const { name } = sheet.grid;
    if (sheet.isHidden) {
      const message = `Sheet "${name}" is hidden; it is read all the same.`;
      findings.push({ code: 'hidden_sheet', severity: 'warning', message, where: name });
    }
    const found = tablesOfSheet(sheet.grid, source.name);
    findings.push(...sheet.findings, ...found.findings);
    tables.push(...found.tables);
  }
  return { format: formatOf(members), container: null, encoding: null, delimiter: null, tables, findings };
}

async function inflateUnderLimits(
  source: ByteSource,
  members: readonly ZipMember[],
  limits: ReadLimits,
): Promise<void> {
  let inflated = 0;
  for (const member of members) {
    for await (const chunk of member.source.open()) {
      inflated += chunk.length;
      checkInflation(inflated, source.storedBytes, source.name, { ...limits, inflatedBytes: limits.workbookBytes });
    }
  }
}

function refusal(name: string, error: unknown): FileRefused {
  if (error instanceof FileRefused) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (/password|encrypt/i.test(reason)) return protectedByPassword(name);
  if (/memory limit/i.test(reason)) {
    return new FileRefused(
      'too_large_for_memory',
      `${name} takes more memory than a workbook may.`,
      'Save each sheet as CSV and give those files: CSV of any size is read piece by piece.',
    );
  }
  return new FileRefused(
    'damaged',
    `${name} cannot be read as a workbook (${reason}).`,
    'Open it in a spreadsheet program, save it as XLSX, and give that file.',
  );
}

function formatOf(members: readonly ZipMember[] | undefined): FileFormat {
  if (!members) return 'xls';
  return members.some((member) => member.name === 'content.xml') ? 'ods' : 'xlsx';
}
