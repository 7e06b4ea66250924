import { expect, test } from 'vitest';
import type { PublishedCell } from '../audit/audit-published.ts';
import { auditVintages } from './audit-vintages.ts';

const published = (text: string): PublishedCell[] =>
  text.split(' ').map((part) => {
    const [code = '', figure = ''] = part.split(':');
    return /^\d+$/.test(figure)
      ? { key: [code], value: Number(figure), mark: 'F' }
      : { key: [code], value: null, mark: figure === 'C' ? 'C' : 'D' };
  });
const parents = [new Map(['a', 'b', 'c', 'd'].map((code) => [code, '_T'] as const))];
const boundsOf = ({ mark }: PublishedCell) => ({ low: 1, high: mark === 'C' ? 9 : Number.POSITIVE_INFINITY });

test('two releases that are safe by themselves fail together where another cell was suppressed', async () => {
  const before = { name: '2024', cells: published('a:C b:D c:40 _T:80') };
  const now = { name: '2025', cells: published('a:C b:35 c:D _T:80') };
  const alone = await auditVintages({ vintages: [before], parents, boundsOf, required: 5 });
  expect(alone.passed).toBe(true);
  const together = await auditVintages({ vintages: [before, now], parents, boundsOf, required: 5 });
  expect(together.passed).toBe(false);
  expect(together.failing[0]).toMatchObject({ key: ['a'], low: 5, high: 5 });
  expect(together.changedMarks).toHaveLength(2);
});

test('the same release twice tells nothing new, and a cell once shown stays known', async () => {
  const first = { name: '2024', cells: published('a:C b:D c:40 _T:80') };
  const again = await auditVintages({ vintages: [first, first], parents, boundsOf, required: 5 });
  expect(again).toEqual({ passed: true, failing: [], changedMarks: [], changedValues: [] });
  const shown = { name: '2023', cells: published('a:5 b:35 c:40 _T:80') };
  expect((await auditVintages({ vintages: [shown, first], parents, boundsOf, required: 5 })).passed).toBe(false);
});
