import type { ReleasedCell, ReleasedTable } from './released-table.ts';

// Membership cannot be forged by a cast, a spread or a round trip through JSON.
const releasedTables = new WeakSet<object>();

/** Brands a table. For `release` alone; not exported from the package. */
export function brandReleased(table: Omit<ReleasedTable, keyof Brand>): ReleasedTable {
  const branded = deepFreeze(table) as ReleasedTable;
  releasedTables.add(branded);
  return branded;
}

type Brand = { [Key in keyof ReleasedTable as Key extends symbol ? Key : never]: ReleasedTable[Key] };

/** Whether a value is a table that `release` made in this process. A copy of one, or one read back from JSON, is not. */
export function isReleased(value: unknown): value is ReleasedTable {
  return typeof value === 'object' && value !== null && releasedTables.has(value);
}

/** Throws `NotReleasedError` unless `release` made the table in this process. */
export function assertReleased(value: unknown): asserts value is ReleasedTable {
  if (!isReleased(value)) throw new NotReleasedError();
}

/** A table came to the door that did not pass disclosure control. */
export class NotReleasedError extends Error {
  constructor() {
    super('This table did not pass disclosure control and cannot be published.');
    this.name = 'NotReleasedError';
  }
}

/** Whether a cell's value is withheld, as against missing. */
export function isSuppressed(cell: ReleasedCell): boolean {
  return cell.confidentiality !== 'F';
}

function deepFreeze<Value extends object>(value: Value): Value {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null && !Object.isFrozen(member)) deepFreeze(member);
  }
  return Object.freeze(value);
}
