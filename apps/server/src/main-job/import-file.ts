import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type CodeList,
  type CorrectedFile,
  FileRefused,
  type Mapping,
  type OpenedFile,
  openFile,
  readIssuesFile,
  writeIssuesFile,
} from '@leeto/intake';
import { inLanguage, type PlacedIssue, type Provenance, type RecordDeclaration } from '@leeto/registers';
import { type DuplicateRow, type Instance, listDeliveries } from '@leeto/store';
import type { Progress } from '../progress.ts';
import type { CountryContext } from './country-context.ts';
import {
  type DeliveryReading,
  importDelivery,
  importStep,
  type MappedTable,
  type PlannedDelivery,
} from './import-delivery.ts';
import type { DeliveryOutcome, FileOutcome } from './import-outcome.ts';
import { instancePaths } from './instance-paths.ts';
import { makeFolder } from './make-folder.ts';
import { getPseudonymKey } from './pseudonym-key.ts';
import { type RecognisedTable, recogniseTables } from './recognise-file.ts';
import { readSavedMappings } from './saved-mappings.ts';

export interface ImportFileOptions {
  readonly instance: Instance;
  readonly context: CountryContext;
  readonly path: string;
  readonly register?: string | undefined;
  readonly mapping?: Mapping | undefined;
  /** Who delivers it, where the user says so; else the mapping's agency, else the register's custodian. */
  readonly agency?: string | undefined;
  readonly citation?: string | undefined;
  readonly isSynthetic?: boolean | undefined;
  readonly codeLists?: readonly CodeList[];
  /** Mappings of files read before this one in the same run; this one's are added. Twelve months of one make are guessed once. */
  readonly learnt?: Mapping[];
  /** Where the issues file goes, if there are issues. */
  readonly issuesFolder: string;
  readonly receivedBy: string;
  readonly isDryRun?: boolean;
  readonly onProgress: Progress;
}

/** One file, whole: opened, recognised, read, checked, taken; what could not be taken goes to an issues file. */
export async function importFile(options: ImportFileOptions): Promise<FileOutcome> {
  const started = Date.now();
  const file = basename(options.path);
  const seconds = () => (Date.now() - started) / 1000;
  const nothing = { file, tables: [], deliveries: [] };
  options.onProgress({ step: importStep(file) });
  try {
    const opened = await openFile(options.path);
    const corrected = readIssuesFile(opened);
    if (corrected !== null) return { ...(await takeCorrected(opened, corrected, options)), file, seconds: seconds() };
    const recognised = await recogniseTables(opened, {
      ...options,
      codeLists: options.codeLists ?? [],
      savedMappings: [
        ...(await readSavedMappings(instancePaths(options.instance.folder).mappings)),
        ...(options.learnt ?? []),
      ],
    });
    for (const { proposal } of recognised) {
      if (proposal.mapping !== null && proposal.by === 'guess') options.learnt?.push(proposal.mapping);
    }
    const tables = recognised.map(describeTable);
    const planned = planDeliveries(opened, recognised, options);
    if (planned.length === 0)
      return { ...nothing, ...withoutRegister(recognised, options), tables, seconds: seconds() };
    const deliveries: DeliveryOutcome[] = [];
    for (const delivery of planned) deliveries.push(await take(delivery, options));
    const isUnchanged = deliveries.every(({ status }) => status === 'already_imported');
    return {
      file,
      status: isUnchanged ? 'unchanged' : 'taken',
      because: '',
      remedy: '',
      tables,
      deliveries,
      seconds: seconds(),
    };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { ...nothing, status: 'refused', because: error.message, remedy: error.remedy, seconds: seconds() };
  }
}

/** The rows of a corrected issues file go in as from the file and row that they came from, under the same provenance. */
async function takeCorrected(
  opened: OpenedFile,
  corrected: CorrectedFile,
  options: ImportFileOptions,
): Promise<Omit<FileOutcome, 'file' | 'seconds'>> {
  const original = (await listDeliveries(options.instance)).find(({ sha256 }) => sha256 === corrected.sha256);
  const recognised = corrected.parts.map(({ table, mapping }) => ({
    table,
    isCodeList: false,
    proposal: {
      mapping,
      by: 'saved' as const,
      because: `corrected rows of ${corrected.file}`,
      isLeftOut: false,
      candidates: [],
    },
  }));
  const deliveries: DeliveryOutcome[] = [];
  for (const planned of planDeliveries({ ...opened, name: corrected.file }, recognised, options)) {
    deliveries.push(await take({ ...planned, provenance: original?.provenance ?? planned.provenance }, options));
  }
  const status = deliveries.every(({ status }) => status === 'already_imported') ? 'unchanged' : 'taken';
  return { status, because: '', remedy: '', tables: recognised.map(describeTable), deliveries };
}

