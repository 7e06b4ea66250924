import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type CodeList,
  type CorrectedFile,
  FileRefused,
  type Mapping,
  type OpenedFile,
  openFile,
  readIssuesFile,
} from '@leeto/intake';
import { type Instance, listDeliveries } from '@leeto/store';
import type { Progress } from '../progress.ts';
import { type DeliveryReading, importDelivery, importStep, type PlannedDelivery } from './import-delivery.ts';
import type { DeliveryOutcome, FileOutcome } from './import-outcome.ts';
import { instancePaths } from './instance-paths.ts';
import { findUnmapped, planDeliveries, type StatedOrigin } from './plan-deliveries.ts';
import { getPseudonymKey } from './pseudonym-key.ts';
import { type RecognisedTable, recogniseTables } from './recognise-file.ts';
import { readSavedMappings } from './saved-mappings.ts';
import { takeWhole } from './whole-file.ts';
import { writeDeliveryIssues } from './write-delivery-issues.ts';

export interface ImportFileOptions extends StatedOrigin {
  readonly instance: Instance;
  readonly path: string;
  readonly register?: string | undefined;
  readonly mapping?: Mapping | undefined;
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
    const deliveries = await takeAll(opened, planned, options);
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
  const planned = planDeliveries({ ...opened, name: corrected.file }, recognised, options);
  const deliveries = await takeAll(
    opened,
    planned.map((part) => ({ ...part, provenance: original?.provenance ?? part.provenance })),
    options,
  );
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

/** All parts of the file, or none. */
function takeAll(opened: OpenedFile, parts: readonly PlannedDelivery[], options: ImportFileOptions) {
  const file = { fileName: opened.name, sha256: opened.sha256 };
  return takeWhole(options.instance, file, { parts, take: (part) => take(part, options) });
}

async function take(planned: PlannedDelivery, options: ImportFileOptions): Promise<DeliveryOutcome> {
  const { instance, context, receivedBy, onProgress } = options;
  const temporaryFolder = instancePaths(instance.folder).temporary;
  await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });
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
  const issuesFile = isWorthWriting ? await writeDeliveryIssues(planned, { result, counts, logs }, options) : null;
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
