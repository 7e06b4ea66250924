import { type FieldColumn, NOT_STATED, type RecordSet } from '../records/record-set.ts';

/**
 * A record's value of a field as its source states it, where the caller keeps it; null where not stated. `field` is the name of a
 * record set's column: several columns of a file that make one date or name are one.
 */
export type RawOf = (record: number, field: string) => string | null;

/** All normalised values of a record in one field, first value first. */
export function valuesOf(column: FieldColumn, record: number): readonly string[] {
  const first = column.valueOf[record] ?? NOT_STATED;
  const values = first === NOT_STATED ? [] : [column.pool.textOf(first)];
  if (column.further === null) return values;
  const { starts, values: further } = column.further;
  for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at += 1) {
    const value = further[at];
    if (value !== undefined) values.push(column.pool.textOf(value));
  }
  return values;
}

/** The value that two records agree on in a field: the first of the left one's that the right one has, too; null where none. */
export function agreedText(records: RecordSet, field: string, left: number, right: number): string | null {
  const column = records.fields.find((candidate) => candidate.name === field);
  if (column === undefined) return null;
  const others = valuesOf(column, right);
  return valuesOf(column, left).find((value) => others.includes(value)) ?? null;
}

/** What a reader is shown of one field: the raw value where the caller has it, else the normalised ones; null where not stated. */
export function shownValue(records: RecordSet, record: number, field: string, rawOf?: RawOf): string | null {
  if (rawOf !== undefined) return rawOf(record, field);
  const column = records.fields.find((candidate) => candidate.name === field);
  const values = column === undefined ? [] : valuesOf(column, record);
  if (values.length === 0) return null;
  return values.map((value) => (column?.field.kind === 'date' ? shownDate(value) : value)).join('; ');
}

/** A normal date (`19900307`, parts not known `00`) as ISO 8601 has it, as far as it is known: `1990-03-07`, `1990-03`, `1990`. */
function shownDate(value: string): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(value) ?? [];
  if (year === undefined) return value;
  const known = month === '00' ? [year] : day === '00' ? [year, month] : [year, month, day];
  return known.join('-');
}

/** The same for a comparison over several fields: stated values with a space between them; null where none is stated. */
export function shownValues(
  records: RecordSet,
  record: number,
  fields: readonly string[],
  rawOf?: RawOf,
): string | null {
  const stated = fields
    .map((field) => shownValue(records, record, field, rawOf))
    .filter((value): value is string => value !== null);
  return stated.length === 0 ? null : stated.join(' ');
}
