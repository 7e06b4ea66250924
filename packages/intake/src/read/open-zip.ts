import { FileRefused, type Finding, type RawTable } from '../raw.ts';
import type { ByteSource } from './bytes/byte-source.ts';
import { readWhole } from './bytes/read-whole.ts';
import { listZipMembers, type ZipInput, type ZipMember } from './bytes/zip-archive.ts';
import { type ContentOptions, nestedArchive, type OpenedContent, openContent } from './open-file.ts';
import { openWorkbook } from './workbook/open-workbook.ts';

/** A zip file: a workbook where its members say so, else an archive whose members are opened one by one. */
export async function openZip(source: ByteSource, options: ContentOptions): Promise<OpenedContent> {
  const { limits } = options;
  const input: ZipInput =
    options.path === null
      ? { buffer: await readWhole(source, limits.workbookBytes), name: source.name }
      : { path: options.path, name: source.name };
  const members = await listZipMembers(input, limits);
  if (isWorkbook(members)) return openWorkbook(source, limits, members);
  refuseDocuments(source.name, members);
  if (!options.mayBeArchive) throw nestedArchive(source.name);
  return openMembers(source.name, members, options);
}

function isWorkbook(members: readonly ZipMember[]): boolean {
  const names = new Set(members.map((member) => member.name));
  if (names.has('[Content_Types].xml'))
    return members.some((member) => /^xl\/workbook\d*\.(xml|bin)$/.test(member.name));
  return names.has('content.xml') && (names.has('mimetype') || names.has('META-INF/manifest.xml'));
}

function refuseDocuments(name: string, members: readonly ZipMember[]): void {
  const has = (part: string): boolean => members.some((member) => member.name.startsWith(part));
  const what = has('word/')
    ? 'a Word document'
    : has('ppt/')
      ? 'a presentation'
      : has('AndroidManifest') || has('META-INF/MANIFEST.MF')
        ? 'a program'
        : null;
  if (what === null) return;
  throw new FileRefused(
    'not_a_table',
    `${name} is ${what}.`,
    'Copy the table in it into a spreadsheet, save that as XLSX or CSV, and give that file.',
  );
}

async function openMembers(
  archive: string,
  members: readonly ZipMember[],
  options: ContentOptions,
): Promise<OpenedContent> {
  const tables: RawTable[] = [];
  const findings: Finding[] = [];
  const opened: OpenedContent[] = [];
  for (const member of members) {
    if (isDebris(member.name)) continue;
    try {
      const content = await openContent(member.source, { ...options, path: null, mayBeArchive: false });
      opened.push(content);
      tables.push(...content.tables);
      findings.push(...content.findings);
    } catch (error) {
      if (!(error instanceof FileRefused) || !isHarmless(error.code)) throw error;
      findings.push({
        code: 'member_left_out',
        severity: 'warning',
        message: `${error.message} ${error.remedy}`,
        where: member.name,
      });
    }
  }
  const first = opened[0];
  if (!first) {
    throw new FileRefused(
      'nothing_inside',
      `${archive} holds no file that can be read.`,
      findings[0]?.message ?? 'Give an archive with CSV or XLSX files in it.',
    );
  }
  const same = <Key extends 'encoding' | 'delimiter'>(key: Key) =>
    opened.every((content) => content[key] === first[key]) ? first[key] : null;
  return {
    format: first.format,
    container: 'zip',
    encoding: same('encoding'),
    delimiter: same('delimiter'),
    tables,
    findings,
  };
}

/** What archiving programs leave behind, and no person put there. */
function isDebris(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);
}

/** A read-me or a picture beside the tables is no reason to refuse them; damage, bombs and archives in the archive are. */
function isHarmless(code: string): boolean {
  return ['not_a_table', 'empty', 'html', 'xml', 'json'].includes(code);
}
