import type { ReleasedTable } from '@leeto/disclosure';

/** A released table as CSV (RFC 4180): a column per dimension, then each value with its CONF_STATUS (SDMX: F, C, D). */
export function releasedCsv(table: ReleasedTable): string {
  const header = [
    ...table.dimensions.map(({ name }) => name),
    ...table.values.flatMap(({ name }) => [name, `${name}_conf_status`]),
  ];
  const lines = table.rows.map((row) => [
    ...row.key,
    ...row.cells.flatMap(({ value, confidentiality }) => [value === null ? '' : String(value), confidentiality]),
  ]);
  return [header, ...lines].map((line) => `${line.map(quote).join(',')}\r\n`).join('');
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
