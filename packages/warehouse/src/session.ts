import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import { appendColumns, type BulkColumn } from './append-columns.ts';
import { type Cell, type Parameter, type Parameters, toCell } from './cell.ts';
import { quoteLiteral } from './quote.ts';
import { redactError } from './redact-error.ts';
import { type IntegerColumns, onOwnConnection, scanIntegers } from './scan-integers.ts';

export interface SessionOptions {
  /** As DuckDB writes it (`2GB`); absent: DuckDB's own default, 80 % of the machine's memory. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Where work that does not fit in memory spills; made if absent. */
  readonly temporaryFolder: string;
  /** Where given, the session is closed to all other folders from the start; otherwise `attachSnapshot` closes it. */
  readonly folders?: readonly string[];
}

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** An analysis session: a DuckDB in memory that reaches no network and, once restricted, no file outside its folders. */
export interface Session {
  readonly query: (sql: string, parameters?: Parameters) => Promise<QueryResult>;
  /** One or more statements without a result. */
  readonly run: (sql: string, parameters?: Parameters) => Promise<void>;
  /** Appends columns of equal length to a table, in bulk; millions of rows a second. */
  readonly append: (table: string, columns: readonly BulkColumn[], rows: number) => Promise<void>;
  /**
   * Hands over the rows of a statement of `integer` columns without nulls, in order and in pieces whose arrays are used again, on a
   * connection of its own: the session can be written to meanwhile, and its temporary tables are not seen. Returns the rows.
   */
  readonly scan: (
    sql: string,
    onRows: (columns: IntegerColumns, rows: number) => void | Promise<void>,
    parameters?: Parameters,
  ) => Promise<number>;
  /** Closes the session to all files outside the folders, for good. A second call must ask for no more than the first. */
  readonly restrictTo: (folders: readonly string[]) => Promise<void>;
  readonly close: () => void;
  readonly [Symbol.dispose]: () => void;
}

// Downloadable extensions would tie a figure to the network; all that is needed is linked in statically.
const offline = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  allow_persistent_secrets: 'false',
};

/** Opens a session. Parameters that a statement does not mention are left out, so that one set serves a whole pipeline. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const temporaryFolder = resolve(options.temporaryFolder);
  await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });
  const instance = await DuckDBInstance.create(':memory:', {
    ...offline,
    temp_directory: temporaryFolder,
    ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
  });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  let restricted: readonly string[] | undefined;

  async function restrictTo(folders: readonly string[]): Promise<void> {
    const wanted = folders.map((folder) => resolve(folder));
    if (restricted !== undefined) {
      const missing = wanted.find((folder) => !restricted?.some((parent) => isWithin(folder, parent)));
      if (missing !== undefined) throw new Error('This session is already closed to that folder; open another one.');
      return;
    }
    const list = wanted.map((folder) => quoteLiteral(`${folder}/`)).join(', ');
    await connection.run(`set allowed_directories = [${list}]`);
    await connection.run('set enable_external_access = false');
    await connection.run('set lock_configuration = true');
    restricted = wanted;
  }

  async function query(sql: string, parameters: Parameters = {}): Promise<QueryResult> {
    const statement = await prepare(connection, sql, parameters);
    try {
      const reader = await statement.runAndReadAll().catch(rethrowRedacted);
      return { columns: reader.columnNames(), rows: reader.getRows().map((row) => row.map(toCell)) };
    } finally {
      statement.destroySync();
    }
  }

  async function run(sql: string, parameters?: Parameters): Promise<void> {
    if (parameters === undefined) {
      await connection.run(sql).catch(rethrowRedacted);
      return;
    }
    const statement = await prepare(connection, sql, parameters);
    try {
      await statement.run().catch(rethrowRedacted);
    } finally {
      statement.destroySync();
    }
  }

  async function append(table: string, columns: readonly BulkColumn[], rows: number): Promise<void> {
    await appendColumns(connection, table, columns, rows).catch(rethrowRedacted);
  }

  function scan(
    sql: string,
    onRows: (columns: IntegerColumns, rows: number) => void | Promise<void>,
    parameters: Parameters = {},
  ): Promise<number> {
    return onOwnConnection(
      () => instance.connect(),
      async (own) => {
        const statement = await prepare(own, sql, parameters);
        try {
          return await scanIntegers(statement, onRows);
        } catch (error) {
          return rethrowRedacted(error);
        } finally {
          statement.destroySync();
        }
      },
    );
  }

  function close(): void {
    connection.closeSync();
    instance.closeSync();
  }

  if (options.folders !== undefined) await restrictTo(options.folders);
  return { query, run, append, scan, restrictTo, close, [Symbol.dispose]: close };
}

async function prepare(
  connection: DuckDBConnection,
  sql: string,
  parameters: Parameters,
): Promise<DuckDBPreparedStatement> {
  const statement = await connection.prepare(sql);
  for (let index = 1; index <= statement.parameterCount; index += 1) {
    const name = statement.parameterName(index);
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined) throw new Error(`The statement needs the parameter $${name}, which was not given.`);
    bind(statement, index, value);
  }
  return statement;
}

function bind(statement: DuckDBPreparedStatement, index: number, value: Parameter): void {
  if (value === null) statement.bindNull(index);
  else if (typeof value === 'string') statement.bindVarchar(index, value);
  else if (typeof value === 'boolean') statement.bindBoolean(index, value);
  else if (typeof value !== 'number') statement.bindList(index, listValue([...value]), LIST(VARCHAR));
  else if (Number.isSafeInteger(value)) statement.bindBigInt(index, BigInt(value));
  else statement.bindDouble(index, value);
}

function rethrowRedacted(error: unknown): never {
  throw redactError(error);
}

function isWithin(folder: string, parent: string): boolean {
  return folder === parent || folder.startsWith(`${parent}/`);
}
