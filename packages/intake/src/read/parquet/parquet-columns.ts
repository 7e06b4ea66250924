import type { SchemaTree } from 'hyparquet';
import type { Finding, RawCell } from '../../raw.ts';

type CellReader = (value: unknown) => RawCell;

/** A top-level column and how its values become cells. */
export interface ParquetColumn {
  readonly name: string;
  readonly read: CellReader;
}

/** The columns with a reader each, chosen by the declared type: dates come as ISO text, big integers as text once they are unsafe. */
export function parquetColumns(fields: readonly SchemaTree[]): { columns: ParquetColumn[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const readerOf = (field: SchemaTree): CellReader => {
    const { element } = field;
    if (field.children.length > 0) {
      findings.push({
        code: 'nested_column',
        severity: 'warning',
        message: 'The column holds lists or records; each cell is given as JSON text.',
        where: element.name,
      });
      return (value) => (value === null || value === undefined ? null : JSON.stringify(value, jsonValue));
    }
    if (element.logical_type?.type === 'DATE' || element.converted_type === 'DATE') {
      return (value) => (value instanceof Date ? (isoText(value)?.slice(0, 10) ?? null) : plainCell(value));
    }
    if (element.logical_type?.type === 'TIMESTAMP' && element.logical_type.isAdjustedToUTC) {
      findings.push({
        code: 'utc_times',
        severity: 'info',
        message: 'The times of the column are declared to be UTC; they are given without shift.',
        where: element.name,
      });
    }
    if (element.logical_type?.type === 'TIME' || element.converted_type?.startsWith('TIME_'))
      return timeReader(element);
    return plainCell;
  };
  return { columns: fields.map((field) => ({ name: field.element.name, read: readerOf(field) })), findings };
}

function plainCell(value: unknown): RawCell {
  switch (typeof value) {
    case 'string':
      return value === '' ? null : value;
    case 'number':
      return Number.isNaN(value) ? null : value;
    case 'boolean':
      return value;
    case 'bigint':
      return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value.toString();
    case 'undefined':
      return null;
    default:
      return objectCell(value);
  }
}

function objectCell(value: unknown): RawCell {
  if (value === null) return null;
  if (value instanceof Date) return isoText(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return JSON.stringify(value, jsonValue);
}

/** `2025-03-01T14:05:00`, with milliseconds only where there are any. Parquet's clock is taken as it stands. */
function isoText(value: Date): string | null {
  if (Number.isNaN(value.getTime())) return null;
  return value.toISOString().replace(/(?:\.000)?Z$/, '');
}

function timeReader(element: SchemaTree['element']): CellReader {
  const unit =
    element.logical_type?.type === 'TIME'
      ? element.logical_type.unit
      : element.converted_type === 'TIME_MICROS'
        ? 'MICROS'
        : 'MILLIS';
  const perMillisecond = unit === 'NANOS' ? 1_000_000 : unit === 'MICROS' ? 1_000 : 1;
  return (value) => {
    if (typeof value !== 'number' && typeof value !== 'bigint') return plainCell(value);
    return isoText(new Date(Number(value) / perMillisecond))?.slice(11) ?? null;
  };
}

function jsonValue(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? plainCell(value) : value;
}
