import { hash } from 'node:crypto';
import type { CanonicalValue, RecordDeclaration } from '@leeto/registers';
import { StoreProblem } from '../problem.ts';

/** Unit separator: between values of a key, and between columns on the way to the database. */
export const SEPARATOR = '\u001f';

/**
 * Returns the function that says which record a row is: the first 16 bytes, as 32 hex digits, of SHA-256 over the agency and
 * either the agency's own number of the record (with the direction, for movements: a person leaves and returns under one
 * number) or the values of the key fields. A row that states none of them is known by its whole content. The form of these
 * texts is part of the stored data: changing it would make every record new.
 */
export function makeRecordKey(
  declaration: RecordDeclaration,
  columns: readonly string[],
  agency: string,
): (row: readonly CanonicalValue[]) => string {
  const ownNumber = columns.indexOf('source_record_id');
  const direction = declaration.shape === 'movement_log' ? columns.indexOf('direction') : -1;
  const parts = declaration.key.map((name) => columns.indexOf(name)).filter((index) => index >= 0);
  if (parts.length === 0 && ownNumber < 0) {
    throw new StoreProblem(
      'key_not_mapped',
      `None of the fields that tell records of ${declaration.id} apart is delivered (${declaration.key.join(', ')}).`,
      'Map at least one of them to a column of the file.',
    );
  }
  // Fields not delivered count as not stated, so that a file that adds an empty column names the same records.
  const absent = declaration.key.map((name) => columns.indexOf(name));
  const start = agency + SEPARATOR;
  return (row) => {
    const number = ownNumber < 0 ? null : row[ownNumber];
    let text = start;
    if (number !== null && number !== undefined) {
      text += `id${SEPARATOR}${number}`;
      if (direction >= 0) text += SEPARATOR + (row[direction] ?? '');
    } else {
      text += 'key';
      let isStated = false;
      for (const index of absent) {
        const value = index < 0 ? null : row[index];
        text += SEPARATOR;
        if (value === null || value === undefined) continue;
        text += value;
        isStated = true;
      }
      if (!isStated) text = `${start}row${SEPARATOR}${row.join(SEPARATOR)}`;
    }
    return hash('sha256', text, 'hex').slice(0, 32);
  };
}
