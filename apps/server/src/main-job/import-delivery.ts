import { createHash } from 'node:crypto';
import {
  type CandidateCounts,
  type IssueLog,
  type Mapping,
  type OpenedFile,
  type RawTable,
  readCandidates,
} from '@leeto/intake';
import type { CandidateBatch, Provenance, RecordDeclaration } from '@leeto/registers';
import { type ImportResult, type Instance, importRecords } from '@leeto/store';
import type { Progress } from '../progress.ts';
import type { CountryContext } from './country-context.ts';

export interface MappedTable {
  readonly table: RawTable;
  readonly mapping: Mapping;
}

/** The tables of a file that go to one register: they make one delivery, taken whole or not at all. */
export interface PlannedDelivery {
  readonly opened: OpenedFile;
  readonly declaration: RecordDeclaration;
  readonly tables: readonly MappedTable[];
  readonly provenance: Provenance;
}

export interface DeliveryReading {
  /** null in a dry run. */
  readonly result: ImportResult | null;
  readonly counts: Pick<CandidateCounts, 'read' | 'ready' | 'refused' | 'leftOut' | 'leftOutBecause'>;
  /** One log a table; to be disposed of by the caller once issues have been written. */
  readonly logs: readonly { readonly table: RawTable; readonly mapping: Mapping; readonly log: IssueLog }[];
}

/** One step a file, from the first look to its issues: a folder of monthly files would else fill the screen. */
export const importStep = (file: string): string => `Importing ${file}`;

export interface ImportDeliveryOptions {
  readonly instance: Instance;
  readonly context: CountryContext;
  readonly receivedBy: string;
  readonly pseudonymKey: string;
  readonly temporaryFolder: string;
  readonly isDryRun: boolean;
  readonly onProgress: Progress;
}

/** Reads the tables through their mappings and takes what is good into the register, in one transaction. */
export async function importDelivery(
  planned: PlannedDelivery,
  options: ImportDeliveryOptions,
): Promise<DeliveryReading> {
  const run = new DeliveryRun(planned, options);
  if (options.isDryRun) {
    for await (const _batch of run.batches());
    return { result: null, counts: run.counts(), logs: run.logs };
  }
  const { opened, declaration, provenance, tables } = planned;
  const mapping = tables.map(({ table, mapping }) => ({ sheet: table.sheet, table: table.index, mapping }));
  const result = await importRecords(options.instance, {
    declaration,
    delivery: {
      fileName: opened.name,
      sha256: opened.sha256,
      bytes: opened.bytes,
      mapping: { tables: mapping },
      mappingHash: createHash('sha256').update(JSON.stringify(mapping)).digest('hex'),
      provenance,
      intakeCounts: () => run.counts(),
    },
    batches: run.batches(),
    receivedBy: options.receivedBy,
    onProgress: ({ step, message }) => {
      if (step === 'waiting' && message !== undefined) options.onProgress({ step: message });
    },
  });
  return { result, counts: run.counts(), logs: run.logs };
}

class DeliveryRun {
  readonly logs: { readonly table: RawTable; readonly mapping: Mapping; readonly log: IssueLog }[] = [];
  readonly #planned: PlannedDelivery;
  readonly #options: ImportDeliveryOptions;
  readonly #leftOut = new Map<string, number>();
  #read = 0;
  #ready = 0;
  #refused = 0;

  constructor(planned: PlannedDelivery, options: ImportDeliveryOptions) {
    this.#planned = planned;
    this.#options = options;
  }

  async *batches(): AsyncGenerator<CandidateBatch> {
    const { opened, declaration, tables } = this.#planned;
    const { context, pseudonymKey, temporaryFolder, onProgress } = this.#options;
    const columns = sharedColumns(
      declaration,
      tables.map(({ mapping }) => mapping),
    );
    const total = tables.reduce((sum, { table }) => sum + table.estimatedRows, 0);
    let before = 0;
    for (const { table, mapping } of tables) {
      let rows = 0;
      const reading = readCandidates(opened, table, mapping, context.catalogue, {
        pseudonymKey,
        temporaryFolder,
        onProgress: (progress) => {
          rows = progress.rows;
          onProgress({ step: importStep(opened.name), done: before + rows, total, unit: 'rows' });
        },
      });
      for await (const batch of reading.batches) yield arrange(batch, columns);
      before += rows;
      const { issues, counts } = await reading.finish();
      this.logs.push({ table, mapping, log: issues });
      this.#read += counts.read;
      this.#ready += counts.ready;
      this.#refused += counts.refused;
      for (const [reason, count] of Object.entries(counts.leftOutBecause)) {
        this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + count);
      }
    }
  }

  counts() {
    const leftOut = [...this.#leftOut.values()].reduce((sum, count) => sum + count, 0);
    return {
      read: this.#read,
      ready: this.#ready,
      refused: this.#refused,
      leftOut,
      leftOutBecause: Object.fromEntries(this.#leftOut),
    };
  }
}

/** The fields that any of the mappings fills, in the declaration's order: all batches of a delivery have the same columns. */
function sharedColumns(declaration: RecordDeclaration, mappings: readonly Mapping[]): readonly string[] {
  const filled = new Set(mappings.flatMap(({ emit }) => emit.flatMap(({ fields }) => Object.keys(fields))));
  return declaration.fields.map(({ name }) => name).filter((name) => filled.has(name));
}

function arrange(batch: CandidateBatch, columns: readonly string[]): CandidateBatch {
  if (batch.columns.length === columns.length && batch.columns.every((name, index) => name === columns[index]))
    return batch;
  const places = columns.map((name) => batch.columns.indexOf(name));
  return { ...batch, columns, rows: batch.rows.map((row) => places.map((place) => row[place] ?? null)) };
}
