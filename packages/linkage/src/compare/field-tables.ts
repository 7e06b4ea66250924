import { documentKey, givenNameRoots, nameKey } from '../normalise/index.ts';
import type { FieldColumn, RecordSet } from '../records/record-set.ts';
import { ValuePool } from '../records/value-pool.ts';
import type { LinkKind } from '../spec/link-spec.ts';
import { type Signs, signsOf } from './signs.ts';

/** Lists of numbers, one list a value: value v's are `items[starts[v]] … items[starts[v + 1] - 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/**
 * What the tests of a field look at, worked out once a distinct value. All arrays lie in shared memory. Numbers of texts, words and
 * sounds are the same in all fields, so that a given name can be held against a family name.
 */
export interface FieldTables {
  readonly name: string;
  readonly kind: LinkKind;
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  /** Which signs a value has: a quick bound of how alike two values can be. */
  readonly signs: Signs;
  /** Number of the text, the same in all fields. Names only. */
  readonly text: Int32Array | null;
  /** Words of the value, sorted by number. */
  readonly words: Lists | null;
  /** Spelling-variant keys of the words, sorted. */
  readonly sounds: Lists | null;
  /** Spelling-variant key of the whole. */
  readonly sound: Int32Array | null;
  /** Names that the first word may be a form of, sorted. */
  readonly roots: Lists | null;
  /** Year * 10000 + month * 100 + day, zeros where not known. */
  readonly date: Int32Array | null;
  /** Number of the text with look-alike signs read as one. */
  readonly lookAlike: Int32Array | null;
  readonly number: Float64Array | null;
}

const hasWords: readonly LinkKind[] = ['person_name', 'place', 'address', 'text'];
const hasLookAlike: readonly LinkKind[] = ['document_number', 'identifier'];

/** Works out the tables of all fields of a record set. */
export function makeFieldTables(records: Pick<RecordSet, 'fields'>): readonly FieldTables[] {
  const maker = new TableMaker();
  return records.fields.map((column) => maker.make(column));
}

/** Numbers texts, words and sounds across fields; kept by a desk, so that new values are numbered as the old ones were. */
export class TableMaker {
  readonly #texts = new ValuePool();
  readonly #sounds = new ValuePool();
  readonly #soundOfWord = new Map<string, number>();

  make(column: Pick<FieldColumn, 'name' | 'field' | 'pool'>): FieldTables {
    const { pool, field } = column;
    const { kind } = field;
    const isWordy = hasWords.includes(kind);
    const texts = isWordy || hasLookAlike.includes(kind) || kind === 'number' ? allTexts(pool) : [];
    return {
      name: column.name,
      kind,
      count: pool.count,
      bytes: pool.bytes,
      starts: pool.starts,
      signs: signsOf(pool),
      text: isWordy ? numbers(texts, (text) => this.#texts.add(text)) : null,
      words: isWordy ? lists(texts, (text) => text.split(' ').map((word) => this.#texts.add(word))) : null,
      sounds: isWordy ? lists(texts, (text) => text.split(' ').map((word) => this.#soundOf(word))) : null,
      sound: isWordy ? numbers(texts, (text) => this.#soundOfAll(text)) : null,
      roots: kind === 'person_name' ? lists(texts, (text) => this.#rootsOf(text)) : null,
      date: kind === 'date' ? datesOf(pool) : null,
      lookAlike: hasLookAlike.includes(kind) ? numbers(texts, (text) => this.#texts.add(documentKey(text))) : null,
      number: kind === 'number' ? floats(texts) : null,
    };
  }

  #soundOf(word: string): number {
    let sound = this.#soundOfWord.get(word);
    if (sound === undefined) {
      sound = this.#sounds.add(nameKey(word));
      this.#soundOfWord.set(word, sound);
    }
    return sound;
  }

  #soundOfAll(text: string): number {
    if (!text.includes(' ')) return this.#soundOf(text);
    return this.#sounds.add(text.split(' ').map(nameKey).join(' '));
  }

  #rootsOf(text: string): readonly number[] {
    const first = text.split(' ', 1)[0] ?? '';
    return givenNameRoots(first).map((root) => this.#texts.add(root));
  }
}

function allTexts(pool: ValuePool): readonly string[] {
  return Array.from({ length: pool.count }, (_, value) => pool.textOf(value));
}

function numbers(texts: readonly string[], numberOf: (text: string) => number): Int32Array {
  const array = new Int32Array(new SharedArrayBuffer(texts.length * 4));
  for (let v = 0; v < texts.length; v += 1) array[v] = numberOf(texts[v] as string);
  return array;
}

function floats(texts: readonly string[]): Float64Array {
  const array = new Float64Array(new SharedArrayBuffer(texts.length * 8));
  for (let v = 0; v < texts.length; v += 1) array[v] = Number(texts[v]);
  return array;
}

function lists(texts: readonly string[], itemsOf: (text: string) => readonly number[]): Lists {
  const starts = new Int32Array(new SharedArrayBuffer((texts.length + 1) * 4));
  let items = new Int32Array(Math.max(16, texts.length * 2));
  let length = 0;
  for (let v = 0; v < texts.length; v += 1) {
    const own = [...itemsOf(texts[v] as string)].sort((a, b) => a - b);
    if (length + own.length > items.length) {
      const wider = new Int32Array(items.length * 2 + own.length);
      wider.set(items);
      items = wider;
    }
    for (const item of own) items[length++] = item;
    starts[v + 1] = length;
  }
  const shared = new Int32Array(new SharedArrayBuffer(length * 4));
  shared.set(items.subarray(0, length));
  return { starts, items: shared };
}

function datesOf(pool: ValuePool): Int32Array {
  const array = new Int32Array(new SharedArrayBuffer(pool.count * 4));
  for (let v = 0; v < pool.count; v += 1) {
    let date = 0;
    for (let i = pool.starts[v] as number; i < (pool.starts[v + 1] as number); i += 1) {
      date = date * 10 + ((pool.bytes[i] as number) - 48);
    }
    array[v] = date;
  }
  return array;
}
