import { hash } from 'node:crypto';
import type { BlockingChoice, LinkageModel } from '../model.ts';
import type { BlockingRule, KeyPart, LinkField } from '../spec/link-spec.ts';
import { keyTexts } from './key-text.ts';

/** A compared field: its name in the model's rules, and what it holds. */
export interface KeyedField {
  readonly name: string;
  readonly field: LinkField;
}

/** Normal values of one entry in the order of the fields, null where not stated. */
export type EntryValues = readonly (string | null)[];

/**
 * Works out the blocking keys of entries as numbers of 63 bits that are the same in every run and every database: the first bytes of
 * SHA-256 over the rule and the texts of its parts. Keys that the model leaves out, because too many entries share them, are not given.
 */
export function makeStoredKeys(
  fields: readonly KeyedField[],
  blocking: readonly Pick<BlockingChoice, 'rule' | 'isChosen' | 'leftOut'>[],
): (values: EntryValues) => readonly bigint[] {
  const rules = blocking.filter(({ isChosen }) => isChosen).map(({ rule }) => ({ rule, name: nameOf(rule) }));
  const leftOut = new Set(blocking.flatMap((choice) => choice.leftOut.map(({ key }) => key)));
  const places = new Map(fields.map(({ name }, at) => [name, at]));
  const textsOf = (part: KeyPart, values: EntryValues): readonly string[] => {
    const at = places.get(part.field) ?? -1;
    const value = values[at] ?? null;
    const known = fields[at];
    return value === null || known === undefined ? [] : keyTexts(value, known.field, part.by);
  };
  const partTexts = (part: KeyPart, values: EntryValues): readonly string[] => {
    const own = textsOf(part, values);
    if (part.by !== 'either_order' || part.with === undefined) return own;
    const other = textsOf({ field: part.with, by: 'either_order' }, values);
    return own[0] === undefined || other[0] === undefined ? [] : [[own[0], other[0]].sort().join('\u001f')];
  };
  return (values) => {
    const keys = new Set<bigint>();
    for (const { rule, name } of rules) {
      let texts: readonly string[] = [name];
      for (const part of rule) {
        const own = new Set(partTexts(part, values));
        texts = texts.flatMap((text) => [...own].map((one) => `${text}\u001e${one}`));
      }
      for (const text of texts) keys.add(keyOf(text));
    }
    if (leftOut.size === 0) return [...keys];
    return [...keys].filter((key) => !leftOut.has(String(key)));
  };
}

/** Keys of one entry; for many of them, `makeStoredKeys` once. `fields` are those of the record set, in its order. */
export function storedKeys(
  model: Pick<LinkageModel, 'blocking'>,
  fields: readonly KeyedField[],
  values: EntryValues,
): readonly bigint[] {
  return makeStoredKeys(fields, model.blocking)(values);
}

function nameOf(rule: BlockingRule): string {
  return rule.map(({ field, by, with: other }) => `${field} ${by} ${other ?? ''}`).join('+');
}

/** 63 bits, so that the number is positive in a signed column of eight bytes. */
function keyOf(text: string): bigint {
  return hash('sha256', text, 'buffer').readBigUInt64BE() >> 1n;
}
