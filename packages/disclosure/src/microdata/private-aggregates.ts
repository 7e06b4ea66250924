import { laplaceNoise } from '../privacy/privacy-ledger.ts';
import { type Attributes, combinationsOf, lengthOf, SEPARATOR } from './count-combinations.ts';

export interface PrivateOptions {
  readonly epsilon: number;
  /** Default: 1 / (n ln n) of the noisy number of records. */
  readonly delta?: number;
  /** Longest combination that is counted (default: 3). */
  readonly longest?: number;
  /** Share of chance combinations that a threshold lets through, from length two on (default: 0.01). */
  readonly fabrication?: number;
  readonly random: () => number;
}

export interface PrivateAggregates {
  /** Noisy counts of combinations, none greater than that of a part of it. */
  readonly counts: ReadonlyMap<string, number>;
  readonly records: number;
  readonly epsilon: number;
  readonly delta: number;
  readonly longest: number;
}

const shareOfNumber = 0.005;
const shareOfPercentile = 0.01;

/**
 * Counts of all combinations of values up to a length, (epsilon, delta)-differentially private for a record: zero-concentrated budget, Gaussian
 * noise, records with many combinations cut to a private percentile, thresholds below which a noisy count says nothing (after the accelerator of
 * the Counter Trafficking Data Collaborative). One person must be one record.
 */
export function privateAggregates(records: readonly Attributes[], options: PrivateOptions): PrivateAggregates {
  const { epsilon, longest = 3, fabrication = 0.01, random } = options;
  if (!(epsilon > 0)) throw new RangeError('Epsilon is a number above 0.');
  const number = Math.max(3, Math.round(records.length + laplaceNoise(shareOfNumber * epsilon, 1, random)));
  const delta = options.delta ?? 1 / (number * Math.log(number));
  const left = epsilon * (1 - shareOfNumber);
  const rho = (Math.sqrt(left + Math.log(2 / delta)) - Math.sqrt(Math.log(2 / delta))) ** 2;
  const percentileEpsilon = Math.sqrt((2 * rho * shareOfPercentile) / longest);
  const sigma = Math.sqrt(longest / (2 * rho * (1 - shareOfPercentile)));
  const gauss = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const own = records.map((record) => combinationsOf(record, longest));
  const width = records[0]?.length ?? 0;
  const singles = new Set(own.flatMap((keys) => keys.filter((key) => lengthOf(key) === 1)));
  const counts = new Map<string, number>();
  for (let length = 1; length <= longest; length += 1) {
    const lists = own.map((keys) => keys.filter((key) => lengthOf(key) === length));
    const most = privatePercentile(lists, choose(width, length), percentileEpsilon, random);
    const scale = sigma * Math.sqrt(most);
    const threshold =
      length === 1
        ? 1 + scale * normalQuantile((1 - delta / 2) ** (1 / most))
        : scale * normalQuantile(1 - fabrication / 2);
    const exact = new Map<string, number>();
    for (const list of lists) {
      const kept = list.length <= most ? list : list.toSorted(() => random() - 0.5).slice(0, most);
      for (const key of kept) exact.set(key, (exact.get(key) ?? 0) + 1);
    }
    const candidates = length === 1 ? [...singles].sort() : extend(counts, length);
    for (const key of candidates) {
      const count = (exact.get(key) ?? 0) + scale * gauss();
      if (count <= threshold) continue;
      const parts = length === 1 ? [] : partsOf(key).map((part) => counts.get(part) ?? 0);
      counts.set(key, Math.max(1, Math.round(Math.min(count, number, ...parts))));
    }
  }
  return { counts, records: number, epsilon, delta, longest };
}

/** Combinations one longer, all of whose parts are there: also those that no record has, whose noise must be drawn too. */
function extend(counts: ReadonlyMap<string, number>, length: number): readonly string[] {
  const singles = [...counts.keys()].filter((key) => lengthOf(key) === 1);
  const shorter = [...counts.keys()].filter((key) => lengthOf(key) === length - 1);
  const attributeOf = (part: string): number => Number(part.split('=')[0]);
  return shorter.flatMap((key) => {
    const last = attributeOf(key.split(SEPARATOR).at(-1) ?? '');
    return singles
      .filter((single) => attributeOf(single) > last)
      .map((single) => `${key}${SEPARATOR}${single}`)
      .filter((longer) => partsOf(longer).every((part) => counts.has(part)));
  });
}

/** The combinations with one value less. */
export function partsOf(key: string): readonly string[] {
  const parts = key.split(SEPARATOR);
  return parts.map((_, left) => parts.filter((_part, at) => at !== left).join(SEPARATOR));
}

/** The 99th percentile of the number of combinations of a record, by the exponential mechanism. */
function privatePercentile(
  lists: readonly (readonly string[])[],
  most: number,
  epsilon: number,
  random: () => number,
): number {
  const target = 0.99 * lists.length;
  const scores = Array.from({ length: most }, (_, at) => {
    const within = lists.filter((list) => list.length <= at + 1).length;
    return (-epsilon * Math.abs(within - target)) / 2;
  });
  const best = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - best));
  let drawn = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    drawn -= weight;
    return drawn <= 0;
  });
  return Math.max(1, found + 1);
}

function choose(from: number, size: number): number {
  let ways = 1;
  for (let at = 0; at < size; at += 1) ways = (ways * (from - at)) / (at + 1);
  return Math.max(1, Math.round(ways));
}

/** The normal quantile, by bisection of the distribution (Abramowitz and Stegun, 7.1.26); good to six digits below 1 - 1e-7. */
export function normalQuantile(share: number): number {
  const upperTail = (at: number): number => {
    const t = 1 / (1 + (0.3275911 * at) / Math.SQRT2);
    const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return 0.5 * series * Math.exp((-at * at) / 2);
  };
  if (share < 0.5) return -normalQuantile(1 - share);
  const tail = Math.max(1e-300, 1 - share);
  let [low, high] = [0, 40];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (upperTail(middle) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
