import type { Condition } from '../condition.ts';

/** A piece of SQL and the values of its numbered parameters, in order. */
export interface SqlFragment {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

export interface ConditionToSqlOptions {
  /** Number of the first parameter (`$1` unless told), so that the fragment can stand in a statement with others before it. */
  readonly firstParameter?: number;
}

/**
 * Writes a condition as a boolean SQL expression for PostgreSQL and DuckDB, three-valued as `holds` is. Columns hold canonical
 * text or are typed by kind (date, integer, numeric, boolean): each is cast to text first, so both give the same answer.
 */
export function conditionToSql(
  condition: Condition,
  quoteIdent: (field: string) => string,
  options: ConditionToSqlOptions = {},
): SqlFragment {
  const parameters: (string | number)[] = [];
  const first = options.firstParameter ?? 1;
  const parameter = (value: string | number): string => `$${first - 1 + parameters.push(value)}`;
  const column = (field: string): string => `cast(${quoteIdent(field)} as text)`;
  return { sql: write(condition, { column, parameter, quoteIdent }), parameters };
}

interface Writing {
  readonly column: (field: string) => string;
  readonly parameter: (value: string | number) => string;
  readonly quoteIdent: (field: string) => string;
}

function write(condition: Condition, writing: Writing): string {
  const { column, parameter, quoteIdent } = writing;
  switch (condition.op) {
    case 'is':
      return `(${column(condition.field)} = cast(${parameter(condition.value)} as text))`;
    case 'is_not':
      return `(${column(condition.field)} <> cast(${parameter(condition.value)} as text))`;
    case 'in':
      return `(${column(condition.field)} in (${condition.values.map((value) => `cast(${parameter(value)} as text)`).join(', ')}))`;
    case 'is_stated':
      return `(${quoteIdent(condition.field)} is not null)`;
    case 'is_not_stated':
      return `(${quoteIdent(condition.field)} is null)`;
    case 'not_before':
      return comparison(column(condition.field), '>=', column(condition.other));
    case 'not_after':
      return comparison(column(condition.field), '<=', column(condition.other));
    case 'equals':
      return comparison(column(condition.field), '=', column(condition.other));
    case 'at_least':
      return `(${numeric(column(condition.field))} >= cast(${parameter(condition.value)} as double precision))`;
    case 'at_most':
      return `(${numeric(column(condition.field))} <= cast(${parameter(condition.value)} as double precision))`;
    case 'all':
      return condition.of.length === 0 ? 'true' : `(${condition.of.map((each) => write(each, writing)).join(' and ')})`;
    case 'any':
      return condition.of.length === 0 ? 'false' : `(${condition.of.map((each) => write(each, writing)).join(' or ')})`;
    case 'not':
      return `(not ${write(condition.of, writing)})`;
  }
}

const numeric = (column: string): string => `cast(${column} as double precision)`;

/** Mirrors `compareStated`: numbers as numbers, ISO text to the precision that both have, else unknown. */
function comparison(left: string, operator: '>=' | '<=' | '=', right: string): string {
  const isNumber = (column: string) => `${column} ~ '^-?[0-9]+([.][0-9]+)?$'`;
  const shared = `least(length(${left}), length(${right}))`;
  return [
    '(case',
    `when ${left} is null or ${right} is null then null`,
    `when ${isNumber(left)} and ${isNumber(right)} then ${numeric(left)} ${operator} ${numeric(right)}`,
    `when length(${left}) <> length(${right}) and left(${left}, ${shared}) = left(${right}, ${shared}) then null`,
    `else left(${left}, ${shared}) ${operator} left(${right}, ${shared})`,
    'end)',
  ].join(' ');
}
