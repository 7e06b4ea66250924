import { expect, it } from 'vitest';
import { possiblePairs } from './possible-pairs.ts';

it('counts only pairs that the mode and the sources allow', () => {
  const records = {
    size: 5,
    sources: [
      { name: 'border', isUnique: false },
      { name: 'permits', isUnique: true },
    ],
    sourceOf: Uint16Array.of(0, 0, 0, 1, 1),
  };
  expect(possiblePairs({ ...records, mode: 'link' })).toBe(6);
  expect(possiblePairs({ ...records, mode: 'dedupe' })).toBe(3);
  expect(possiblePairs({ ...records, mode: 'link_and_dedupe' })).toBe(9);
});
