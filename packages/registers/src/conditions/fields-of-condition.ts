import type { Condition } from '../condition.ts';

/** Lists the fields that a condition reads, each once, in the order in which they first stand. */
export function fieldsOfCondition(condition: Condition): readonly string[] {
  const fields = new Set<string>();
  visit(condition, fields);
  return [...fields];
}

function visit(condition: Condition, fields: Set<string>): void {
  if ('field' in condition) {
    fields.add(condition.field);
    if ('other' in condition) fields.add(condition.other);
  } else if (condition.op === 'not') visit(condition.of, fields);
  else for (const each of condition.of) visit(each, fields);
}
