import type { ClassificationDeclaration, ClassificationItem } from '../declaration.ts';
import { spellingKey } from './spelling-key.ts';

/** What a classification answers to: codes as they stand, and spellings by their key. */
export interface CodeIndex {
  readonly items: ReadonlyMap<string, ClassificationItem>;
  readonly bySpelling: ReadonlyMap<string, string>;
  /** Spellings asked before, right or wrong; bounded, since a column of free text would fill it without end. */
  readonly asked: Map<string, string | null>;
}

const indexes = new WeakMap<ClassificationDeclaration, CodeIndex>();

/** The index of a classification, built at its first use and kept as long as the classification itself. */
export function codeIndexOf(classification: ClassificationDeclaration): CodeIndex {
  const known = indexes.get(classification);
  if (known !== undefined) return known;
  const index = buildCodeIndex(classification);
  indexes.set(classification, index);
  return index;
}

function buildCodeIndex(classification: ClassificationDeclaration): CodeIndex {
  const items = new Map(classification.items.map((item) => [item.code, item]));
  const bySpelling = new Map<string, string>();
  const add = (spelling: string | undefined, code: string): void => {
    if (spelling === undefined) return;
    const key = spellingKey(spelling);
    if (key !== '' && !bySpelling.has(key)) bySpelling.set(key, code);
  };
  for (const item of classification.items) add(item.code, item.code);
  for (const item of classification.items) {
    add(item.label.en, item.code);
    add(item.label.st, item.code);
  }
  for (const item of classification.items) for (const alias of item.aliases ?? []) add(alias, item.code);
  return { items, bySpelling, asked: new Map() };
}
