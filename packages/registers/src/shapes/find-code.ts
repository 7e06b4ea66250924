import type { ClassificationDeclaration, ClassificationItem } from '../declaration.ts';
import { codeIndexOf } from './code-index.ts';
import { spellingKey } from './spelling-key.ts';

const MOST_SPELLINGS_KEPT = 20_000;

/**
 * Finds the code that a spelling stands for: the code itself, its label in either language, or an alias, whatever the case,
 * diacritics and punctuation. `null` where there is none. Made to be asked millions of times: the index is built once, and
 * spellings asked before are answered from a bounded memory.
 */
export function findCode(classification: ClassificationDeclaration, spelling: string): string | null {
  const index = codeIndexOf(classification);
  if (index.items.has(spelling)) return spelling;
  const before = index.asked.get(spelling);
  if (before !== undefined) return before;
  const code = index.bySpelling.get(spellingKey(spelling)) ?? null;
  if (index.asked.size >= MOST_SPELLINGS_KEPT) index.asked.clear();
  index.asked.set(spelling, code);
  return code;
}

/** Whether a code stands in the classification as it is written. */
export function hasCode(classification: ClassificationDeclaration, code: string): boolean {
  return codeIndexOf(classification).items.has(code);
}

/** The item of a code, or undefined. */
export function findItem(classification: ClassificationDeclaration, code: string): ClassificationItem | undefined {
  return codeIndexOf(classification).items.get(code);
}
