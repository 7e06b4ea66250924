import { describe, expect, it } from 'vitest';
import { releasedTable, withTotals } from '../exampleland.fixture.ts';
import { holdOpenDimensions } from './hold-open-dimensions.ts';
import { codesOf, sliceTable } from './slice-table.ts';

const byPortAndYear = releasedTable({
  measure: 'refusals',
  title: 'Refusals',
  dimensions: [
    ['port', 'Port'],
    ['year', 'Year', { isTime: true }],
  ],
  rows: withTotals([
    [['P1', '2024'], 3],
    [['P2', '2024'], 40],
    [['P3', '2024'], 25],
    [['P1', '2025'], 20],
    [['P2', '2025'], 44],
    [['P3', '2025'], 31],
  ]),
});

describe('slicing a table', () => {
  it('takes the published total of a dimension that is not asked for', () => {
    const cells = sliceTable(byPortAndYear, { by: ['year'], value: 'movements' });
    expect(cells.map((cell) => [cell.codes[0], cell.value])).toEqual([
      ['2024', 68],
      ['2025', 95],
    ]);
  });

  it('withholds a sum in which a cell is withheld', () => {
    const [sum] = sliceTable(byPortAndYear, {
      by: [],
      where: { port: (code) => code === 'P1' || code === 'P2', year: '2024' },
      value: 'movements',
    });
    expect(sum).toMatchObject({ value: null, isWithheld: true });
  });

  it('adds what is free', () => {
    const [sum] = sliceTable(byPortAndYear, {
      by: [],
      where: { port: 'P3', year: (code) => code !== '_T' },
      value: 'movements',
    });
    expect(sum?.isWithheld === true || sum?.value === 56).toBe(true);
  });

  it('gives nothing for a dimension or value that the table does not have', () => {
    expect(sliceTable(byPortAndYear, { by: ['purpose'], value: 'movements' })).toEqual([]);
    expect(sliceTable(byPortAndYear, { by: ['port'], value: 'persons' })).toEqual([]);
  });
});

describe('figures of several publishers', () => {
  const stock = releasedTable({
    measure: 'emigrant_stock',
    title: 'Emigrants',
    basis: 'published',
    unit: 'persons',
    dimensions: [
      ['source', 'Source'],
      ['destination', 'Destination'],
      ['year', 'Year', { isTime: true }],
    ],
    rows: [
      [['undesa', 'ZAF', '2015'], 100],
      [['undesa', 'ZAF', '2020'], 110],
      [['undesa', 'BWA', '2020'], 10],
      [['undesa', '_T', '2015'], 100],
      [['undesa', '_T', '2020'], 120],
      [['census', 'ZAF', '2022'], 227],
    ],
  });
  const view = {
    id: 'emigrant_stock',
    measure: 'emigrant_stock',
    subject: 'The stock',
    figure: 'none',
    period: 'latest',
  } as const;

  it('are never added up: the fullest recent series is told', () => {
    expect(holdOpenDimensions(stock, view)).toEqual({ source: 'undesa' });
    expect(codesOf(stock, 'year', { source: 'undesa' })).toEqual(['2015', '2020']);
  });

  it('are no data where the table lacks what the view holds', () => {
    expect(holdOpenDimensions(stock, { ...view, held: { source: 'nobody' } })).toBeNull();
  });
});
