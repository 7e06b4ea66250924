import { expect, test } from 'vitest';
import { classifyLines, dayOf } from './classify-person.fixture.ts';

// The scenarios of the production package of Stats NZ: days after 2017-01-01; per crossing before, after, migration; days on which
// status before, status after and migration became final.
const scenarios: readonly (readonly [string, string])[] = [
  ['D0', '000 0 0 0'],
  ['A0', '011 0 365 365'],
  ['A0 D10', '000 0 132 132 / 000 132 132 10'],
  ['A0 D10 A70 D90', '000 0 152 152 / 000 152 152 10 / 000 152 212 212 / 000 212 212 90'],
  ['A0 D250', '000 0 372 372 / 000 372 372 372'],
  ['A0 D0', '000 0 122 122 / 000 122 122 0'],
  ['A0 D10 A70', '011 0 425 425 / 110 425 425 10 / 110 425 425 425'],
  ['A0 D370', '011 0 365 365 / 101 370 735 735'],
  ['A0 D350 A370 D390 A391', '011 0 385 385 / 110 385 493 493 / 110 493 493 385 / 110 493 513 513 / 110 513 513 391'],
  ['A0 D10 A370 D380', '000 0 132 132 / 000 132 132 10 / 000 370 502 502 / 000 502 502 380'],
  ['A0 D370 A380 D670 A680', '011 0 365 365 / 110 370 502 502 / 110 502 502 380 / 110 670 802 802 / 110 802 802 680'],
];

const first = dayOf('2017-01-01');

test.each(scenarios)('%s, and its mirror image', (history, expected) => {
  for (const mirrored of [0, 1] as const) {
    const crossings = history.split(' ').map((word) => {
      const isArrival = word.startsWith('A') !== (mirrored === 1);
      return { day: first + Number(word.slice(1)), side: isArrival ? (1 as const) : (0 as const) };
    });
    const flip = (value: number | string) => (value === '?' ? value : Number(value) ^ mirrored);
    const lines = classifyLines(crossings, { initial: mirrored });
    const shown = lines.map(
      ({ before, after, migration, beforeOn, afterOn, migrationOn }) =>
        `${flip(before)}${flip(after)}${migration} ${[beforeOn, afterOn, migrationOn].map((day) => (day ?? 0) - first).join(' ')}`,
    );
    expect(shown.join(' / ')).toBe(expected);
  }
});
