import type { CandidateBatch, RecordDeclaration } from '@leeto/registers';
import type pg from 'pg';
import { StoreProblem } from '../problem.ts';
import { COPY_OPTIONS, copyLine } from './copy-text.ts';
import { CopyWriter } from './copy-writer.ts';
import { DUPLICATES_LISTED, type DuplicateRow, type ImportOptions } from './import-types.ts';
import { IN_DATABASE, type KnownKeys } from './known-keys.ts';
import { createStaging, STAGING_TABLE, writtenColumns } from './merge-staged.ts';
import { ensurePartitions } from './partitions.ts';
import { makeRecordKey, SEPARATOR } from './record-key.ts';
import { RowPositions } from './row-positions.ts';

export interface Received {
  readonly rows: number;
  /** Rows put into the register at once, because no record has their key. */
  readonly added: number;
  /** Rows whose record may be there already; they wait in the staging table. */
  readonly staged: number;
  readonly columns: readonly string[];
  readonly duplicates: number;
  readonly duplicateRows: readonly DuplicateRow[];
}

const STAGED_TEXT_LIMIT = 8 * 2 ** 20;

/**
 * Streams batches into the database within the caller's transaction. A row whose key nobody has goes straight into the
 * register by COPY; one whose key the agency has already goes to a staging table; one that stood earlier in the same file is
 * counted and left. Keys are computed and compared here, so that the server has nothing to do but to write.
 */
export async function receiveBatches(
  client: pg.ClientBase,
  deliveryId: number,
  known: KnownKeys,
  options: ImportOptions,
): Promise<Received> {
  const { declaration, delivery, signal } = options;
  const writer = new CopyWriter(client);
  const positions = new RowPositions();
  const partitions = new Set<string>();
  const duplicateRows: DuplicateRow[] = [];
  let format: BatchFormat | null = null;
  let duplicates = 0;
  let added = 0;
  let staged = 0;
  let waiting = '';
  const flushStaged = async (form: BatchFormat) => {
    if (waiting === '') return;
    if (staged === 0) {
      await writer.end();
      await createStaging(client, declaration.id, form.columns);
      staged = countLines(waiting);
    } else staged += countLines(waiting);
    await writer.use(form.copyToStaging);
    await writer.write(waiting);
    waiting = '';
  };
  try {
    for await (const batch of options.batches) {
      signal?.throwIfAborted();
      format ??= describeFormat(declaration, batch, delivery.provenance.agency);
      if (batch.columns.join() !== format.columns.join()) refuseOtherColumns(declaration);
      const { dateColumn, recordKey } = format;
      const unseenYears = dateColumn < 0 ? [] : findUnseenYears(batch, dateColumn, partitions);
      if (unseenYears.length > 0) {
        await writer.end();
        await ensurePartitions(client, declaration.id, unseenYears, partitions);
      }
      const middle = SEPARATOR + deliveryId + SEPARATOR;
      const sheet = SEPARATOR + copyLine([batch.sheet]) + SEPARATOR;
      if (known.isComplete) await writer.use(format.copyToRegister);
      for (let index = 0; index < batch.rows.length; index += 1) {
        const row = batch.rows[index] ?? [];
        const sourceRow = batch.sourceRows[index] ?? 0;
        const key = recordKey(row);
        const earlier = known.keys.add(key, positions.count);
        const line = `${key}${middle}${sourceRow}${sheet}`;
        if (earlier === -1) {
          positions.add(batch.sheet, sourceRow);
          const text = `${line}${copyLine(row)}\n`;
          if (known.isComplete) {
            added += 1;
            const wait = writer.write(text);
            if (wait !== undefined) await wait;
          } else waiting += text;
        } else if (earlier === IN_DATABASE) {
          known.keys.replace(key, positions.add(batch.sheet, sourceRow));
          waiting += `${line}${copyLine(row)}\n`;
        } else {
          positions.add(batch.sheet, sourceRow);
          duplicates += 1;
          if (duplicateRows.length < DUPLICATES_LISTED) {
            const first = positions.at(earlier);
            duplicateRows.push({ sheet: batch.sheet, row: sourceRow, reason: 'twice_in_file', first });
          }
        }
      }
      if (waiting.length > STAGED_TEXT_LIMIT) await flushStaged(format);
      options.onProgress?.({ step: 'receiving', rows: positions.count });
    }
    if (format !== null) await flushStaged(format);
    await writer.end();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  return { rows: positions.count, added, staged, columns: format?.columns ?? [], duplicates, duplicateRows };
}

interface BatchFormat {
  readonly columns: readonly string[];
  readonly copyToRegister: string;
  readonly copyToStaging: string;
  readonly recordKey: ReturnType<typeof makeRecordKey>;
  /** Position of the date by which the log is partitioned; -1 for other shapes. */
  readonly dateColumn: number;
}

function describeFormat(declaration: RecordDeclaration, batch: CandidateBatch, agency: string): BatchFormat {
  const { columns } = batch;
  const fields = new Set(declaration.fields.map(({ name }) => name));
  const strange = columns.filter((name) => !fields.has(name));
  const missing = declaration.fields.filter(({ name, required }) => required === true && !columns.includes(name));
  if (strange.length > 0 || missing.length > 0) {
    const words = [
      ...strange.map((name) => `${name} is no field of it`),
      ...missing.map(({ name }) => `${name} is required and not delivered`),
    ];
    throw new StoreProblem(
      'columns_unfit',
      `The columns do not fit ${declaration.id}: ${words.join('; ')}.`,
      'Correct the mapping.',
    );
  }
  const list = writtenColumns(columns).join(', ');
  return {
    columns,
    copyToRegister: `copy register.${declaration.id} (${list}) from stdin ${COPY_OPTIONS}`,
    copyToStaging: `copy ${STAGING_TABLE} (${list}) from stdin ${COPY_OPTIONS}`,
    recordKey: makeRecordKey(declaration, columns, agency),
    dateColumn: declaration.shape === 'movement_log' ? columns.indexOf(declaration.datedBy) : -1,
  };
}

function refuseOtherColumns(declaration: RecordDeclaration): never {
  throw new StoreProblem(
    'columns_vary',
    `The batches of one delivery to ${declaration.id} have different columns.`,
    'Import tables with different columns as deliveries of their own.',
  );
}

function findUnseenYears(batch: CandidateBatch, dateColumn: number, seen: ReadonlySet<string>): string[] {
  const unseen = new Set<string>();
  let last = '';
  for (const row of batch.rows) {
    const year = (row[dateColumn] ?? '').slice(0, 4);
    if (year === last) continue;
    last = year;
    if (year !== '' && !seen.has(year)) unseen.add(year);
  }
  return [...unseen];
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
