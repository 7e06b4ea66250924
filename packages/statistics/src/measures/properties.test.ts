import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeMeasure } from '../compute-measure.ts';
import { cellOf, crossing, delivery, parameters, sessionWith } from '../session.fixture.ts';
import type { MeasureTable } from '../table.ts';

/** One movement of one of four travellers, at a minute of its own of a day in March. */
const movement = fc.record({
  traveller: fc.integer({ min: 1, max: 4 }),
  direction: fc.constantFrom('arrival', 'departure'),
  day: fc.integer({ min: 1, max: 28 }),
  stay: fc.integer({ min: 0, max: 5 }),
});
const history = fc.array(movement, { minLength: 1, maxLength: 30 });

interface Event {
  readonly traveller: number;
  readonly direction: string;
  readonly on: string;
  readonly until: string;
}

function eventsOf(
  drawn: readonly { traveller: number; direction: string; day: number; stay: number }[],
): readonly Event[] {
  const two = (number: number) => String(number).padStart(2, '0');
  return drawn.map(({ day, stay, ...rest }, index) => ({
    ...rest,
    on: `2025-03-${two(day)}T10:${two(index)}:00`,
    until: new Date(Date.UTC(2025, 2, day + stay)).toISOString().slice(0, 10),
  }));
}

/** What became of each stay, worked out with loops over one traveller after the other. */
function outcomesOf(events: readonly Event[], lastDay: string): Map<string, number> {
  const outcomes = new Map<string, number>();
  for (const traveller of new Set(events.map((event) => event.traveller))) {
    const own = events.filter((event) => event.traveller === traveller).toSorted((a, b) => (a.on < b.on ? -1 : 1));
    for (const [index, event] of own.entries()) {
      if (event.direction !== 'arrival' || event.until >= lastDay) continue;
      const next = own[index + 1];
      const outcome =
        next === undefined
          ? 'no_exit'
          : next.direction === 'arrival'
            ? 'no_exit_entered_again'
            : next.on.slice(0, 10) > event.until
              ? 'left_late'
              : 'left_in_time';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  }
  return outcomes;
}

async function tableOf(events: readonly Event[], id: string): Promise<MeasureTable> {
  using session = await sessionWith({
    delivery: [delivery('d1', 'border_movement')],
    border_movement: events.map(({ traveller, direction, on, until }) =>
      crossing(`P${traveller}`, 'ZAF', direction, on, { authorised_until: until, port: `LS-${traveller % 3}` }),
    ),
  });
  return (await computeMeasure(session, id, parameters)).table;
}

test('stays come to the outcomes that a plain loop over each traveller gives', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (drawn) => {
      const events = eventsOf(drawn);
      const lastDay =
        events
          .map(({ on }) => on.slice(0, 10))
          .toSorted()
          .at(-1) ?? '';
      const table = await tableOf(events, 'stay_outcomes');
      const expected = outcomesOf(events, lastDay);
      for (const outcome of ['left_in_time', 'left_late', 'no_exit', 'no_exit_entered_again']) {
        expect([outcome, cellOf(table, `_T/ZAF/${outcome}`, 'stays')]).toEqual([outcome, expected.get(outcome)]);
      }
    }),
    { numRuns: 12, seed: 7 },
  );
});

test('every cell of a cube is what filtering and counting the movements gives', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (drawn) => {
      const events = eventsOf(drawn);
      const table = await tableOf(events, 'crossings_by_port_month_direction');
      for (const { key, values } of table.rows) {
        const [port, , direction] = key;
        const own = events.filter(
          (event) =>
            (port === '_T' || port === `LS-${event.traveller % 3}`) &&
            (direction === '_T' || direction === event.direction),
        );
        expect([key, ...values]).toEqual([key, own.length, new Set(own.map(({ traveller }) => traveller)).size]);
      }
      expect(cellOf(table, '_T/_T/_T', 'movements')).toBe(events.length);
    }),
    { numRuns: 8, seed: 7 },
  );
});
