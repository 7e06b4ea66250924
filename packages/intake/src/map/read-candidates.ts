import type { CandidateBatch, CanonicalValue, Catalogue, PlacedIssue } from '@leeto/registers';
import type { OpenedFile, RawBatch, RawTable } from '../raw.ts';
import { cellText } from './cell-text.ts';
import {
  type CompiledLeaveOut,
  type CompiledMapping,
  type CompiledRule,
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

const rowsAtOnce = 1_000;

/** Records of one program on their way: `at[k]` is the place of the row, `outs[k]` its values. */
interface Draft {
  readonly at: readonly number[];
  readonly outs: CanonicalValue[][];
  readonly isBad: Uint8Array;
  readonly issues: Map<number, PlacedIssue[]>;
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
    for (let from = 0; from < batch.rows.length; from += rowsAtOnce) {
      const rows = batch.rows.slice(from, from + rowsAtOnce);
      this.#readRows(rows, (i) => batch.sourceRows[from + i] ?? 0, waiting);
    }
    return waiting;
  }

  /** Reads column by column, so that what is remembered of one column stays at hand; then puts the rows out in order. */
  #readRows(rows: readonly RawRow[], numberOf: (i: number) => number, waiting: Promise<void>[]): void {
    this.#rows += rows.length;
    const kept: number[] = [];
    for (let i = 0; i < rows.length; i++) if (!this.#isLeftOut(this.#compiled.skip, rows[i] ?? [])) kept.push(i);
    const drafts = this.#compiled.programs.map((program) => this.#readProgram(program, rows, kept, numberOf));
    const next = drafts.map(() => 0);
    for (const i of kept) {
      const issues: PlacedIssue[] = [];
      let isRefused = false;
      for (let p = 0; p < drafts.length; p++) {
        const draft = drafts[p];
        const k = next[p] ?? 0;
        if (draft === undefined || draft.at[k] !== i) continue;
        next[p] = k + 1;
        const out = draft.outs[k];
        if (draft.isBad[k] === 1) {
          isRefused = true;
          this.#refused += 1;
        } else if (out !== undefined) {
          this.#out.push(out);
          this.#sourceRows.push(numberOf(i));
          this.#ready += 1;
        }
        for (const issue of draft.issues.get(k) ?? []) if (!isToldBefore(issue, issues)) issues.push(issue);
      }
      if (issues.length === 0) continue;
      const row = numberOf(i);
      const wait = this.#log.add({ sheet: this.#table.sheet, row, cells: isRefused ? (rows[i] ?? []) : null, issues });
      if (wait) waiting.push(wait);
    }
  }

  #readProgram(
    program: RecordProgram,
    rows: readonly RawRow[],
    kept: readonly number[],
    numberOf: (i: number) => number,
  ): Draft {
    const at = kept.filter((i) => {
      const row = rows[i] ?? [];
      return (program.when === null || program.when(row)) && !this.#isLeftOut(program.leaveOut, row);
    });
    const outs = at.map((): CanonicalValue[] => new Array(this.#compiled.columns.length).fill(null));
    const draft: Draft = { at, outs, isBad: new Uint8Array(at.length), issues: new Map() };
    for (const field of program.fields) this.#readField(field, rows, draft, numberOf);
    for (const rule of program.rules) this.#checkRule(rule, draft, numberOf);
    return draft;
  }

  #readField(field: FieldProgram, rows: readonly RawRow[], draft: Draft, numberOf: (i: number) => number): void {
    const { index, target, read, source } = field;
    const { at, outs } = draft;
    for (let k = 0; k < at.length; k++) {
      const i = at[k] ?? 0;
      const row = rows[i] ?? [];
      const cell = index >= 0 ? (row[index] ?? null) : madeText(source, row);
      const reading = read(cell);
      if (reading.ok) {
        const out = outs[k];
        if (out !== undefined) out[target] = reading.value;
        if (reading.doubt === undefined) continue;
      } else draft.isBad[k] = 1;
      const issue = reading.ok
        ? { code: reading.doubt ?? '', severity: 'warning' as const, hint: `read as ${reading.value}` }
        : { code: reading.code, severity: 'error' as const, hint: reading.hint };
      this.#tell(draft, k, {
        ...issue,
        path: field.field.name,
        column: field.header,
        value: cellText(cell),
        row: numberOf(i),
      });
    }
  }

  #checkRule(rule: CompiledRule, draft: Draft, numberOf: (i: number) => number): void {
    const { at, outs, isBad } = draft;
    for (let k = 0; k < at.length; k++) {
      const out = outs[k] ?? [];
      if (!rule.isBroken(out)) continue;
      // A value that could not be read has been told as such; it is not missing as well.
      if (rule.code === 'required' && draft.issues.get(k)?.some((issue) => issue.path === rule.field)) continue;
      if (rule.severity === 'error') isBad[k] = 1;
      const value = out[rule.target] ?? null;
      const { field: path, header: column, code, severity, hint } = rule;
      this.#tell(draft, k, { path, column, code, severity, value, hint, row: numberOf(at[k] ?? 0) });
    }
  }

  #tell(draft: Draft, k: number, issue: Omit<PlacedIssue, 'file' | 'sheet'>): void {
    const placed = { ...issue, file: this.#table.file, sheet: this.#table.sheet };
    const known = draft.issues.get(k);
    if (known) known.push(placed);
    else draft.issues.set(k, [placed]);
  }

  #isLeftOut(leaveOuts: readonly CompiledLeaveOut[], row: RawRow): boolean {
    for (const { test, reason } of leaveOuts) {
      if (!test(row)) continue;
      this.#leaveOut(reason);
      return true;
    }
    return false;
  }

  #leaveOut(reason: string): void {
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1);
  }
}

/** The records of a row share its cells: one fault in one cell is told once. */
function isToldBefore(issue: PlacedIssue, told: readonly PlacedIssue[]): boolean {
  return told.some(
    (each) =>
      each.code === issue.code &&
      each.column === issue.column &&
      each.path === issue.path &&
      each.value === issue.value,
  );
}
