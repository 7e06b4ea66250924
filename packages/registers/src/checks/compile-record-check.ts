import { compileCondition, type Truth } from '../conditions/compile-condition.ts';
import { fieldsOfCondition } from '../conditions/fields-of-condition.ts';
import type { Catalogue, RecordDeclaration } from '../declaration.ts';
import type { Issue } from '../issue.ts';
import type { CanonicalValue } from '../kind.ts';
import { compileFieldCheck } from './compile-field-check.ts';

/** Says all that is wrong with one row; the same empty list each time where nothing is. */
export type RecordCheck = (row: readonly CanonicalValue[]) => readonly Issue[];

export interface RecordCheckOptions {
  /** Leave the values themselves unchecked: for rows whose values were checked one by one on the way in. */
  readonly skipValues?: boolean;
}

type Row = readonly CanonicalValue[];
type Finding = (row: Row, issues: Issue[]) => void;

const NOTHING: readonly Issue[] = Object.freeze([]);

/**
 * Compiles the check of a whole record over rows whose canonical values stand in the order of `columns`: values, required
 * fields (also those that no column brings), and the declaration's rules. All problems at once.
 */
export function compileRecordCheck(
  declaration: RecordDeclaration,
  catalogue: Catalogue,
  columns: readonly string[],
  options: RecordCheckOptions = {},
): RecordCheck {
  const findings: Finding[] = [
    ...(options.skipValues === true ? [] : valueFindings(declaration, catalogue, columns)),
    ...requiredFindings(declaration, columns),
    ...ruleFindings(declaration, columns),
  ];
  return (row) => {
    const issues: Issue[] = [];
    for (const find of findings) find(row, issues);
    return issues.length === 0 ? NOTHING : issues;
  };
}

function valueFindings(declaration: RecordDeclaration, catalogue: Catalogue, columns: readonly string[]): Finding[] {
  return columns.flatMap((column, index) => {
    const field = declaration.fields.find((each) => each.name === column);
    if (field === undefined) return [];
    const check = compileFieldCheck(field, catalogue);
    return [
      (row: Row, issues: Issue[]) => {
        const value = row[index] ?? null;
        if (value === null) return;
        const reading = check(value);
        if (!reading.ok)
          issues.push({ path: column, code: reading.code, severity: 'error', value, hint: reading.hint });
      },
    ];
  });
}

function requiredFindings(declaration: RecordDeclaration, columns: readonly string[]): Finding[] {
  return declaration.fields.flatMap((field) => {
    if (field.required !== true && field.requiredWhen === undefined) return [];
    const index = columns.indexOf(field.name);
    const applies: (row: Row) => Truth =
      field.requiredWhen === undefined ? () => true : compileCondition(field.requiredWhen, columns);
    return [
      (row: Row, issues: Issue[]) => {
        if ((row[index] ?? null) !== null || applies(row) !== true) return;
        issues.push({
          path: field.name,
          code: 'required',
          severity: 'error',
          value: null,
          hint: `${field.label.en} has to be stated`,
        });
      },
    ];
  });
}

/** A rule over a value that is itself at fault would report the same fault twice, so it is left out. */
function ruleFindings(declaration: RecordDeclaration, columns: readonly string[]): Finding[] {
  const ruleIds = new Set(declaration.rules.map((rule) => rule.id));
  return declaration.rules.map((rule) => {
    const test = compileCondition(rule.must, columns);
    const read = fieldsOfCondition(rule.must);
    const path = rule.fields[0] ?? '';
    const index = columns.indexOf(path);
    return (row: Row, issues: Issue[]) => {
      if (test(row) !== false || issues.some((issue) => !ruleIds.has(issue.code) && read.includes(issue.path))) return;
      issues.push({ path, code: rule.id, severity: rule.severity, value: row[index] ?? null, hint: rule.message.en });
    };
  });
}
