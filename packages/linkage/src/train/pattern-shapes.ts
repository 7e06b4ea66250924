import { SILENT } from '../compare/level-finder.ts';
import type { Patterns } from './count-patterns.ts';
import { MOST_DIFFERENCES } from './difference-ratios.ts';

/** Says nothing of a person: no part in learning. */
export const TEACHES_NOTHING = 0;
/** Of a pair that somebody has said to be of one person: teaches whatever it agrees on. */
export const KNOWN = 2;

export interface PatternShapes {
  /** Which comparisons are stated, a bit each. */
  readonly stated: Int32Array;
  /** How many of those differ. */
  readonly differing: Uint8Array;
  /** Whether pairs of the pattern teach. */
  readonly teaches: Uint8Array;
}

/**
 * What training asks of each pattern. `points[c][level]` says how far agreement at a level tells who somebody is; pairs of fewer than
 * `needed` points teach nothing, so that what is learnt is a person and not a home or a nationality. Patterns from `knownFrom` on are of
 * pairs known to be of one person.
 */
export function shapesOf(
  { levels, counts, comparisons: width }: Patterns,
  { points, needed }: { readonly points: readonly (readonly number[])[]; readonly needed: number },
  knownFrom: number,
): PatternShapes {
  const stated = new Int32Array(counts.length);
  const differing = new Uint8Array(counts.length);
  const teaches = new Uint8Array(counts.length);
  for (let i = 0; i < counts.length; i += 1) {
    let mask = 0;
    let differ = 0;
    let told = 0;
    for (let c = 0; c < width; c += 1) {
      const level = levels[i * width + c] as number;
      if (level === SILENT) continue;
      mask |= 1 << c;
      told += points[c]?.[level] ?? 0;
      if (level > 0) differ += 1;
    }
    stated[i] = mask;
    teaches[i] = i >= knownFrom ? KNOWN : told >= needed ? 1 : TEACHES_NOTHING;
    differing[i] = Math.min(differ, MOST_DIFFERENCES);
  }
  return { stated, differing, teaches };
}
