import type { CandidateBatch, CanonicalValue, Catalogue, PlacedIssue } from '@leeto/registers';
import type { OpenedFile, RawBatch, RawTable } from '../raw.ts';
import { cellText } from './cell-text.ts';
import {
  type CompiledMapping,
  compileMapping,
  type FieldProgram,
  madeText,
  type RecordProgram,
} from './compile-mapping.ts';
import type { RawRow } from './compile-source.ts';
import { IssueLog } from './issue-log.ts';
import type { Mapping } from './mapping.ts';

/** What the reading came to, in records proposed (rows, where a row makes one). `read` = ready + refused + leftOut. */
export interface CandidateCounts {
  readonly read: number;
  readonly ready: number;
  readonly refused: number;
  readonly leftOut: number;
  /** Data rows of the file. */
  readonly rows: number;
  /** Reason → how many were left out for it. */
  readonly leftOutBecause: Readonly<Record<string, number>>;
}

export interface ReadCandidatesOptions {
  readonly onProgress?: (progress: { readonly rows: number; readonly estimatedRows: number }) => void;
  readonly signal?: AbortSignal;
  readonly pseudonymKey?: string;
  /** Where issues beyond the first thousands wait until they are written out; the system's own by default. */
  readonly temporaryFolder?: string;
  /** The year up to which two-digit years are of this century; the current one by default. */
  readonly latestYear?: number;
  readonly batchSize?: number;
}

export interface CandidateReading {
  /** To be walked through once, to the end. */
  readonly batches: AsyncIterable<CandidateBatch>;
  /** After the last batch. Dispose of the log when the issues have been written. */
  readonly finish: () => Promise<{ readonly issues: IssueLog; readonly counts: CandidateCounts }>;
}

/**
 * Reads a table through a mapping: checked records in batches, and every problem of every row in the log. A row with an
 * error makes no record; a warning lets it pass. A mapping that the table does not fit is itself an issue of row 0.
 */
export function readCandidates(
  opened: Pick<OpenedFile, 'name'>,
  table: RawTable,
  mapping: Mapping,
  catalogue: Catalogue,
  options: ReadCandidatesOptions = {},
): CandidateReading {
  const compiled = compileMapping(table, opened.name, mapping, {
    catalogue,
    mapping,
    latestYear: options.latestYear ?? new Date().getUTCFullYear(),
    ...(options.pseudonymKey === undefined ? {} : { pseudonymKey: options.pseudonymKey }),
  });
  const run = new CandidateRun(table, compiled, options);
  return { batches: run.batches(), finish: () => run.finish() };
}

class CandidateRun {
  readonly #table: RawTable;
  readonly #compiled: CompiledMapping;
  readonly #options: ReadCandidatesOptions;
  readonly #log: IssueLog;
  readonly #leftOut = new Map<string, number>();
  #rows = 0;
  #ready = 0;
  #refused = 0;
  #isDone = false;
  #out: CanonicalValue[][] = [];
  #sourceRows: number[] = [];
  #rowIssues: PlacedIssue[] = [];

  constructor(table: RawTable, compiled: CompiledMapping, options: ReadCandidatesOptions) {
    this.#table = table;
    this.#compiled = compiled;
    this.#options = options;
    this.#log = new IssueLog(options.temporaryFolder);
  }

