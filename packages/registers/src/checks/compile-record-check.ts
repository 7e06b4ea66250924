import { compileCondition, type Truth } from '../conditions/compile-condition.ts';
import { fieldsOfCondition } from '../conditions/fields-of-condition.ts';
import type { Catalogue, RecordDeclaration, Rule } from '../declaration.ts';
import type { FieldDeclaration } from '../field.ts';
import type { Issue } from '../issue.ts';
import type { CanonicalValue } from '../kind.ts';
import { compileFieldCheck, type FieldCheck } from './compile-field-check.ts';

/** Says all that is wrong with one row; the same empty list each time where nothing is. */
export type RecordCheck = (row: readonly CanonicalValue[]) => readonly Issue[];

export interface RecordCheckOptions {
  /** Leave the values themselves unchecked: for rows whose values were checked one by one on the way in. */
  readonly skipValues?: boolean;
}

type Test = (row: readonly CanonicalValue[]) => Truth;

interface CompiledRule {
  readonly rule: Rule;
  readonly test: Test;
  readonly path: string;
  readonly index: number;
  readonly read: readonly string[];
}

interface Requirement {
  readonly field: FieldDeclaration;
  readonly index: number;
  readonly applies: Test | null;
}

const NOTHING: readonly Issue[] = Object.freeze([]);

/**
 * Compiles the check of a whole record over rows whose canonical values stand in the order of `columns`: values, required
 * fields (also those that no column brings), and the declaration's rules. All problems at once; a rule over a value that is
 * itself at fault stays silent, since it would report the same fault twice.
 */
export function compileRecordCheck(
  declaration: RecordDeclaration,
  catalogue: Catalogue,
  columns: readonly string[],
  options: RecordCheckOptions = {},
): RecordCheck {
  const checks = options.skipValues === true ? [] : compileValueChecks(declaration, catalogue, columns);
  const requirements = compileRequirements(declaration, columns);
  const rules = compileRules(declaration, columns);
  return (row) => {
    let issues: Issue[] | null = null;
    for (let i = 0; i < checks.length; i++) {
      const value = row[i] ?? null;
      const check = checks[i];
      if (value === null || check === undefined || check === null) continue;
      const reading = check(value);
      if (reading.ok) continue;
      issues ??= [];
      issues.push({ path: columns[i] ?? '', code: reading.code, severity: 'error', value, hint: reading.hint });
    }
    const faulty = issues === null ? null : issues.map((issue) => issue.path);
    for (const { field, index, applies } of requirements) {
      if ((row[index] ?? null) !== null || (applies !== null && applies(row) !== true)) continue;
      issues ??= [];
      issues.push({
        path: field.name,
        code: 'required',
        severity: 'error',
        value: null,
        hint: `${field.label.en} has to be stated`,
      });
    }
    for (const { rule, test, path, index, read } of rules) {
      if (test(row) !== false || faulty?.some((name) => read.includes(name)) === true) continue;
      issues ??= [];
      issues.push({ path, code: rule.id, severity: rule.severity, value: row[index] ?? null, hint: rule.message.en });
    }
    return issues ?? NOTHING;
  };
}

function compileValueChecks(
  declaration: RecordDeclaration,
  catalogue: Catalogue,
  columns: readonly string[],
): readonly (FieldCheck | null)[] {
  return columns.map((column) => {
    const field = declaration.fields.find((each) => each.name === column);
    return field === undefined ? null : compileFieldCheck(field, catalogue);
  });
}

function compileRequirements(declaration: RecordDeclaration, columns: readonly string[]): readonly Requirement[] {
  return declaration.fields
    .filter((field) => field.required === true || field.requiredWhen !== undefined)
    .map((field) => ({
      field,
      index: columns.indexOf(field.name),
      applies: field.requiredWhen === undefined ? null : compileCondition(field.requiredWhen, columns),
    }));
}

function compileRules(declaration: RecordDeclaration, columns: readonly string[]): readonly CompiledRule[] {
  return declaration.rules.map((rule) => {
    const path = rule.fields[0] ?? '';
    return {
      rule,
      test: compileCondition(rule.must, columns),
      path,
      index: columns.indexOf(path),
      read: fieldsOfCondition(rule.must),
    };
  });
}
