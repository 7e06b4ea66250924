import { disclosureRules, type ReleasedTable, release } from '@leeto/disclosure';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { unitOf } from './code-lists.ts';
import { csvText } from './csv-text.ts';
import { remittances } from './exchange.fixture.ts';
import { readCsv } from './read-csv.fixture.ts';
import { sdmxCodes, sdmxId } from './sdmx-code.ts';
import { decimalsOf } from './table-csv.ts';
import { timePeriodOf } from './time-period.ts';
import { intervalEnds } from './value-columns.ts';
import { element, xmlText } from './xml-text.ts';

const seeded = { seed: 11, numRuns: 300 };

describe('CSV', () => {
  test('is read back as it was, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', 'š', '') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        expect(readCsv(csvText(rows))).toEqual(rows);
      }),
      seeded,
    );
  });
});

describe('XML', () => {
  test('is read back as it was, but for characters that XML cannot write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (anything, text) => {
        const document = XmlDocument.fromString(xmlText(element('a', { b: anything }, element('c', {}, text), null)));
        const plain = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ');
        // A reader of XML turns line ends into one kind.
        expect(document.find('/a/c').map(({ content }) => content)).toEqual([plain.replaceAll(/\r\n?/g, '\n')]);
        document.dispose();
      }),
      seeded,
    );
  });
});

describe('SDMX codes', () => {
  test('are of the form that SDMX can write, each code its own, and those that need no change unchanged', () => {
    const code = fc.string({ unit: fc.constantFrom('a', 'A', '1', '.', '_', '/', ' ', 'é'), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(code), (codes) => {
        const written = sdmxCodes(codes);
        expect(new Set(written.values()).size).toBe(new Set(codes).size);
        for (const [from, to] of written) {
          expect(to).toMatch(/^[A-Za-z0-9_@$-]+$/);
          if (/^[A-Za-z0-9_@$-]+$/.test(from)) expect(to).toBe(from);
        }
      }),
      seeded,
    );
    expect(sdmxCodes(['1.1', '1_1', 'LS-MSB']).get('1.1')).toBe('1_1_2');
    expect([sdmxId('crossings_by_month'), sdmxId('12/16 rule')]).toEqual(['CROSSINGS_BY_MONTH', 'X_12_16_RULE']);
  });
});

describe('periods', () => {
  test.each([
    ['2025', 'A', '2025', '2025-01-01', '2025-12-31'],
    ['2025-S2', 'S', '2025-S2', '2025-07-01', '2025-12-31'],
    ['2025-Q1', 'Q', '2025-Q1', '2025-01-01', '2025-03-31'],
    ['2024-02', 'M', '2024-02', '2024-02-01', '2024-02-29'],
    ['2024-02-29', 'D', '2024-02-29', '2024-02-29', '2024-02-29'],
    ['2024-01/2025-12', '_Z', '2024-01-01/P2Y', '2024-01-01', '2025-12-31'],
    ['2025-01/2025-11', '_Z', '2025-01-01/P11M', '2025-01-01', '2025-11-30'],
    ['2006/2015', '_Z', '2006-01-01/P10Y', '2006-01-01', '2015-12-31'],
    ['2015-2020', '_Z', '2015-01-01/P6Y', '2015-01-01', '2020-12-31'],
    ['2025-01-05/2025-02-10', '_Z', '2025-01-05/P37D', '2025-01-05', '2025-02-10'],
    ['_T', '_Z', '2024-01-01/P1Y', '2024-01-01', '2024-12-31'],
    ['_U', '_U', '2024-01-01/P1Y', '2024-01-01', '2024-12-31'],
  ])('%s is told with frequency %s as %s', (code, frequency, period, from, until) => {
    expect(timePeriodOf(code, '2024')).toEqual({ frequency, period, from, until });
  });

  test('of another form are refused by name', () => {
    for (const code of ['last year', '2025-13-45-1', '', '25'])
      expect(() => timePeriodOf(code, '2024')).toThrow(`“${code}”`);
  });
});

describe('units', () => {
  test('are told by code and power of ten, and unknown ones by their own words', () => {
    expect(unitOf('US dollars, millions')).toEqual({ code: 'USD', label: 'US dollar', multiplier: '6' });
    expect(unitOf('%')).toMatchObject({ code: 'PT', multiplier: '0' });
    expect(unitOf('movements a person')).toMatchObject({ code: 'MOVEMENTS_A_PERSON', multiplier: '0' });
    expect(unitOf('')).toMatchObject({ code: '_Z' });
  });
});

describe('the decimals of a column', () => {
  test('are those that its figures have, where it declares fewer', () => {
    const days = {
      name: 'median_days',
      label: { en: 'Median' },
      unit: 'days',
      kind: 'indicator',
      decimals: 0,
    } as const;
    const table = released(days, [1, 2.5, null]);
    expect(decimalsOf(table, 0)).toBe(1);
    expect(decimalsOf(released(days, [1, null]), 0)).toBe(0);
    expect(decimalsOf(released({ ...days, decimals: 2 }, [1]), 0)).toBe(2);
  });
});

function released(column: ReleasedTable['values'][number], figures: readonly (number | null)[]): ReleasedTable {
  const rows = figures.map((figure, index) => ({ key: [`p${index}`], values: [figure] }));
  const { values: _values, rows: _rows, ...rest } = remittances();
  return release({ ...rest, values: [column], rows }, disclosureRules.normal);
}

describe('the ends of an interval', () => {
  const columns = (...names: readonly string[]) => ({
    values: names.map((name) => ({ name, label: { en: name }, unit: '', kind: 'indicator', decimals: 0 }) as const),
  });

  test('belong to the figure that they name, or to the only one', () => {
    const named = intervalEnds(columns('arrivals', 'arrivals_low95', 'arrivals_high95', 'departures'));
    expect([...named.isEnd]).toEqual([1, 2]);
    expect(named.of.get(0)).toEqual({ low: 1, high: 2 });
    expect(intervalEnds(columns('low95', 'net', 'high95')).of.get(1)).toEqual({ low: 0, high: 2 });
    expect(intervalEnds(columns('arrivals', 'departures')).isEnd.size).toBe(0);
  });
});
