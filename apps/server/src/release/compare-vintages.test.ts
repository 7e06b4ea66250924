import { disclosureRules, release } from '@leeto/disclosure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVintages, type KeptTable } from './compare-vintages.ts';

type MeasureTable = Parameters<typeof release>[0];

interface Shape {
  readonly dimensions?: readonly { readonly name: string; readonly isTime?: boolean }[];
  readonly of?: string;
  readonly additive?: boolean;
  readonly basis?: 'microdata' | 'published';
  readonly period?: string;
}

function measured(rows: readonly (readonly [string, number])[], shape: Shape = {}): MeasureTable {
  const dimensions = shape.dimensions ?? [{ name: 'port' }, { name: 'purpose' }];
  return {
    measure: 'crossings',
    title: { en: 'Crossings' },
    definition: { en: 'Crossings' },
    clause: '',
    dimensions: dimensions.map((dimension) => ({ ...dimension, label: { en: dimension.name } })),
    values: [
      {
        name: 'persons',
        label: { en: 'Persons' },
        unit: 'persons',
        kind: 'count',
        decimals: 0,
        ...(shape.additive === undefined ? {} : { additive: shape.additive }),
        ...(shape.of === undefined ? {} : { of: shape.of }),
      },
    ],
    rows: rows.map(([key, value]) => ({ key: key.split(' '), values: [value] })),
    metadata: {
      sources: [],
      referencePeriod: shape.period ?? '2025',
      coverage: { en: '' },
      residenceRule: '',
      status: 'final',
      notes: [],
      snapshot: '',
    },
    basis: shape.basis ?? 'microdata',
  };
}

/** A table as kept, with marks given by hand: `c` and `d` after the number say that it is suppressed. */
function kept(rows: Readonly<Record<string, string>>, shape: Shape = {}): KeptTable {
  const table = measured(
    Object.keys(rows).map((key) => [key, 0]),
    shape,
  );
  return {
    ...table,
    protection: { rule: '', threshold: 5, primarySuppressed: 0, secondarySuppressed: 0 },
    rows: Object.entries(rows).map(([key, text]) => {
      const mark = text.slice(-1);
      const confidentiality = mark === 'c' ? 'C' : mark === 'd' ? 'D' : 'F';
      return {
        key: key.split(' '),
        cells: [{ value: confidentiality === 'F' ? Number(text) : null, confidentiality }],
      };
    }),
  };
}

const found = (earlier: KeptTable, later: KeptTable) =>
  compareVintages(earlier, later).findings.map((finding) => `${finding.kind} ${finding.in} ${finding.cell}`);

/** Two ports, three purposes; true values: A 3 20 30, B 40 50 60. */
const square = (marks: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  'A x': '3c',
  'A y': '20',
  'A z': '30',
  'A _T': '53',
  'B x': '40',
  'B y': '50',
  'B z': '60',
  'B _T': '150',
  '_T x': '43',
  '_T y': '70',
  '_T z': '90',
  '_T _T': '203',
  ...marks,
});

const byY = square({ 'A y': '20d', 'B x': '40d', 'B y': '50d' });
const byZ = square({ 'A z': '30d', 'B x': '40d', 'B z': '60d' });

describe('two vintages of a table', () => {
  test('that suppress the same cells tell nothing together', () => {
    expect(found(kept(byY), kept(byY))).toEqual([]);
  });

  test('that suppress different cells beside a small count tell it, in both', () => {
    const cells = found(kept(byY), kept(byZ));
    expect(cells.sort()).toEqual(['uncovered earlier port=A, purpose=x', 'uncovered later port=A, purpose=x']);
  });

  test('tell nothing where the figures around have changed', () => {
    const grown = Object.fromEntries(
      Object.entries(byZ).map(([key, text]) => [key, /[cd]$/.test(text) ? text : String(Number(text) + 11)]),
    );
    expect(found(kept(byY), kept(grown))).toEqual([]);
  });

  test('of which one shows what the other suppresses as a small count need no subtraction to be looked at', () => {
    // What is shown was never small: that the other suppresses it tells no count.
    const shown = kept({ 'A x': '7', 'A _T': '27', 'A y': '20' });
    const hidden = kept({ 'A x': '7d', 'A _T': '27', 'A y': '20d' });
    expect(found(shown, hidden)).toEqual([]);
  });

  test('tell a small count that is new, where the others are as they were', () => {
    const before = kept({ 'A x': '40', 'A y': '60', 'A _T': '100' });
    const after = kept({ 'A x': '40d', 'A y': '60', 'A z': '3c', 'A _T': '103' });
    expect(found(before, after)).toContain('uncovered later port=A, purpose=z');
    const allChanged = kept({ 'A x': '47d', 'A y': '71', 'A z': '3c', 'A _T': '121' });
    expect(found(before, allChanged)).toEqual([]);
  });

  test('are compared by persons where movements of few persons are many', () => {
    const shape = { of: 'documents' };
    const first = kept({ 'A x': '40c', 'A y': '20d', 'A _T': '60' }, shape);
    const second = kept({ 'A x': '40c', 'A y': '20', 'A _T': '60d' }, shape);
    expect(found(first, second)).toContain('uncovered earlier port=A, purpose=x');
  });

  test('of counts that do not add up are not subtracted', () => {
    expect(found(kept(byY, { additive: false }), kept(byZ, { additive: false }))).toEqual([]);
  });

  test('of published figures are not looked at', () => {
    expect(found(kept(byY), kept(byZ, { basis: 'published' }))).toEqual([]);
  });

  test('with other dimensions are said not to be comparable', () => {
    const other = kept({ A: '20' }, { dimensions: [{ name: 'port' }] });
    expect(compareVintages(kept(byY), other)).toMatchObject({ isComparable: false, findings: [] });
  });

  test('count revisions of less than the threshold, which are no findings', () => {
    const revised = square({
      'B z': '62',
      'B _T': '152',
      '_T z': '92',
      '_T _T': '205',
      'A y': '20d',
      'B x': '40d',
      'B y': '50d',
    });
    expect(compareVintages(kept(byY), kept(revised))).toMatchObject({ findings: [], smallRevisions: 4 });
  });
});

