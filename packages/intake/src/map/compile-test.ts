import { type Catalogue, findCode } from '@leeto/registers';
import { compileSource, type RawRow, textOf } from './compile-source.ts';
import type { RowTest } from './mapping.ts';
import type { TableScope } from './table-scope.ts';

export type CompiledTest = (row: RawRow) => boolean;

/** Compiles a test over rows. A column that is missing is blank to every test. */
export function compileTest(test: RowTest, scope: TableScope, catalogue: Catalogue): CompiledTest {
  if ('all' in test) {
    const tests = test.all.map((each) => compileTest(each, scope, catalogue));
    return (row) => tests.every((each) => each(row));
  }
  if ('any' in test) {
    const tests = test.any.map((each) => compileTest(each, scope, catalogue));
    return (row) => tests.some((each) => each(row));
  }
  if ('not' in test) {
    const inner = compileTest(test.not, scope, catalogue);
    return (row) => !inner(row);
  }
  const text = textOf(compileSource(test.of, scope, () => undefined));
  if ('isBlank' in test) return (row) => (text(row) === null) === test.isBlank;
  return remembered(text, decide(test, catalogue));
}

function decide(
  test: Extract<RowTest, { is: unknown } | { matches: unknown } | { isIn: unknown }>,
  catalogue: Catalogue,
) {
  if ('is' in test) {
    const accepted = new Set(test.is.map((each) => each.trim().toLowerCase()));
    return (text: string): boolean => accepted.has(text.toLowerCase());
  }
  if ('matches' in test) {
    // Case folding over all of Unicode is slow; a pattern of plain letters does not need it.
    const isPlain = /^[ -~]*$/.test(test.matches) && !test.matches.includes('\\p');
    const expression = new RegExp(test.matches, isPlain ? 'i' : 'iu');
    return (text: string): boolean => expression.test(text);
  }
  const classification = catalogue.classifications.get(test.isIn);
  return (text: string): boolean => classification !== undefined && findCode(classification, text) !== null;
}

/** Values repeat down a column: each is decided once, within bounds; where they do not repeat, each is decided anew. */
function remembered(text: (row: RawRow) => string | null, decideText: (text: string) => boolean): CompiledTest {
  let known: Map<string, boolean> | null = new Map();
  return (row) => {
    const value = text(row);
    if (value === null) return false;
    if (known === null) return decideText(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    const answer = decideText(value);
    if (known.size >= 10_000) known = null;
    else known.set(value, answer);
    return answer;
  };
}
