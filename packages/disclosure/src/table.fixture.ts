import type { MeasureTable, ValueColumn } from '@leeto/statistics';
import fc from 'fast-check';

export const persons: ValueColumn = {
  name: 'persons',
  label: { en: 'Persons' },
  unit: 'persons',
  kind: 'count',
  decimals: 0,
};

export function makeTable(
  dimensions: readonly string[],
  rows: readonly (readonly [key: readonly string[], ...values: (number | null)[]])[],
  values: readonly ValueColumn[] = [persons],
): MeasureTable {
  return {
    measure: 'test',
    title: { en: 'Test' },
    definition: { en: 'Test' },
    clause: '',
    dimensions: dimensions.map((name) => ({ name, label: { en: name } })),
    values,
    rows: rows.map(([key, ...numbers]) => ({ key, values: numbers })),
    metadata: {
      sources: [{ agency: 'test', citation: 'Test register', isSynthetic: true }],
      referencePeriod: '2025',
      coverage: { en: 'All' },
      residenceRule: '',
      status: 'final',
      notes: [],
      snapshot: 'test',
    },
    basis: 'microdata',
  };
}

/** Adds every total in every dimension to leaf rows, as `group by cube` does: rows of zero only where a leaf row has them. */
export function withMargins(
  leaves: readonly (readonly [key: readonly string[], ...values: number[]])[],
): [string[], ...number[]][] {
  const sums = new Map<string, [string[], ...number[]]>();
  for (const [key, ...values] of leaves) {
    for (let mask = 0; mask < 2 ** key.length; mask += 1) {
      const target = key.map((code, index) => ((mask >> index) % 2 === 1 ? '_T' : code));
      const sum = sums.get(target.join('|'));
      if (sum === undefined) sums.set(target.join('|'), [target, ...values]);
      else for (const [index, value] of values.entries()) sum[index + 1] = Number(sum[index + 1]) + value;
    }
  }
  return [...sums.values()];
}

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 60 }) },
  { weight: 1, arbitrary: fc.constant(0) },
);

/** A table of one to three dimensions with all totals, some of its cells zero and some of its rows missing. */
export const tableWithMargins: fc.Arbitrary<MeasureTable> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })
  .chain((sizes) => {
    const cells = sizes.reduce((product, size) => product * size, 1);
    return fc.record({
      sizes: fc.constant(sizes),
      counts: fc.array(fc.option(count, { freq: 6 }), { minLength: cells, maxLength: cells }),
    });
  })
  .map(({ sizes, counts }) => {
    const leaves = counts.flatMap((value, index): [string[], number][] => {
      let rest = index;
      const key = sizes.map((size, dimension) => {
        const code = rest % size;
        rest = Math.floor(rest / size);
        return `${'abc'[dimension]}${code}`;
      });
      return value === null ? [] : [[key, value]];
    });
    return makeTable(
      sizes.map((_, index) => `d${index}`),
      withMargins(leaves),
    );
  });
