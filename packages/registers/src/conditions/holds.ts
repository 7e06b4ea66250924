import type { Condition } from '../condition.ts';
import type { CanonicalValue } from '../kind.ts';
import { compileCondition, type Truth } from './compile-condition.ts';
import { fieldsOfCondition } from './fields-of-condition.ts';

/**
 * Asks a condition of one record: `true`, `false`, or `null` where a value that it needs is not stated (Kleene's logic, as
 * SQL has it). For many rows of the same columns use `compileCondition`.
 */
export function holds(condition: Condition, record: (field: string) => CanonicalValue): Truth {
  const fields = fieldsOfCondition(condition);
  return compileCondition(condition, fields)(fields.map(record));
}