  async *batches(): AsyncGenerator<CandidateBatch> {
    const { problems } = this.#compiled;
    if (problems.length > 0) {
      const at = {
        path: '',
        severity: 'warning' as const,
        value: null,
        file: this.#table.file,
        sheet: this.#table.sheet,
        row: 0,
      };
      await this.#log.add({
        sheet: at.sheet,
        row: 0,
        cells: null,
        issues: problems.map((each) => ({ ...at, ...each })),
      });
    }
    const size = this.#options.batchSize ?? 5_000;
    for await (const batch of this.#table.rows()) {
      this.#options.signal?.throwIfAborted();
      const waiting = this.#readBatch(batch);
      for (const wait of waiting) await wait;
      while (this.#out.length >= size) yield this.#take(size);
      this.#options.onProgress?.({ rows: this.#rows, estimatedRows: this.#table.estimatedRows });
    }
    while (this.#out.length > 0) yield this.#take(size);
    this.#isDone = true;
  }

  async finish() {
    if (!this.#isDone) throw new Error('finish() was called before the last batch was read.');
    const leftOut = [...this.#leftOut.values()].reduce((sum, each) => sum + each, 0);
    const counts: CandidateCounts = {
      read: this.#ready + this.#refused + leftOut,
      ready: this.#ready,
      refused: this.#refused,
      leftOut,
      rows: this.#rows,
      leftOutBecause: Object.fromEntries(this.#leftOut),
    };
    return { issues: this.#log, counts };
  }

  #take(size: number): CandidateBatch {
    const rows = this.#out.length <= size ? this.#out : this.#out.slice(0, size);
    const sourceRows = this.#out.length <= size ? this.#sourceRows : this.#sourceRows.slice(0, size);
    this.#out = this.#out.length <= size ? [] : this.#out.slice(size);
    this.#sourceRows = this.#sourceRows.length <= size ? [] : this.#sourceRows.slice(size);
    const { declaration, columns } = this.#compiled;
    return { register: declaration.id, columns, rows, sheet: this.#table.sheet, sourceRows };
  }

  #readBatch(batch: RawBatch): Promise<void>[] {
    const waiting: Promise<void>[] = [];
    for (let i = 0; i < batch.rows.length; i++) {
      const row = batch.rows[i];
      if (row === undefined) continue;
      const wait = this.#readRow(row, batch.sourceRows[i] ?? 0);
      if (wait) waiting.push(wait);
    }
    return waiting;
  }

  #readRow(row: RawRow, number: number): Promise<void> | undefined {
    this.#rows += 1;
    for (const { test, reason } of this.#compiled.skip) {
      if (!test(row)) continue;
      this.#leaveOut(reason);
      return undefined;
    }
    let isRefused = false;
    for (const program of this.#compiled.programs) {
      if (program.when !== null && !program.when(row)) continue;
      if (!this.#readRecord(program, row, number)) isRefused = true;
    }
    if (this.#rowIssues.length === 0) return undefined;
    const issues = this.#rowIssues;
    this.#rowIssues = [];
    return this.#log.add({ sheet: this.#table.sheet, row: number, cells: isRefused ? row : null, issues });
  }

  /** False where the record was refused. */
  #readRecord(program: RecordProgram, row: RawRow, number: number): boolean {
    for (const { test, reason } of program.leaveOut) {
      if (!test(row)) continue;
      this.#leaveOut(reason);
      return true;
    }
    const out: CanonicalValue[] = new Array(this.#compiled.columns.length).fill(null);
    let isGood = true;
    for (const field of program.fields) {
      const cell = field.index >= 0 ? (row[field.index] ?? null) : madeText(field.source, row);
      const reading = field.read(cell);
      if (!reading.ok) {
        isGood = false;
        this.#report(field, reading.code, 'error', cellText(cell), reading.hint, number);
      } else {
        out[field.target] = reading.value;
        if (reading.doubt !== undefined) {
          this.#report(field, reading.doubt, 'warning', cellText(cell), `read as ${reading.value}`, number);
        }
      }
    }
    for (const rule of program.rules) {
      if (!rule.isBroken(out)) continue;
      // A value that could not be read has been reported as such; it is not missing as well.
      if (rule.code === 'required' && !isGood && this.#isReported(rule.field)) continue;
      if (rule.severity === 'error') isGood = false;
      this.#push({
        path: rule.field,
        column: rule.header,
        code: rule.code,
        severity: rule.severity,
        value: out[rule.target] ?? null,
        hint: rule.hint,
        row: number,
      });
    }
    if (isGood) {
      this.#out.push(out);
      this.#sourceRows.push(number);
      this.#ready += 1;
    } else this.#refused += 1;
    return isGood;
  }

  #leaveOut(reason: string): void {
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1);
  }

  #isReported(field: string): boolean {
    return this.#rowIssues.some((issue) => issue.path === field);
  }

  #report(
    field: FieldProgram,
    code: string,
    severity: PlacedIssue['severity'],
    value: string | null,
    hint: string,
    row: number,
  ) {
    this.#push({ path: field.field.name, column: field.header, code, severity, value, hint, row });
  }

  /** The records of a row share its cells: one fault in one cell is told once. */
  #push(issue: Omit<PlacedIssue, 'file' | 'sheet'>): void {
    const isKnown = this.#rowIssues.some(
      (each) =>
        each.code === issue.code &&
        each.column === issue.column &&
        each.path === issue.path &&
        each.value === issue.value,
    );
    if (!isKnown) this.#rowIssues.push({ ...issue, file: this.#table.file, sheet: this.#table.sheet });
  }
}
