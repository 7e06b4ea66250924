import type { MeasureStep } from './measure.ts';

export interface Cube {
  readonly dimensions: readonly string[];
  /** Value column to SQL expression over the facts. */
  readonly values: Readonly<Record<string, string>>;
  /** Combinations of dimensions to keep apart; absent: all of them. Those not named in one are `_T` in it. */
  readonly groupings?: readonly (readonly string[])[];
  /**
   * Dimensions that are never added up: each of their codes is a table of its own. Years of a small register are, because a
   * total of all years ties them together, and what has to be withheld in one year then spreads to the others.
   */
  readonly apart?: readonly string[];
  /** The steps before have numbered the facts already (`numberSteps`), with these dimensions among others. */
  readonly isNumbered?: boolean;
}

/**
 * Steps from `facts` to the table: facts counted in each combination of dimensions, with `_T` where a dimension is added up. An
 * empty set of facts gives no row, not a total of zero: nothing recorded is not nobody.
 */
export function cubeSteps({
  dimensions,
  values,
  groupings,
  apart = [],
  isNumbered = false,
}: Cube): readonly MeasureStep[] {
  const numbers = dimensions.map(numberOf);
  const counted = Object.entries(values).map(([name, expression]) => `${expression} as ${name}`);
  const kept = apart.map(numberOf);
  const added = numbers.filter((name) => !kept.includes(name));
  const sets =
    groupings === undefined
      ? [...kept, `cube (${added.join(', ')})`].join(', ')
      : `grouping sets (${groupings.map((names) => `(${names.map(numberOf).join(', ')})`).join(', ')})`;
  const codes = dimensions.map((name) => `coalesce(number_of_${name}.${name}, '_T') as ${name}`);
  return [
    ...(isNumbered ? [] : numberSteps(dimensions, 'facts.*')),
    {
      name: 'counted',
      describe: `Counts each combination of ${dimensions.join(', ')}, and all of each dimension${apart.length > 0 ? ` but ${apart.join(', ')}` : ''}.`,
      sql: `select
  ${[...numbers, ...counted].join(',\n  ')}
from numbered
group by ${sets}
having count(*) > 0`,
    },
    {
      name: 'table_rows',
      describe: 'The counts with their codes, and _T for all of a dimension.',
      sql: `select
  ${[...codes, ...Object.keys(values).map((name) => `counted.${name}`)].join(',\n  ')}
from counted
${dimensions.map((name) => `left join number_of_${name} on number_of_${name}.number = counted.${numberOf(name)}`).join('\n')}`,
    },
  ];
}

/**
 * Steps from `facts` to `numbered`: the facts with a number for each code. Counting distinct persons in dozens of combinations
 * is three times as fast over numbers. `columns` are those of the facts to keep.
 */
export function numberSteps(dimensions: readonly string[], columns: string): readonly MeasureStep[] {
  return [
    ...dimensions.map((name) => ({
      name: `number_of_${name}`,
      describe: `The codes of ${name} among the facts, numbered.`,
      sql: `select ${name}, row_number() over (order by ${name})::usmallint as number
from (select distinct ${name} from facts)`,
    })),
    {
      name: 'numbered',
      describe: 'The facts with the numbers of their codes.',
      sql: `select ${columns}, ${dimensions.map((name) => `number_of_${name}.number as ${numberOf(name)}`).join(', ')}
from facts
${dimensions.map((name) => `join number_of_${name} on number_of_${name}.${name} = facts.${name}`).join('\n')}`,
    },
  ];
}

function numberOf(name: string): string {
  return `${name}_number`;
}

/** Distinct travellers among the facts. */
export const PERSONS = 'count(distinct traveller)';

/** `100 × part / whole`, null where the whole is zero. */
export function percent(part: string, whole: string): string {
  return `100.0 * (${part}) / nullif(${whole}, 0)`;
}
