import type { Kind } from '@leeto/registers';

/**
 * The SQL type in which each kind is stored, such that the canonical text form comes back as it went in. Instants stay text:
 * a local time without zone and one in UTC must not be taken for each other. Counts of persons of the whole world exceed
 * four bytes.
 */
export const columnTypes: { readonly [kind in Kind]: string } = {
  text: 'text',
  long_text: 'text',
  person_name: 'text',
  date: 'date',
  partial_date: 'text',
  instant: 'text',
  year: 'integer',
  month: 'text',
  sex: 'text',
  country: 'text',
  code: 'text',
  identifier: 'text',
  document_number: 'text',
  place: 'text',
  phone: 'text',
  email: 'text',
  integer: 'bigint',
  decimal: 'numeric',
  money: 'numeric',
  boolean: 'boolean',
  age: 'integer',
  duration_days: 'integer',
};
