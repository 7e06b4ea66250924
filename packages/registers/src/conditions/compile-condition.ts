import type { Condition } from '../condition.ts';
import type { CanonicalValue } from '../kind.ts';
import { compareStated } from './compare-stated.ts';

/** True, false, or `null` where a value that it needs is not stated. */
export type Truth = boolean | null;

type RowTest = (row: readonly CanonicalValue[]) => Truth;

/**
 * Turns a condition into a test over rows whose values stand in the order of `columns`. A field that is not among the columns
 * is not stated. Compile once, ask for each row: no lookup by name and no allocation is left in the test.
 */
export function compileCondition(condition: Condition, columns: readonly string[]): RowTest {
  const at = (field: string): number => columns.indexOf(field);
  switch (condition.op) {
    case 'is':
      return compileTest(at(condition.field), (value) => value === condition.value);
    case 'is_not':
      return compileTest(at(condition.field), (value) => value !== condition.value);
    case 'in': {
      const values = new Set(condition.values);
      return compileTest(at(condition.field), (value) => values.has(value));
    }
    case 'is_stated':
      return compileStated(at(condition.field), true);
    case 'is_not_stated':
      return compileStated(at(condition.field), false);
    case 'not_before':
      return compileComparison(at(condition.field), at(condition.other), (order) => order >= 0);
    case 'not_after':
      return compileComparison(at(condition.field), at(condition.other), (order) => order <= 0);
    case 'equals':
      return compileComparison(at(condition.field), at(condition.other), (order) => order === 0);
    case 'at_least':
      return compileTest(at(condition.field), (value) => Number(value) >= condition.value);
    case 'at_most':
      return compileTest(at(condition.field), (value) => Number(value) <= condition.value);
    case 'all':
      return compileAll(condition.of.map((each) => compileCondition(each, columns)));
    case 'any':
      return compileAny(condition.of.map((each) => compileCondition(each, columns)));
    case 'not': {
      const test = compileCondition(condition.of, columns);
      return (row) => {
        const truth = test(row);
        return truth === null ? null : !truth;
      };
    }
  }
}

function compileTest(index: number, test: (value: string) => boolean): RowTest {
  return (row) => {
    const value = row[index] ?? null;
    return value === null ? null : test(value);
  };
}

function compileStated(index: number, wanted: boolean): RowTest {
  return (row) => ((row[index] ?? null) !== null) === wanted;
}

function compileComparison(index: number, other: number, test: (order: number) => boolean): RowTest {
  return (row) => {
    const left = row[index] ?? null;
    const right = row[other] ?? null;
    if (left === null || right === null) return null;
    const order = compareStated(left, right);
    return order === null ? null : test(order);
  };
}

function compileAll(tests: readonly RowTest[]): RowTest {
  return (row) => {
    let truth: Truth = true;
    for (const test of tests) {
      const each = test(row);
      if (each === false) return false;
      if (each === null) truth = null;
    }
    return truth;
  };
}

function compileAny(tests: readonly RowTest[]): RowTest {
  return (row) => {
    let truth: Truth = false;
    for (const test of tests) {
      const each = test(row);
      if (each === true) return true;
      if (each === null) truth = null;
    }
    return truth;
  };
}
