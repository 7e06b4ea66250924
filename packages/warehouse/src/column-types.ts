import type { Kind, RecordDeclaration } from '@leeto/registers';

/**
 * How each kind lies in a snapshot. Partial dates and months stay text because they may be less than a day; instants stay
 * in canonical text because a local time and a time with a zone must not be mistaken for each other.
 */
const typeByKind: Readonly<Record<Kind, string>> = {
  text: 'varchar',
  long_text: 'varchar',
  person_name: 'varchar',
  date: 'date',
  partial_date: 'varchar',
  instant: 'varchar',
  year: 'integer',
  month: 'varchar',
  sex: 'varchar',
  country: 'varchar',
  code: 'varchar',
  identifier: 'varchar',
  document_number: 'varchar',
  place: 'varchar',
  phone: 'varchar',
  email: 'varchar',
  integer: 'bigint',
  decimal: 'double',
  money: 'decimal(18, 4)',
  boolean: 'boolean',
  age: 'integer',
  duration_days: 'integer',
};

/** The columns that every frozen register has beside its fields: which record, and where in which delivery it stood. */
export const provenanceColumns: Readonly<Record<string, string>> = {
  record_id: 'varchar',
  delivery_id: 'varchar',
  source_sheet: 'varchar',
  source_row: 'bigint',
};

/** All columns of a frozen register in order, with their DuckDB types: provenance, then the declared fields. */
export function columnTypes(declaration: RecordDeclaration): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(provenanceColumns),
    ...declaration.fields.map((field): [string, string] => [field.name, typeByKind[field.kind]]),
  ]);
}
