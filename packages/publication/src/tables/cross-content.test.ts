import { expect, it } from 'vitest';
import { catalogue, releasedTable } from '../exampleland.fixture.ts';
import { makeLabeller } from './code-labels.ts';
import { crossContent } from './table-content-of.ts';

const sideBySide = releasedTable({
  measure: 'asylum',
  title: 'Asylum',
  dimensions: [
    ['indicator', 'Indicator'],
    ['year', 'Year', { isTime: true }],
  ],
  rows: [
    [['applications', '2025'], 43],
    [['decisions', '2025'], 34],
  ],
});
const request = { rows: 'indicator', columns: 'year', value: 'movements', columnLimit: 6, rowLimit: 15 };

const labeller = makeLabeller(catalogue, 'en');

it('adds no total where the release has none: indicators side by side are no parts of a whole', () => {
  const content = crossContent(sideBySide, request, labeller);
  expect(content.rows.map(({ isTotal }) => isTotal)).toEqual([false, false]);
});

it('adds a total where the view says that the parts add up', () => {
  const content = crossContent(sideBySide, { ...request, addsUp: ['indicator'] }, labeller);
  expect(content.rows.at(-1)).toMatchObject({ isTotal: true });
  expect(content.rows.at(-1)?.cells.at(-1)).toMatchObject({ value: 77 });
});
