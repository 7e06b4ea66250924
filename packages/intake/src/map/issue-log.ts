import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PlacedIssue } from '@leeto/registers';
import type { RawCell } from '../raw.ts';

/** One row of the file with what is wrong with it. `cells` are its original cells where a record of it was refused. */
export interface RowIssues {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly RawCell[] | null;
  readonly issues: readonly PlacedIssue[];
}

/** How often one problem in one column occurred, with some examples of its rows. */
export interface IssueGroup {
  readonly column: string;
  readonly path: string;
  readonly code: string;
  readonly severity: PlacedIssue['severity'];
  readonly hint: string;
  readonly count: number;
  readonly firstRows: readonly number[];
}

const keptInMemory = 2_000;
const writtenAtOnce = 500;

/**
 * All issues of a delivery. Keeps counts and the first rows in memory and the rest in a temporary file that only this user
 * can read; `dispose` removes it.
 */
export class IssueLog implements Disposable {
  readonly #temporaryFolder: string;
  readonly #groups = new Map<
    string,
    { group: Omit<IssueGroup, 'count' | 'firstRows'>; count: number; rows: number[] }
  >();
  readonly #rows: RowIssues[] = [];
  #folder: string | null = null;
  #pending: string[] = [];
  #writing: Promise<void> = Promise.resolve();
  #errors = 0;
  #warnings = 0;
  #refusedRows = 0;

  constructor(temporaryFolder: string = tmpdir()) {
    this.#temporaryFolder = temporaryFolder;
  }

  get errors(): number {
    return this.#errors;
  }

  get warnings(): number {
    return this.#warnings;
  }

  /** Rows of the file of which at least one record was refused. */
  get refusedRows(): number {
    return this.#refusedRows;
  }

  /** What went wrong, most frequent first. */
  groups(): readonly IssueGroup[] {
    const groups = [...this.#groups.values()].map(({ group, count, rows }) => ({ ...group, count, firstRows: rows }));
    return groups.sort((a, b) => b.count - a.count);
  }

  /** Adds a row; returns a promise only where it has to wait for the disk. */
  add(row: RowIssues): Promise<void> | undefined {
    if (row.cells !== null) this.#refusedRows += 1;
    for (const issue of row.issues) this.#count(issue);
    if (this.#rows.length < keptInMemory) {
      this.#rows.push(row);
      return undefined;
    }
    this.#pending.push(JSON.stringify(row));
    return this.#pending.length < writtenAtOnce ? undefined : this.#flush();
  }

  /** All rows with issues, in the order in which they were found. */
  async *rows(): AsyncGenerator<RowIssues> {
    yield* this.#rows;
    await this.#flush();
    if (this.#folder === null) return;
    const lines = createInterface({
      input: createReadStream(join(this.#folder, 'rows.jsonl'), 'utf8'),
      crlfDelay: Infinity,
    });
    for await (const line of lines) yield JSON.parse(line) as RowIssues;
  }

  [Symbol.dispose](): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  dispose(): void {
    this[Symbol.dispose]();
  }

  #count(issue: PlacedIssue): void {
    if (issue.severity === 'error') this.#errors += 1;
    else this.#warnings += 1;
    const key = `${issue.code} ${issue.path} ${issue.column}`;
    const known = this.#groups.get(key);
    if (known) {
      known.count += 1;
      if (known.rows.length < 5) known.rows.push(issue.row);
      return;
    }
    const { column, path, code, severity, hint } = issue;
    this.#groups.set(key, { group: { column, path, code, severity, hint }, count: 1, rows: [issue.row] });
  }

  /** Writes follow one another, so that the rows stay in order. */
  #flush(): Promise<void> {
    if (this.#pending.length === 0) return this.#writing;
    this.#folder ??= mkdtempSync(join(this.#temporaryFolder, 'leeto-issues-'));
    const path = join(this.#folder, 'rows.jsonl');
    const text = `${this.#pending.join('\n')}\n`;
    this.#pending = [];
    this.#writing = this.#writing.then(() => appendFile(path, text, { mode: 0o600 }));
    return this.#writing;
  }
}
