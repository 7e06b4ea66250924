import { expect, test } from 'vitest';
import { computeMeasure } from '../compute-measure.ts';
import { cellOf, crossing, delivery, parameters, sessionWith } from '../session.fixture.ts';
import type { MeasureTable } from '../table.ts';

const deliveries = [
  delivery('d1', 'border_movement', { agency: 'home_affairs_immigration', citation: 'Border posts 2025' }),
  delivery('d2', 'border_movement', {
    agency: 'home_affairs_immigration',
    is_synthetic: false,
    citation: 'Airport 2025',
  }),
  delivery('d3', 'visa', { citation: 'Feeds nothing here' }),
];
const ports = ['LS-MSB', 'LS-MSU', 'LS-QNK'].map((code) => ({
  classification_id: 'port',
  code,
  label_en: `Port ${code}`,
}));
const border_movement = [
  crossing('P1', 'LSO', 'departure', '2025-01-05', { mode: 'bus', purpose: '3' }),
  crossing('P1', 'LSO', 'arrival', '2025-01-31', { mode: 'bus', purpose: '4' }),
  crossing('P1', 'LSO', 'departure', '2025-02-02', { mode: 'car', purpose: '3' }),
  crossing('P2', 'ZAF', 'arrival', '2025-01-05', { mode: 'car', purpose: '1.6' }),
  // ZAF stands in two groups; the first that names it counts.
  crossing('P2', 'ZAF', 'departure', '2025-01-05', { port: 'LS-MSU', mode: 'air', delivery_id: 'd2' }),
  crossing('P3', 'ZWE', 'arrival', '2025-02-10', { mode: null, purpose: null }),
  crossing('P4', 'IND', 'arrival', '2025-02-11'),
  crossing('P5', 'XXA', 'arrival', '2025-02-11'),
  crossing(null, null, 'arrival', '2025-02-12', { port: null }),
  crossing('P6', 'ZAF', 'arrival', '2025-02-12', { decision: 'refused' }),
];

async function tableOf(id: string, more: Partial<typeof parameters> = {}): Promise<MeasureTable> {
  using session = await sessionWith({ delivery: deliveries, classification: ports, border_movement });
  return (await computeMeasure(session, id, { ...parameters, ...more })).table;
}

test('movements are counted by port, month and direction, without refusals, persons once', async () => {
  const table = await tableOf('crossings_by_port_month_direction');
  expect(cellOf(table, 'LS-MSB/2025-01/departure', 'movements')).toBe(1);
  expect(cellOf(table, '_T/_T/_T', 'movements')).toBe(9);
  expect(cellOf(table, '_T/_T/_T', 'persons')).toBe(6);
  expect(cellOf(table, 'LS-MSB/_T/_T', 'movements')).toBe(7);
  expect(cellOf(table, '_U/2025-02/arrival', 'movements')).toBe(1);
  expect(cellOf(table, 'LS-QNK/_T/_T', 'movements')).toBeUndefined();
});

test('citizenship groups: the first that names a country, other for the rest and the stateless, not stated apart', async () => {
  const table = await tableOf('crossings_by_citizenship_group');
  const count = (group: string) => cellOf(table, `${group}/_T/_T`, 'movements');
  expect(['own', 'ZAF', 'sadc', 'other', '_U'].map(count)).toEqual([3, 2, 1, 2, 1]);
});

test('what is not stated is a code of its own in each dimension', async () => {
  expect(cellOf(await tableOf('crossings_by_mode'), '_U/_T/_T', 'movements')).toBe(4);
  expect(cellOf(await tableOf('crossings_by_purpose'), '_U/_T/_T', 'movements')).toBe(5);
});

test.each([
  'crossings_by_port_month_direction',
  'crossings_by_citizenship_group',
  'crossings_by_mode',
  'crossings_by_purpose',
  'crossings_by_month',
  'crossings_detail',
])('the totals of %s are the sums of their parts, and whole numbers', async (id) => {
  const table = await tableOf(id);
  const movements = table.values.findIndex(({ name }) => name === 'movements');
  const sums = new Map<string, number>();
  for (const { key, values } of table.rows) {
    for (const [at, code] of key.entries()) {
      if (code === '_T') continue;
      const total = key.with(at, '_T').join('/');
      sums.set(`${at}:${total}`, (sums.get(`${at}:${total}`) ?? 0) + (values[movements] ?? 0));
    }
    expect(values.every(Number.isInteger)).toBe(true);
  }
  for (const [total, sum] of sums) {
    const whole = cellOf(table, total.slice(total.indexOf(':') + 1), 'movements');
    // The detailed table has no totals between one dimension left out and one kept.
    if (whole !== undefined && whole !== sum) expect(`${total} of ${id}: ${sum}`).toBe(String(whole));
  }
  expect(cellOf(table, table.dimensions.map(() => '_T').join('/'), 'movements')).toBe(9);
});