const describeTable = ({ table, proposal }: RecognisedTable) => ({
  sheet: table.sheet,
  rows: table.estimatedRows,
  register: proposal.mapping?.register ?? null,
  because: proposal.because,
});

function withoutRegister(
  recognised: readonly RecognisedTable[],
  { register, path }: ImportFileOptions,
): Pick<FileOutcome, 'status' | 'because' | 'remedy'> {
  if (recognised.length > 0 && recognised.every(({ isCodeList }) => isCodeList)) {
    return { status: 'code_list', because: 'a list of codes: used to read the other files', remedy: '' };
  }
  const reasons = [...new Set(recognised.map(({ proposal }) => proposal.because))];
  if (recognised.every(({ table }) => table.estimatedRows === 0)) {
    const because = reasons.length === 0 ? 'no table was found in it' : 'it has headers and no rows under them';
    return { status: 'not_recognised', because, remedy: 'Ask for the file to be sent with its rows.' };
  }
  const named = register ?? recognised.flatMap(({ proposal }) => proposal.candidates)[0]?.register ?? 'REGISTER';
  return {
    status: 'not_recognised',
    because: reasons.join('; '),
    remedy: `Look at its columns: npx leeto inspect ${basename(path)}. A mapping can be written for it: npx leeto inspect ${basename(path)} --register ${named} --save-mapping my.json`,
  };
}

function planDeliveries(
  opened: OpenedFile,
  recognised: readonly RecognisedTable[],
  options: ImportFileOptions,
): readonly PlannedDelivery[] {
  const byRegister = new Map<string, MappedTable[]>();
  for (const { table, proposal } of recognised) {
    if (proposal.mapping === null) continue;
    const { register } = proposal.mapping;
    byRegister.set(register, [...(byRegister.get(register) ?? []), { table, mapping: proposal.mapping }]);
  }
  return [...byRegister].map(([register, tables]) => {
    const declaration = options.context.catalogue.records.get(register);
    if (declaration === undefined) {
      throw new FileRefused(
        'unknown_register',
        `The mapping is for the register ${register}, which does not exist.`,
        'Correct "register" in the mapping.',
      );
    }
    return { opened, declaration, tables, provenance: provenanceOf(opened, declaration, tables, options) };
  });
}

function provenanceOf(
  opened: OpenedFile,
  declaration: RecordDeclaration,
  tables: readonly MappedTable[],
  options: ImportFileOptions,
): Provenance {
  const given = tables[0]?.mapping.provenance ?? {};
  const agency = options.agency ?? given.agency ?? declaration.custodian;
  const name = options.context.catalogue.agencies.get(agency)?.name;
  if (name === undefined) {
    throw new FileRefused(
      'unknown_agency',
      `There is no agency ${agency}.`,
      `There are: ${[...options.context.catalogue.agencies.keys()].join(', ')}.`,
    );
  }
  return {
    ...given,
    agency,
    citation:
      options.citation ??
      given.citation ??
      `${inLanguage(name, 'en')}, ${inLanguage(declaration.label, 'en').toLowerCase()}`,
    isSynthetic: options.isSynthetic ?? given.isSynthetic ?? saysSynthetic(opened, tables),
  };
}

/** A file that calls itself synthetic, in its name or its titles, is believed. */
function saysSynthetic(opened: OpenedFile, tables: readonly MappedTable[]): boolean {
  return [opened.name, ...tables.flatMap(({ table }) => table.titles)].some((text) => /synthetic/i.test(text));
}

async function take(planned: PlannedDelivery, options: ImportFileOptions): Promise<DeliveryOutcome> {
  const { instance, context, receivedBy, onProgress } = options;
  const temporaryFolder = instancePaths(instance.folder).temporary;
  await mkdir(temporaryFolder, { recursive: true });
  const reading = await importDelivery(planned, {
    instance,
    context,
    receivedBy,
    temporaryFolder,
    pseudonymKey: await getPseudonymKey(instance.folder),
    isDryRun: options.isDryRun === true,
    onProgress,
  });
  try {
    return await describeDelivery(planned, reading, options);
  } finally {
    for (const { log } of reading.logs) log.dispose();
  }
}

