import { probabilityOf, weightOf } from '../model.ts';
import { makeRandom } from '../random.ts';
import { drawWithout } from './draw-without.ts';

export interface ClericalSample {
  readonly strata: readonly Stratum[];
  readonly pairs: readonly SampledPair[];
}

/** A band of weights. */
export interface Stratum {
  /** Bits: from `from` (included) up to `to` (not included). */
  readonly from: number;
  readonly to: number;
  /** Scored pairs in the band, and how many of them are in the sample. */
  readonly pairs: number;
  readonly sampled: number;
}

export interface SampledPair {
  /** Number of the pair among the scored pairs. */
  readonly pair: number;
  readonly left: number;
  readonly right: number;
  readonly stratum: number;
}

export interface SampleOptions {
  /** Pairs to look at, in all. */
  readonly size: number;
  readonly seed: number;
  /** Bounds of the bands in bits, ascending; what is below the first is not sampled. Errors can be estimated at these weights. */
  readonly strata?: readonly number[];
}

/** p 0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999, and four bits below and above. */
export const DEFAULT_STRATA: readonly number[] = [-10, ...[0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999].map(weightOf), 14];

/** Pairs of every band that are looked at in any case, as far as there are as many. */
const LEAST = 10;
/** No band is taken for surer than this, however sure the model is of itself: a model can be wrong. */
const LEAST_DOUBT = 0.02;

/**
 * Draws pairs for a person to judge, where there is no truth. Bands of weight are strata; their shares follow Neyman (1934):
 * n_h ∝ N_h √(p_h (1 - p_h)), with p_h the mean probability in the band, held between 0.02 and 0.98, and at least ten pairs a band.
 * Within a band each pair has the same chance; the same seed draws the same pairs.
 */
export function drawClericalSample(
  pairs: {
    readonly count: number;
    readonly left: Int32Array;
    readonly right: Int32Array;
    readonly weight: Float64Array;
  },
  { size, seed, strata: bounds = DEFAULT_STRATA }: SampleOptions,
): ClericalSample {
  const bandOf = (weight: number): number => {
    let band = -1;
    while (band + 1 < bounds.length && weight >= (bounds[band + 1] as number)) band += 1;
    return band;
  };
  const sizes = bounds.map(() => 0);
  const chances = bounds.map(() => 0);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const weight = pairs.weight[pair] as number;
    const band = bandOf(weight);
    if (band < 0) continue;
    sizes[band] = (sizes[band] as number) + 1;
    chances[band] = (chances[band] as number) + probabilityOf(weight);
  }
  const shares = sizes.map((count, band) => {
    const mean = Math.min(1 - LEAST_DOUBT, Math.max(LEAST_DOUBT, count > 0 ? (chances[band] as number) / count : 0.5));
    return count * Math.sqrt(mean * (1 - mean));
  });
  const drawn = allocate(sizes, shares, size);
  const random = makeRandom(seed);
  const places = sizes.map((count, band) => drawWithout(random, count, drawn[band] as number));
  const cursor = sizes.map(() => 0);
  const seen = sizes.map(() => 0);
  const sampled: SampledPair[] = [];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const stratum = bandOf(pairs.weight[pair] as number);
    if (stratum < 0) continue;
    const place = seen[stratum] as number;
    seen[stratum] = place + 1;
    if (places[stratum]?.[cursor[stratum] as number] !== place) continue;
    cursor[stratum] = (cursor[stratum] as number) + 1;
    sampled.push({ pair, left: pairs.left[pair] as number, right: pairs.right[pair] as number, stratum });
  }
  return {
    strata: bounds.map((from, band) => ({
      from,
      to: bounds[band + 1] ?? Number.POSITIVE_INFINITY,
      pairs: sizes[band] as number,
      sampled: drawn[band] as number,
    })),
    pairs: sampled,
  };
}

/** Shares a sample out by largest remainders, no stratum below its least nor above its size. */
function allocate(sizes: readonly number[], shares: readonly number[], size: number): number[] {
  const filled = sizes.filter((count) => count > 0).length;
  const least = Math.min(LEAST, Math.floor(size / Math.max(1, filled)));
  const drawn = sizes.map((count) => Math.min(count, least));
  let left = size - drawn.reduce((sum, count) => sum + count, 0);
  // A stratum that is used up leaves its share to the others.
  while (left > 0) {
    const open = sizes.map((count, band) => (count > (drawn[band] as number) ? (shares[band] as number) : 0));
    const whole = open.reduce((sum, share) => sum + share, 0);
    if (whole === 0) break;
    let given = 0;
    for (const [band, share] of open.entries()) {
      const more = Math.min((sizes[band] as number) - (drawn[band] as number), Math.floor((left * share) / whole));
      drawn[band] = (drawn[band] as number) + more;
      given += more;
    }
    if (given === 0) {
      const band = open.indexOf(Math.max(...open));
      drawn[band] = (drawn[band] as number) + 1;
      given = 1;
    }
    left -= given;
  }
  return drawn;
}
