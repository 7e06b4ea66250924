import { type Bilingual, fillPhrase } from './bilingual.ts';
import { explainPhrases } from './explain-phrases.ts';

/** How much a finding says. */
export type Strength = 'hardly_any' | 'weak' | 'some' | 'strong' | 'very_strong';

/**
 * Words for bits. Each bit doubles the odds that two records are one person, so the bounds are factors on those odds:
 * less than 2 changes nobody's mind; up to 8 leaves a doubtful pair doubtful; up to 64 can carry a pair across the zone of
 * review; from 64 one finding outweighs any two weak ones; past 1,024 one finding alone makes up for half of the usual
 * prior of one in a million. Bounds are lower bounds, inclusive, of the absolute weight.
 */
export const strengthTable: readonly {
  readonly from: number;
  readonly strength: Strength;
  readonly words: Bilingual;
}[] = [
  { from: 10, strength: 'very_strong', words: explainPhrases.veryStrong },
  { from: 6, strength: 'strong', words: explainPhrases.strong },
  { from: 3, strength: 'some', words: explainPhrases.some },
  { from: 1, strength: 'weak', words: explainPhrases.weak },
];

/** Strength of so many bits, whichever way they point. */
export function strengthOf(bits: number): Strength {
  return strengthTable.find((row) => Math.abs(bits) >= row.from)?.strength ?? 'hardly_any';
}

/** `strong evidence against`. */
export function evidenceInWords(bits: number): Bilingual {
  const row = strengthTable.find((candidate) => Math.abs(bits) >= candidate.from);
  if (row === undefined) return explainPhrases.hardlyAny;
  return fillPhrase(bits > 0 ? explainPhrases.for : explainPhrases.against, { strength: row.words });
}
