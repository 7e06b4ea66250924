/**
 * Something that stopped the store, with what to do about it. `code` is stable and machine-readable, `message` says what
 * happened without any value out of a record, `remedy` what the reader can do next.
 */
export class StoreProblem extends Error {
  readonly code: string;
  readonly remedy: string;
  constructor(code: string, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreProblem';
    this.code = code;
    this.remedy = remedy;
  }
}

interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** SQLSTATE (or operating-system code) to words. Class codes of two characters stand for every code of the class. */
const explanations: Readonly<Record<string, Explanation>> = {
  '53100': {
    code: 'disk_full',
    message: 'The disk of the database is full.',
    remedy: 'Free some space on the disk that holds the database and do it again. Nothing was kept of this step.',
  },
  ENOSPC: {
    code: 'disk_full',
    message: 'The disk is full.',
    remedy: 'Free some space and do it again.',
  },
  '53300': {
    code: 'too_many_connections',
    message: 'The database accepts no further connections.',
    remedy: 'Close other programs that use it, or raise max_connections.',
  },
  '42501': {
    code: 'permission_denied',
    message: 'The database login lacks a right that this step needs.',
    remedy: 'Ask the database administrator for the rights listed in docs/operations/own-postgresql.md.',
  },
  EACCES: {
    code: 'permission_denied',
    message: 'The folder cannot be read or written by this user.',
    remedy: 'Give this user the right to the folder, or choose another folder.',
  },
  '28': {
    code: 'login_refused',
    message: 'The database refused the login.',
    remedy: 'Check the user name and the password in the database URL.',
  },
  '3D': {
    code: 'database_missing',
    message: 'The database named in the URL does not exist.',
    remedy: 'Create it first (create database …), or correct the URL.',
  },
  ECONNREFUSED: {
    code: 'database_unreachable',
    message: 'No PostgreSQL server answers at the given address.',
    remedy: 'Start the server, or correct host and port in the database URL.',
  },
  ENOTFOUND: {
    code: 'database_unreachable',
    message: 'The host of the database URL is not known.',
    remedy: 'Correct the host in the database URL.',
  },
  '57P': {
    code: 'connection_lost',
    message: 'The database server was stopped in the middle of the step.',
    remedy: 'Start it and do the step again. Nothing was kept of it.',
  },
  '08': {
    code: 'connection_lost',
    message: 'The connection to the database was lost in the middle of the step.',
    remedy: 'Do the step again. Nothing was kept of it.',
  },
  ECONNRESET: {
    code: 'connection_lost',
    message: 'The connection to the database was lost in the middle of the step.',
    remedy: 'Do the step again. Nothing was kept of it.',
  },
  '57014': {
    code: 'cancelled',
    message: 'The step was cancelled.',
    remedy: 'Do it again when you are ready. Nothing was kept of it.',
  },
  '23502': {
    code: 'value_missing',
    message: 'A record lacks a value that its register requires.',
    remedy: 'Check the mapping: every required field needs a column.',
  },
  '23505': {
    code: 'record_twice',
    message: 'A record with the same key is already there.',
    remedy: 'Do the step again; if it happens twice, report it.',
  },
  '22': {
    code: 'value_not_canonical',
    message: 'A value is not in the form that its field stores.',
    remedy: 'Check the mapping of the column named; values reach the store in canonical form only.',
  },
  '25006': {
    code: 'read_only',
    message: 'The database is read-only.',
    remedy: 'Connect to the primary server.',
  },
  '42P01': {
    code: 'table_missing',
    message: 'A table of the register is not in the database.',
    remedy: 'Run the migrations (leeto migrate).',
  },
};

/** Turns any error into a `StoreProblem`; those that already are one pass unchanged. Values of records are left behind. */
export function toStoreProblem(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  const code = codeOf(error);
  const known = explanations[code] ?? explanations[code.slice(0, 3)] ?? explanations[code.slice(0, 2)];
  const place = placeOf(error);
  if (known) return new StoreProblem(known.code, known.message + place, known.remedy, withoutValues(error));
  const text = error instanceof Error ? error.message : String(error);
  if (/Connection terminated|socket hang up|Client has encountered a connection error/i.test(text)) {
    const lost = explanations['08'] as Explanation;
    return new StoreProblem(lost.code, lost.message, lost.remedy);
  }
  const message = code === '' ? text : `The database reported an error (${code})${place}.`;
  return new StoreProblem('unexpected', message, 'Report it with the code above.', withoutValues(error));
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Table and column, and the line within a COPY; the value that follows them in PostgreSQL's context stays out. */
function placeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const where = 'where' in error && typeof error.where === 'string' ? error.where : '';
  const copy = /^COPY ([a-z0-9_]+), line (\d+)(?:, column ([a-z0-9_]+))?/.exec(where);
  if (copy) return ` (${copy[1]}${copy[3] ? `.${copy[3]}` : ''})`;
  const table = 'table' in error && typeof error.table === 'string' ? error.table : '';
  const column = 'column' in error && typeof error.column === 'string' ? error.column : '';
  return table === '' ? '' : ` (${table}${column === '' ? '' : `.${column}`})`;
}

/** PostgreSQL's `detail` and `where` quote rows; an error that may be logged must not carry them. */
function withoutValues(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || codeOf(error) === '') return error;
  return { code: codeOf(error) };
}
