import { expect, test } from 'vitest';
import { computeMeasure } from '../compute-measure.ts';
import { cellOf, crossing, delivery, parameters, type Row, sessionWith } from '../session.fixture.ts';

const day = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

/** Foreigners who came on a day, some to stay and some for seventy days; each had been seen to live abroad before. */
function visitors(name: string, on: string, { come, leave }: { readonly come: number; readonly leave: number }): Row[] {
  return Array.from({ length: come }, (_, index) => {
    const document = `${name}${index}`;
    return [
      crossing(document, 'ZAF', 'departure', day(on, -500), { purpose: '1.1', sex: 'F' }),
      crossing(document, 'ZAF', 'arrival', on, { purpose: '1.1', sex: 'F' }),
      ...(index < leave ? [crossing(document, 'ZAF', 'departure', day(on, 70), { purpose: '1.1', sex: 'F' })] : []),
    ];
  }).flat();
}

test('final months are as counted, the months still open are estimated from those that looked alike', async () => {
  using session = await sessionWith({
    delivery: [delivery('d1', 'border_movement')],
    border_movement: [
      ...visitors('a', '2023-06-10', { come: 40, leave: 30 }),
      ...visitors('b', '2025-12-10', { come: 8, leave: 0 }),
      crossing('END', 'LSO', 'departure', '2025-12-30'),
    ],
  });
  const { table } = await computeMeasure(session, 'migrant_flows_provisional', parameters);
  // Ten of forty stayed: final, and the interval is the figure.
  expect(cellOf(table, '2023-06/arrival', 'migrants')).toBe(10);
  expect(cellOf(table, '2023-06/arrival', 'low')).toBe(10);
  expect(cellOf(table, '2023-06/arrival', 'high')).toBe(10);
  expect(cellOf(table, '2023-06/arrival', 'is_final')).toBe(1);
  // Eight have come twenty days ago. At that age ten of forty were migrants: two of eight, between none and all.
  expect(cellOf(table, '2025-12/arrival', 'known')).toBe(0);
  expect(cellOf(table, '2025-12/arrival', 'provisional')).toBe(8);
  expect(cellOf(table, '2025-12/arrival', 'is_final')).toBe(0);
  expect(cellOf(table, '2025-12/arrival', 'migrants')).toBeGreaterThanOrEqual(1);
  expect(cellOf(table, '2025-12/arrival', 'migrants')).toBeLessThanOrEqual(4);
  expect(cellOf(table, '2025-12/arrival', 'low')).toBe(0);
  expect(cellOf(table, '2025-12/arrival', 'high')).toBeLessThanOrEqual(8);
  expect(cellOf(table, '2025-12/arrival', 'high')).toBeGreaterThan(3);
  expect(table.metadata.status).toBe('provisional');
});
