import type { PipelineStep } from '@leeto/warehouse';

export interface Cube {
  readonly from: string;
  readonly dimensions: readonly string[];
  /** Value column to SQL expression over the facts. */
  readonly values: Readonly<Record<string, string>>;
  /** Combinations of dimensions to keep apart; absent: all of them. Those not named in one are `_T` in it. */
  readonly groupings?: readonly (readonly string[])[];
}

/**
 * The step `table`: facts counted in each combination of dimensions, with `_T` where a dimension is added up. An empty set of
 * facts gives no row, not a total of zero: nothing recorded is not nobody.
 */
export function cubeStep({ from, dimensions, values, groupings }: Cube): PipelineStep {
  const codes = dimensions.map((name) => `case when grouping(${name}) = 1 then '_T' else ${name} end as ${name}`);
  const counted = Object.entries(values).map(([name, expression]) => `${expression} as ${name}`);
  const sets =
    groupings === undefined
      ? `cube (${dimensions.join(', ')})`
      : `grouping sets (${groupings.map((names) => `(${names.join(', ')})`).join(', ')})`;
  return {
    name: 'table_rows',
    describe: `Counts each combination of ${dimensions.join(', ')}, with _T for all of a dimension.`,
    sql: `select\n  ${[...codes, ...counted].join(',\n  ')}\nfrom ${from}\ngroup by ${sets}\nhaving count(*) > 0`,
  };
}

/** Distinct travellers among the facts. */
export const PERSONS = 'count(distinct traveller)';

/** `100 × part / whole`, null where the whole is zero. */
export function percent(part: string, whole: string): string {
  return `100.0 * (${part}) / nullif(${whole}, 0)`;
}
