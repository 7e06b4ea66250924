import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';

/** A value of a query's result. Dates are `YYYY-MM-DD`; instants `YYYY-MM-DDTHH:MM:SS`, with `Z` where they have a zone. */
export type Cell = string | number | boolean | null;

/** A value bound to a named parameter; a list is for `in (select unnest($codes))` or `= any($codes)`. */
export type Parameter = Cell | readonly string[];

/** Parameters by name, without the `$`. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** Turns a value of DuckDB's into a cell. Whole numbers too great for a number, and nested values, become text. */
export function toCell(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  }
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBTimestampValue) return value.toString().replace(' ', 'T');
  if (value instanceof DuckDBTimestampTZValue) {
    return `${new DuckDBTimestampValue(value.micros).toString().replace(' ', 'T')}Z`;
  }
  return String(value);
}