async function describeDelivery(
  planned: PlannedDelivery,
  { result, counts, logs }: DeliveryReading,
  options: ImportFileOptions,
): Promise<DeliveryOutcome> {
  const isWorthWriting =
    logs.some(({ log }) => log.errors > 0 || log.warnings > 0) || (result?.duplicateRows.length ?? 0) > 0;
  const issuesFile = isWorthWriting ? await writeIssues(planned, { result, counts, logs }, options) : null;
  return {
    register: planned.declaration.id,
    deliveryId: result?.deliveryId ?? 0,
    status: result?.status ?? 'tried_only',
    counts: result?.counts ?? {
      read: counts.read,
      taken: counts.ready,
      unchanged: 0,
      duplicates: 0,
      refused: counts.refused,
      leftOut: counts.leftOut,
    },
    leftOutBecause: counts.leftOutBecause,
    unmapped: findUnmapped(planned),
    issues: logs.flatMap(({ log }) => log.groups()),
    issuesFile,
  };
}

/** In the folder wanted, or, where that cannot be written to, in the instance's own: the rows are in, their issues must not be lost. */
async function writeIssues(
  planned: PlannedDelivery,
  reading: DeliveryReading,
  { issuesFolder, instance }: ImportFileOptions,
): Promise<string> {
  const own = instancePaths(instance.folder).issues;
  try {
    return await writeIssuesIn(issuesFolder, planned, reading);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error) || issuesFolder === own) throw unwritten(planned, reading, error);
  }
  try {
    return await writeIssuesIn(own, planned, reading);
  } catch (error) {
    throw unwritten(planned, reading, error);
  }
}

function unwritten({ opened, declaration }: PlannedDelivery, { result }: DeliveryReading, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  const before = result === null ? '' : `The good rows of ${opened.name} are in. `;
  return new Error(
    `${before}Its issues file could not be written (${why}). ` +
      `Make room, then have it written: npx leeto import ${declaration.id} ${opened.name} --dry-run`,
    { cause },
  );
}

async function writeIssuesIn(
  folder: string,
  { opened, declaration }: PlannedDelivery,
  { result, logs }: Pick<DeliveryReading, 'result' | 'logs'>,
): Promise<string> {
  await makeFolder(folder);
  const path = freePath(folder, `${basename(opened.name)}.${declaration.id}.issues`);
  try {
    await writeIssuesFile(path, {
      file: opened.name,
      sha256: opened.sha256,
      parts: logs.map(({ table, mapping, log }) => ({ table, mapping, issues: log })),
      more: (result?.duplicateRows ?? []).map((row) => placeDuplicate(opened.name, row)),
    });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return path;
}

/** A name that nobody has yet: an issues file may hold corrections by now. */
function freePath(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.xlsx`);
    if (!existsSync(path)) return path;
  }
}

function placeDuplicate(file: string, { sheet, row, reason, first }: DuplicateRow): PlacedIssue {
  const hint =
    reason === 'twice_in_file'
      ? `the same record as row ${first?.row ?? '?'}: one of the two was taken`
      : 'an event with this key is recorded with another content; a correction is a new event that names the one it corrects';
  return { file, sheet, row, column: '', path: '', code: reason, severity: 'warning', value: null, hint };
}

/** Fields that the register demands of every record and that no column was found for, with the columns that were not used. */
function findUnmapped({ declaration, tables }: PlannedDelivery): DeliveryOutcome['unmapped'] {
  const demanded = declaration.fields.filter(({ required }) => required);
  const missing = demanded.filter(({ name }) =>
    tables.some(({ mapping }) => mapping.emit.some(({ fields }) => fields[name] === undefined)),
  );
  if (missing.length === 0) return { fields: [], columns: [] };
  const used = JSON.stringify(tables.map(({ mapping }) => [mapping.emit, mapping.skipRowWhen]));
  const columns = tables.flatMap(({ table }) => table.columns.map(({ header }) => header));
  return {
    fields: missing.map(({ label }) => inLanguage(label, 'en')),
    columns: [...new Set(columns)].filter((header) => header !== '' && !used.includes(JSON.stringify(header))),
  };
}
