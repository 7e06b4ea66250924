import type { ReleasedTable } from '@leeto/disclosure';
import { measureByColumn } from './concepts.ts';
import { sdmxId } from './sdmx-code.ts';

/** Which value columns are the ends of another one's 95 % interval, by position. */
export interface IntervalEnds {
  readonly isEnd: ReadonlySet<number>;
  readonly of: ReadonlyMap<number, { readonly low?: number; readonly high?: number }>;
}

/** Columns `NAME_low95` and `NAME_high95` are the interval of `NAME`; `low95` and `high95` that of a table's only figure. */
export function intervalEnds({ values }: Pick<ReleasedTable, 'values'>): IntervalEnds {
  const at = new Map(values.map(({ name }, index) => [name, index]));
  const isBare = (name: string): boolean => name === 'low95' || name === 'high95';
  const figures = values.filter(({ name }) => !isBare(name) && !/_(low|high)95$/.test(name));
  const of = new Map<number, { low?: number; high?: number }>();
  for (const { name } of figures) {
    const low = at.get(`${name}_low95`) ?? (figures.length === 1 ? at.get('low95') : undefined);
    const high = at.get(`${name}_high95`) ?? (figures.length === 1 ? at.get('high95') : undefined);
    const index = at.get(name);
    if (index === undefined || (low === undefined && high === undefined)) continue;
    of.set(index, { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) });
  }
  const ends = [...of.values()].flatMap(({ low, high }) => [low, high]);
  return { isEnd: new Set(ends.filter((index) => index !== undefined)), of };
}

/** Value columns that are figures of their own, not the ends of another one's interval. */
export function valueColumns(table: ReleasedTable): readonly ReleasedTable['values'][number][] {
  const ends = intervalEnds(table);
  return table.values.filter((_, index) => !ends.isEnd.has(index));
}

/** The code in MEASURE of a value column. */
export const measureCode = (column: string): string => measureByColumn[column] ?? sdmxId(column);
