import type { ValueColumn } from '../compare/level-finder.ts';
import type { BlockingChoice } from '../model.ts';
import { type FieldColumn, NOT_STATED } from '../records/record-set.ts';
import type { BlockingRule, KeyPart } from '../spec/link-spec.ts';
import type { RuleBlocks } from './block-plan.ts';
import { keyTexts } from './key-text.ts';

/** So many are told, the largest first. */
const TOLD = 20;
/** Entries of a block that are asked what they share. */
const ASKED = 6;

/**
 * What the keys of a rule are that too many entries share, and how many share each: the parts' keys in words, as a few of the block's entries
 * have them in common. The texts are of records: personal data, as the model's frequent names are.
 */
export function leftOutKeys(
  { order, endOf, leftOut, keyOf, keyAt }: RuleBlocks,
  rule: BlockingRule,
  fields: readonly Pick<FieldColumn, 'name' | 'field' | 'pool'>[],
  columns: readonly ValueColumn[],
): BlockingChoice['leftOut'] {
  if (leftOut.length === 0) return [];
  const wanted = new Set(leftOut);
  const blocks = new Map<number, { records: number; some: number[] }>();
  for (let place = 0; place < order.length; place += 1) {
    if (endOf[place] !== place + 1) continue;
    const entry = order[place] as number;
    const key = (keyAt?.[place] ?? keyOf[entry]) as number;
    if (!wanted.has(key)) continue;
    const block = blocks.get(key) ?? { records: 0, some: [] };
    block.records += 1;
    if (block.some.length < ASKED) block.some.push(entry);
    blocks.set(key, block);
  }
  return [...blocks.values()]
    .sort((a, b) => b.records - a.records || (a.some[0] as number) - (b.some[0] as number))
    .slice(0, TOLD)
    .map(({ records, some }) => ({
      key: rule.map((part) => shared(some.map((entry) => textsOf(part, entry, fields, columns)))).join(' + '),
      records,
    }));
}

function textsOf(
  { field: name, by, with: other }: KeyPart,
  entry: number,
  fields: readonly Pick<FieldColumn, 'name' | 'field' | 'pool'>[],
  columns: readonly ValueColumn[],
): readonly string[] {
  const index = fields.findIndex((field) => field.name === name);
  const field = fields[index];
  const column = columns[index];
  const value = column?.valueOf[entry] ?? NOT_STATED;
  if (field === undefined || column === undefined || value === NOT_STATED) return [];
  const further = column.further?.values.subarray(
    column.further.starts[entry] as number,
    column.further.starts[entry + 1] as number,
  );
  const own = [value, ...(further ?? [])].flatMap((each) => keyTexts(field.pool.textOf(each), field.field, by));
  if (other === undefined) return own;
  const others = textsOf({ field: other, by }, entry, fields, columns);
  return own.flatMap((a) => others.map((b) => [a, b].sort().join(' ')));
}

/** The first text that all have. */
function shared(lists: readonly (readonly string[])[]): string {
  const [first = [], ...others] = lists;
  return first.find((text) => others.every((list) => list.includes(text))) ?? '';
}