describe('what was added between two vintages', () => {
  const dimensions = [{ name: 'port' }, { name: 'month', isTime: true }];
  const january = { 'A 2025-01': '20', 'A _T': '20' };

  test('is told by the growth of a total where the new month is suppressed', () => {
    const both = kept({ 'A 2025-01': '20', 'A 2025-02': '3c', 'A _T': '23' }, { dimensions });
    expect(found(kept(january, { dimensions }), both)).toContain('difference later port=A, month=2025-02');
  });

  test('is not told where the new month is shown, or the growth is no small count', () => {
    const shown = kept({ 'A 2025-01': '20', 'A 2025-02': '9', 'A _T': '29' }, { dimensions });
    expect(found(kept(january, { dimensions }), shown)).toEqual([]);
    const several = kept({ 'A 2025-01': '20', 'A 2025-02': '3c', 'A 2025-03': '9d', 'A _T': '32' }, { dimensions });
    expect(found(kept(january, { dimensions }), several)).toEqual([]);
  });

  test('is told by a year that was not over, even where its months are not shown', () => {
    const years = [{ name: 'port' }, { name: 'year', isTime: true }];
    const january = kept({ 'A 2024': '90', 'A 2025': '12' }, { dimensions: years, period: '2024-01/2025-01' });
    const february = kept({ 'A 2024': '91', 'A 2025': '14' }, { dimensions: years, period: '2024-01/2025-02' });
    expect(found(january, february)).toEqual(['difference later port=A, year=2025']);
    // The same once the year was over: a revision.
    const revised = kept({ 'A 2024': '90', 'A 2025': '14' }, { dimensions: years, period: '2024-01/2025-01' });
    expect(compareVintages(january, revised)).toMatchObject({ findings: [], smallRevisions: 1 });
  });

  test('is told by a table without months whose period grew', () => {
    const first = kept({ 'A x': '20', 'A _T': '60' }, { period: '2025-01/2025-11' });
    const second = kept({ 'A x': '22', 'A _T': '80' }, { period: '2025-01/2025-12' });
    expect(found(first, second)).toEqual(['difference later port=A, purpose=x']);
    const otherYear = kept({ 'A x': '22', 'A _T': '80' }, { period: '2026-01/2026-12' });
    expect(found(first, otherYear)).toEqual([]);
  });
});

/** All ways to add up to two dimensions. */
const leaves = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 9, maxLength: 9 });
function withTotals(values: readonly number[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [index, value] of values.entries()) {
    const [port, purpose] = [`p${index % 3}`, `q${Math.floor(index / 3)}`];
    for (const key of [`${port} ${purpose}`, `${port} _T`, `_T ${purpose}`, '_T _T'])
      sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return [...sums];
}

describe('the comparison', () => {
  test('never finds anything between a release and itself', () => {
    fc.assert(
      fc.property(leaves, (values) => {
        const released = release(measured(withTotals(values)), disclosureRules.normal);
        expect(found(released, released)).toEqual([]);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('finds every small count that one subtraction over both vintages of the same records tells', () => {
    let telling = 0;
    fc.assert(
      fc.property(leaves, (values) => {
        // The same records by two rules: other cells are suppressed beside the small ones.
        const first = release(measured(withTotals(values)), disclosureRules.normal);
        const second = release(measured(withTotals(values)), disclosureRules.sensitive);
        const shown = new Map<string, number>();
        for (const { rows } of [first, second])
          for (const { key, cells } of rows)
            if (cells[0]?.confidentiality === 'F') shown.set(key.join(' '), cells[0].value ?? 0);
        const reported = found(first, second).join('\n');
        for (const [key, value] of withTotals(values)) {
          const [port = '', purpose = ''] = key.split(' ');
          if (value === 0 || value >= 5 || shown.has(key) || port === '_T' || purpose === '_T') continue;
          const others = ['p0', 'p1', 'p2']
            .filter((other) => other !== port)
            .map((other) => shown.get(`${other} ${purpose}`));
          const total = shown.get(`_T ${purpose}`);
          if (total === undefined || others.includes(undefined)) continue;
          telling += 1;
          expect(reported).toContain(`port=${port}, purpose=${purpose}`);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
    expect(telling).toBeGreaterThan(20);
  });
});
