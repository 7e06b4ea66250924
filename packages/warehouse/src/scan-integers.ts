import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';

/** Rows of whole numbers, column by column; the arrays are used again for the next rows. */
export type IntegerColumns = readonly Int32Array[];

/** Rows that are handed over together: enough that the calls do not count. */
const PIECE = 1 << 16;

/**
 * Hands the rows of a statement over in their order, piece by piece, without ever holding all of them: for work on millions of
 * rows that SQL has no words for. All columns must be `integer` and without nulls. Returns the number of rows.
 */
export async function scanIntegers(
  statement: DuckDBPreparedStatement,
  onRows: (columns: IntegerColumns, rows: number) => void | Promise<void>,
): Promise<number> {
  const result = await statement.stream();
  const columns = Array.from({ length: result.columnCount }, () => new Int32Array(PIECE));
  let held = 0;
  let total = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    const rows = chunk?.rowCount ?? 0;
    if (held > 0 && (rows === 0 || held + rows > PIECE)) {
      await onRows(columns, held);
      held = 0;
    }
    if (chunk === null || rows === 0) return total;
    for (const [index, column] of columns.entries()) {
      const vector = chunk.getColumnVector(index);
      for (let row = 0; row < rows; row += 1) {
        const value = vector.getItem(row);
        if (typeof value !== 'number') throw new Error(`Column ${index + 1} of a scan must be integer, without nulls.`);
        column[held + row] = value;
      }
    }
    held += rows;
    total += rows;
  }
}

/** Runs work on a connection of its own, so that the session can write while it is read. */
export async function onOwnConnection<T>(
  connect: () => Promise<DuckDBConnection>,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const connection = await connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
  }
}
