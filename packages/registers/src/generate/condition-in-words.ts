import type { Condition } from '../condition.ts';

/** Says a condition in words, for the data dictionary: "`decision` is refused, and `refusal_ground` is stated". */
export function conditionInWords(condition: Condition): string {
  switch (condition.op) {
    case 'is':
      return `\`${condition.field}\` is ${condition.value}`;
    case 'is_not':
      return `\`${condition.field}\` is not ${condition.value}`;
    case 'in':
      return `\`${condition.field}\` is one of ${condition.values.join(', ')}`;
    case 'is_stated':
      return `\`${condition.field}\` is stated`;
    case 'is_not_stated':
      return `\`${condition.field}\` is not stated`;
    case 'not_before':
      return `\`${condition.field}\` is not before \`${condition.other}\``;
    case 'not_after':
      return `\`${condition.field}\` is not after \`${condition.other}\``;
    case 'equals':
      return `\`${condition.field}\` equals \`${condition.other}\``;
    case 'at_least':
      return `\`${condition.field}\` is at least ${condition.value}`;
    case 'at_most':
      return `\`${condition.field}\` is at most ${condition.value}`;
    case 'all':
      return joined(condition.of, 'and');
    case 'any':
      return joined(condition.of, 'or');
    case 'not':
      return `not (${conditionInWords(condition.of)})`;
  }
}

function joined(conditions: readonly Condition[], word: 'and' | 'or'): string {
  return conditions
    .map((each) => (each.op === 'all' || each.op === 'any' ? `(${conditionInWords(each)})` : conditionInWords(each)))
    .join(`, ${word} `);
}
