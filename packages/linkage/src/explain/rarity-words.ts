import type { ComparisonModel } from '../model.ts';
import { type Bilingual, fillPhrase } from './bilingual.ts';
import { explainPhrases } from './explain-phrases.ts';

/**
 * Words for the part that a value's rarity adds or takes away, in bits. Two bits mean that the value is four times rarer (or
 * commoner) than agreeing values are on the whole; five bits, thirty-two times. In between nothing is said.
 */
const rarityTable: readonly { readonly holds: (bits: number) => boolean; readonly words: Bilingual }[] = [
  { holds: (bits) => bits >= 5, words: explainPhrases.veryRare },
  { holds: (bits) => bits >= 2, words: explainPhrases.rare },
  { holds: (bits) => bits <= -5, words: explainPhrases.veryCommon },
  { holds: (bits) => bits <= -2, words: explainPhrases.common },
];

/** `rare (about 1 in 12,000 records)`; null where rarity adds or takes too little to speak of. */
export function rarityInWords(bits: number, share: number | null): Bilingual | null {
  const row = rarityTable.find((candidate) => candidate.holds(bits));
  if (row === undefined) return null;
  if (share === null || share <= 0) return row.words;
  return fillPhrase(explainPhrases.withShare, { rarity: row.words, count: oneIn(share) });
}

/** Share of records with a value, as the model counts rarity; null where the model keeps no counts. */
export function shareOfValue({ termFrequencies }: ComparisonModel, value: string): number | null {
  if (termFrequencies === null) return null;
  const { shares, rare } = termFrequencies;
  return Math.max(rare, Object.hasOwn(shares, value) ? (shares[value] ?? rare) : rare);
}

/** 0.0000834 → `12,000`: two figures, because a rarity is an order of magnitude. */
export function oneIn(share: number): string {
  return Number((1 / share).toPrecision(2)).toLocaleString('en', { maximumFractionDigits: 1 });
}
