import { describe, expect, it } from 'vitest';
import { evidenceInWords, strengthOf } from './evidence-strength.ts';
import { fixtureModel } from './linkage.fixture.ts';
import { oneIn, rarityInWords, shareOfValue } from './rarity-words.ts';
import { percentage } from './summary-words.ts';

describe('words for bits', () => {
  it.each([
    [0.99, 'hardly_any'],
    [-1, 'weak'],
    [2.99, 'weak'],
    [3, 'some'],
    [-6, 'strong'],
    [9.99, 'strong'],
    [10, 'very_strong'],
  ] as const)('%d bits are %s', (bits, strength) => {
    expect(strengthOf(bits)).toBe(strength);
  });

  it('points the way of the sign', () => {
    expect(evidenceInWords(7).en).toBe('strong evidence for');
    expect(evidenceInWords(-7).en).toBe('strong evidence against');
    expect(evidenceInWords(-0.2).en).toBe('hardly any evidence either way');
  });

  it('speaks of rarity only where it adds or takes four times or more', () => {
    expect(rarityInWords(1.9, 0.001)).toBeNull();
    expect(rarityInWords(2, 0.001)?.en).toBe('rare (about 1 in 1,000 records)');
    expect(rarityInWords(-5.5, 0.25)?.en).toBe('very common (about 1 in 4 records)');
    expect(rarityInWords(6, null)?.en).toBe('very rare');
  });

  it('takes a value that is not listed for as rare as the rarest', () => {
    const [names] = fixtureModel.comparisons;
    if (names === undefined) throw new Error('fixture without comparisons');
    expect(shareOfValue(names, 'MOKOENA')).toBe(0.05);
    expect(shareOfValue(names, 'TSELA')).toBe(1 / 12_000);
    expect(shareOfValue(names, 'constructor')).toBe(1 / 12_000);
    expect(shareOfValue({ ...names, termFrequencies: null }, 'TSELA')).toBeNull();
  });

  it('rounds a rarity to two figures and keeps certainty for what is certain', () => {
    expect(oneIn(1 / 12_345)).toBe('12,000');
    expect(oneIn(0.4)).toBe('2.5');
    expect([1, 0.99999, 0.952, 0.5, 0.00001, 0].map(percentage)).toEqual([
      '100.00 %',
      '> 99.99 %',
      '95.2 %',
      '50 %',
      '< 0.01 %',
      '0.00 %',
    ]);
  });
});
