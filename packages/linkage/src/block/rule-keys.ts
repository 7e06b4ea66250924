import type { ValueColumn } from '../compare/level-finder.ts';
import { LinkProblem } from '../link-problem.ts';
import type { FieldColumn } from '../records/record-set.ts';
import type { BlockingRule, KeyPart } from '../spec/link-spec.ts';
import { keyTexts } from './key-text.ts';

/** Keys of entries under one rule. A key is a number of 31 bits; -1: the entry has none, as a part is not stated. */
export interface RuleKeys {
  /** First key of each entry. */
  readonly keyOf: Int32Array;
  /** Further keys of entries that have several; null where none has. */
  readonly further: { readonly starts: Int32Array; readonly keys: Int32Array } | null;
}

/** Works out the keys of all entries, rule by rule; what a part needs of a field is worked out once. */
export class RuleKeyMaker {
  readonly #fields: readonly Pick<FieldColumn, 'name' | 'field' | 'pool'>[];
  readonly #columns: readonly ValueColumn[];
  readonly #size: number;
  readonly #ofValues = new Map<string, ValueKeys>();

  constructor(
    fields: readonly Pick<FieldColumn, 'name' | 'field' | 'pool'>[],
    columns: readonly ValueColumn[],
    size: number,
  ) {
    this.#fields = fields;
    this.#columns = columns;
    this.#size = size;
  }

  /** Keys of all entries, or of those given (a sample). */
  make(rule: BlockingRule, sample: Int32Array | null = null): RuleKeys {
    const size = sample?.length ?? this.#size;
    const parts = rule.map((part) => this.#partReader(part));
    const isSingle = parts.every(({ isSingle }) => isSingle);
    const keyOf = new Int32Array(new SharedArrayBuffer(size * 4));
    if (isSingle) {
      for (let i = 0; i < size; i += 1) keyOf[i] = singleKey(parts, sample === null ? i : (sample[i] as number));
      return { keyOf, further: null };
    }
    return severalKeys(parts, size, keyOf, sample);
  }

  #partReader(part: KeyPart): PartReader {
    const own = this.#reader(part);
    if (part.by !== 'either_order' || part.with === undefined) return own;
    const other = this.#reader({ field: part.with, by: 'either_order' });
    const keyOf = (entry: number) => {
      const a = own.keyOf(entry);
      const b = other.keyOf(entry);
      return a < 0 || b < 0 ? -1 : mix(Math.min(a, b), Math.max(a, b));
    };
    return { isSingle: true, keyOf, keysOf: (entry) => [keyOf(entry)].filter((key) => key >= 0) };
  }

  #reader(part: KeyPart): PartReader {
    const index = this.#fields.findIndex(({ name }) => name === part.field);
    const field = this.#fields[index];
    const column = this.#columns[index];
    if (field === undefined || column === undefined) {
      throw new LinkProblem({
        code: 'unknown_blocking_field',
        message: `A blocking rule names the field "${part.field}", which is not compared here.`,
        remedy: `Name one of: ${this.#fields.map(({ name }) => name).join(', ')}.`,
      });
    }
    const id = `${part.field}\u0001${part.by}`;
    let keys = this.#ofValues.get(id);
    if (keys === undefined) {
      keys = keysOfValues(field, part);
      this.#ofValues.set(id, keys);
    }
    return readerOf(keys, column);
  }
}

interface ValueKeys {
  readonly first: Int32Array;
  readonly all: readonly (readonly number[] | undefined)[] | null;
}

interface PartReader {
  readonly isSingle: boolean;
  readonly keyOf: (entry: number) => number;
  readonly keysOf: (entry: number) => readonly number[];
}

function keysOfValues({ pool, field }: Pick<FieldColumn, 'field' | 'pool'>, { by }: KeyPart): ValueKeys {
  const first = new Int32Array(pool.count).fill(-1);
  const all: number[][] = [];
  for (let value = 0; value < pool.count; value += 1) {
    const texts = keyTexts(pool.textOf(value), field, by);
    if (texts.length > 0) first[value] = hashText(texts[0] as string);
    if (texts.length > 1) all[value] = [...new Set(texts.map(hashText))];
  }
  return { first, all: all.length === 0 ? null : all };
}

function readerOf({ first, all }: ValueKeys, column: ValueColumn): PartReader {
  const { valueOf: valueOfEntry, further } = column;
  const ofValue = (value: number): readonly number[] =>
    value < 0 ? [] : (all?.[value] ?? ((first[value] as number) < 0 ? [] : [first[value] as number]));
  return {
    isSingle: all === null && further === null,
    keyOf: (entry) => {
      const value = valueOfEntry[entry] as number;
      return value < 0 ? -1 : (first[value] as number);
    },
    keysOf: (entry) => {
      const keys = ofValue(valueOfEntry[entry] as number);
      if (further === null) return keys;
      const more = further.values.subarray(further.starts[entry], further.starts[entry + 1]);
      return more.length === 0 ? keys : [...new Set([...keys, ...[...more].flatMap(ofValue)])];
    },
  };
}

function singleKey(parts: readonly PartReader[], entry: number): number {
  let key = 0;
  for (let p = 0; p < parts.length; p += 1) {
    const part = (parts[p] as PartReader).keyOf(entry);
    if (part < 0) return -1;
    key = mix(key, part);
  }
  return key;
}

function severalKeys(
  parts: readonly PartReader[],
  size: number,
  keyOf: Int32Array,
  sample: Int32Array | null,
): RuleKeys {
  const starts = new Int32Array(new SharedArrayBuffer((size + 1) * 4));
  const more: number[] = [];
  for (let i = 0; i < size; i += 1) {
    const entry = sample === null ? i : (sample[i] as number);
    let keys: readonly number[] = [0];
    for (const part of parts) {
      const own = part.keysOf(entry);
      keys = keys.flatMap((key) => own.map((one) => mix(key, one)));
    }
    keyOf[i] = keys[0] ?? -1;
    if (keys.length > 1) for (const key of new Set(keys)) if (key !== keys[0]) more.push(key);
    starts[i + 1] = more.length;
  }
  const keys = new Int32Array(new SharedArrayBuffer(more.length * 4));
  keys.set(more);
  return { keyOf, further: { starts, keys } };
}

/** FNV-1a with a final mix, 31 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(0, hash);
}

/** One key out of two, 31 bits; the order matters. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x5bd1e995, 0x9e3779b1) ^ b;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