test('the period is kept, both days included', async () => {
  const table = await tableOf('crossings_by_month', { period: { from: '2025-01-31', to: '2025-02-02' } });
  expect(cellOf(table, '_T/_T', 'movements')).toBe(2);
  expect(table.metadata.referencePeriod).toBe('2025-01/2025-02');
});

test('the balance is arrivals less departures', async () => {
  const table = await tableOf('net_crossings');
  expect(cellOf(table, '2025-01/_T', 'balance')).toBe(2 - 2);
  expect(cellOf(table, '_T/own', 'balance')).toBe(1 - 2);
  expect(table.title.en).toContain('not net migration');
});

test('persons of a year are not the sum of persons of its directions', async () => {
  const table = await tableOf('persons_and_movements');
  expect(cellOf(table, '2025/own/_T', 'persons')).toBe(1);
  expect(cellOf(table, '2025/own/_T', 'movements_per_person')).toBe(3);
  expect(cellOf(table, '2025/_T/_T', 'without_document')).toBe(1);
});

test('the metadata name the deliveries that fed the figures, the period, and the ports that were silent', async () => {
  const { metadata } = await tableOf('crossings_by_month');
  expect(metadata.sources.map(({ citation, isSynthetic }) => [citation, isSynthetic])).toEqual([
    ['Airport 2025', false],
    ['Border posts 2025', true],
  ]);
  expect(metadata.referencePeriod).toBe('2025-01/2025-02');
  expect(metadata.coverage.en).toBe(
    'Delivered by home_affairs_immigration. 2 of 3 ports of entry reported. No record from: Port LS-QNK. Months without a record: Port LS-MSU (1 of 2).',
  );
  expect(metadata).toMatchObject({ snapshot: 'snapshot-1', status: 'interim', residenceRule: '' });
});

test('an unmatched crossing follows one in the same direction', async () => {
  using session = await sessionWith({
    delivery: deliveries,
    border_movement: [
      crossing('P1', 'ZAF', 'arrival', '2025-01-01'),
      crossing('P1', 'ZAF', 'arrival', '2025-01-05', { port: 'LS-QNK' }),
      crossing('P1', 'ZAF', 'departure', '2025-01-09'),
      crossing('P1', 'ZAF', 'arrival', '2025-01-10'),
      crossing('P2', 'LSO', 'departure', '2025-01-01'),
      // Nobody known: not paired with anybody.
      crossing(null, null, 'arrival', '2025-01-01'),
      crossing(null, null, 'arrival', '2025-01-02'),
    ],
  });
  const { table } = await computeMeasure(session, 'unmatched_crossings', parameters);
  expect(cellOf(table, '_T/_T/_T', 'movements')).toBe(5);
  expect(cellOf(table, '_T/_T/_T', 'preceded')).toBe(3);
  expect(cellOf(table, 'LS-QNK/arrival/2025', 'unmatched')).toBe(1);
  expect(cellOf(table, '_T/_T/_T', 'unmatched_share')).toBeCloseTo(100 / 3, 10);
  expect(cellOf(table, 'LS-MSB/departure/2025', 'unmatched_share')).toBe(0);
});

test('a crossing recorded twice within minutes is one movement; a second crossing of the day is another', async () => {
  const at = (time: string, rest = {}) => crossing('P1', 'ZAF', 'arrival', `2025-03-01T${time}`, rest);
  using session = await sessionWith({
    delivery: [delivery('d1', 'border_movement')],
    border_movement: [
      at('08:00:00'),
      at('08:03:10'),
      at('08:12:00'),
      at('08:05:00', { port: 'LS-CDP' }),
      at('17:00:00'),
      crossing('P1', 'ZAF', 'departure', '2025-03-01T08:04:00'),
      crossing('P2', 'ZAF', 'arrival', '2025-03-01'),
      crossing('P2', 'ZAF', 'arrival', '2025-03-01'),
    ],
  });
  const { table } = await computeMeasure(session, 'crossings_by_month', parameters);
  expect(cellOf(table, '2025-03/arrival', 'movements')).toBe(5);
  expect(cellOf(table, '2025-03/departure', 'movements')).toBe(1);
});
