import type { ClassificationDeclaration } from '../declaration.ts';
import { DeclarationError } from './declaration-error.ts';
import { freezeDeeply } from './freeze-deeply.ts';
import { spellingKey } from './spelling-key.ts';

/**
 * Declares a classification: a code list with version, source and history. Returns it frozen.
 * @throws DeclarationError with every problem: a code twice, a parent that is no code, an alias that two codes claim.
 */
export function defineClassification(declaration: Omit<ClassificationDeclaration, 'shape'>): ClassificationDeclaration {
  const problems: string[] = [];
  const codes = new Set<string>();
  for (const item of declaration.items) {
    if (codes.has(item.code)) problems.push(`code "${item.code}" stands twice`);
    if (item.label.en === '') problems.push(`code "${item.code}" has no English label`);
    codes.add(item.code);
  }
  for (const item of declaration.items) {
    if (item.parent !== undefined && !codes.has(item.parent)) {
      problems.push(`code "${item.code}" has the unknown parent "${item.parent}"`);
    }
    if (item.validFrom !== undefined && item.validTo !== undefined && item.validFrom > item.validTo) {
      problems.push(`code "${item.code}" ends before it begins`);
    }
  }
  problems.push(...findRivalAliases(declaration));
  if (declaration.items.length === 0) problems.push('it has no codes');
  if (problems.length > 0) throw new DeclarationError(`The classification "${declaration.id}"`, problems);
  return freezeDeeply({ shape: 'classification', ...declaration });
}

/** An alias must lead to one code: two claimants would make the answer depend on their order. */
function findRivalAliases(declaration: Omit<ClassificationDeclaration, 'shape'>): readonly string[] {
  const problems: string[] = [];
  const claimed = new Map<string, string>();
  for (const item of declaration.items) claimed.set(spellingKey(item.code), item.code);
  for (const item of declaration.items) {
    for (const alias of item.aliases ?? []) {
      const key = spellingKey(alias);
      const holder = claimed.get(key);
      if (holder !== undefined && holder !== item.code) {
        problems.push(`alias "${alias}" of code "${item.code}" stands for code "${holder}" too`);
      }
      claimed.set(key, item.code);
    }
  }
  return problems;
}
