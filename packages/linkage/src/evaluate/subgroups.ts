import type { MeasuredRecords, Partition } from './cluster-measures.ts';
import type { Estimate, Ratio } from './interval.ts';
import { addUnit, effectiveTrials, emptyRatio, estimateOf, normalBelow } from './interval.ts';
import type { PersonTruth } from './truth-labels.ts';

/** Errors within one group of records. Pairs count half in each of their two records' groups: groups add up to the whole. */
export interface SubgroupMeasures {
  readonly group: string;
  readonly records: number;
  /** Pairs of records of one person, and pairs that were linked. */
  readonly truePairs: number;
  readonly linkedPairs: number;
  readonly recall: Estimate;
  readonly precision: Estimate;
  /** Significantly below the rest of the records, after Holm's correction over all groups and both measures. */
  readonly isRecallWorse: boolean;
  readonly isPrecisionWorse: boolean;
  /** Corrected one-sided probability of a gap this wide if the group were linked as the rest; NaN where it can't be tested. */
  readonly recallP: number;
  readonly precisionP: number;
}

export interface SubgroupInput {
  readonly linked: Partition;
  readonly truth: PersonTruth;
  readonly records: MeasuredRecords;
  /** Group of each record (sex, age band, nationality, script, which field is missing); null where it has none. */
  readonly groupOf: (record: number) => string | null;
  /** Groups with fewer true pairs than this are shown but not tested. */
  readonly leastPairs?: number;
}

const SIGNIFICANT = 0.05;

/**
 * Precision and recall after clustering, by group of records, ordered by name. Of record r in group g, its partners truly and as linked are
 * counted: recall_g = Σ (n(c, p) - 1) / Σ (n(p) - 1) over the records of g, precision_g with n(c) below. Pairs of one person are
 * not independent, so intervals (Wilson) and tests (two proportions, one-sided, pooled) go by the effective number of pairs, with true
 * persons as units for recall and linked persons for precision. Where sources are only linked, partners of one's own source don't count.
 */
export function measureSubgroups(input: SubgroupInput): SubgroupMeasures[] {
  const { truth, linked } = input;
  const names = new Map<string, number>();
  const groupOf = Int32Array.from(truth.personOf, (person, record) => {
    const name = person < 0 ? null : input.groupOf(record);
    if (name === null) return -1;
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, names.size);
    return names.size - 1;
  });
  const sizes = new Float64Array(names.size);
  for (const group of groupOf) if (group >= 0) sizes[group] = (sizes[group] as number) + 1;
  const recall = gather(input, groupOf, names.size, truth.personOf, linked.personOf);
  const precision = gather(input, groupOf, names.size, linked.personOf, truth.personOf);
  const least = input.leastPairs ?? 20;
  const tests = [recall, precision].flatMap((ratios) =>
    ratios.groups.map((group, at) => (group.trials < least ? Number.NaN : worseThan(group, ratios.rest[at] as Ratio))),
  );
  const corrected = holm(tests);
  return [...names]
    .map(([name, at]): SubgroupMeasures => {
      const [found, right] = [recall.groups[at] as Ratio, precision.groups[at] as Ratio];
      const [recallP, precisionP] = [corrected[at] as number, corrected[names.size + at] as number];
      return {
        group: name,
        records: sizes[at] as number,
        truePairs: found.trials,
        linkedPairs: right.trials,
        recall: estimateOf(found),
        precision: estimateOf(right),
        isRecallWorse: recallP < SIGNIFICANT,
        isPrecisionWorse: precisionP < SIGNIFICANT,
        recallP,
        precisionP,
      };
    })
    .sort((x, y) => (x.group < y.group ? -1 : 1));
}

/** Records that count, unit by unit, ascending within each: counted into place, since a comparison sort of millions takes seconds. */
function orderByUnit(unitOf: Int32Array, counts: (record: number) => boolean): Uint32Array {
  let units = 0;
  for (const unit of unitOf) if (unit >= units) units = unit + 1;
  const starts = new Uint32Array(units + 1);
  let known = 0;
  for (let record = 0; record < unitOf.length; record += 1) {
    if (!counts(record)) continue;
    const after = (unitOf[record] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
    known += 1;
  }
  for (let unit = 0; unit < units; unit += 1)
    starts[unit + 1] = (starts[unit + 1] as number) + (starts[unit] as number);
  const order = new Uint32Array(known);
  for (let record = 0; record < unitOf.length; record += 1) {
    if (!counts(record)) continue;
    const unit = unitOf[record] as number;
    const at = starts[unit] as number;
    starts[unit] = at + 1;
    order[at] = record;
  }
  return order;
}

interface GroupRatios {
  readonly groups: readonly Ratio[];
  /** For each group all records that are not in it. */
  readonly rest: readonly Ratio[];
}

/** Walks unit by unit (a true person, or a linked one) and asks of each record how many of its partners there are also together in `other`. */
function gather(
  { records, truth }: SubgroupInput,
  groupOf: Int32Array,
  groups: number,
  unitOf: Int32Array,
  other: Int32Array,
): GroupRatios {
  const isAcross = records.mode === 'link';
  const order = orderByUnit(unitOf, (record) => (truth.personOf[record] as number) >= 0);
  const ratios = Array.from({ length: groups }, emptyRatio);
  const whole = emptyRatio();
  const within = Array.from({ length: groups }, emptyRatio);
  const crossed = Array.from({ length: groups }, emptyRatio);
  for (let from = 0; from < order.length; ) {
    const unit = unitOf[order[from] as number];
    let to = from + 1;
    while (to < order.length && unitOf[order[to] as number] === unit) to += 1;
    if (to - from > 1) {
      const counts = countPartners(order.subarray(from, to), other, isAcross ? records.sourceOf : null);
      const byGroup = new Map<number, { hits: number; trials: number }>();
      let [hits, trials] = [0, 0];
      for (let at = from; at < to; at += 1) {
        const record = order[at] as number;
        const partners = counts(record);
        const group = groupOf[record] as number;
        hits += partners.hits / 2;
        trials += partners.all / 2;
        if (group < 0) continue;
        const sum = byGroup.get(group) ?? { hits: 0, trials: 0 };
        sum.hits += partners.hits / 2;
        sum.trials += partners.all / 2;
        byGroup.set(group, sum);
      }
      addUnit(whole, hits, trials);
      for (const [group, sum] of byGroup) {
        addUnit(ratios[group] as Ratio, sum.hits, sum.trials);
        // What the whole holds of this unit, and what the rest holds of it: the rest of all other units is the whole's.
        addUnit(crossed[group] as Ratio, hits, trials);
        addUnit(within[group] as Ratio, hits - sum.hits, trials - sum.trials);
      }
    }
    from = to;
  }
  const rest = ratios.map((_, group) => {
    const [without, plus] = [crossed[group] as Ratio, within[group] as Ratio];
    return combine(whole, without, plus);
  });
  return { groups: ratios, rest };
}

function combine(whole: Ratio, without: Ratio, plus: Ratio): Ratio {
  const of = (key: keyof Ratio): number => whole[key] - without[key] + plus[key];
  return {
    hits: of('hits'),
    trials: of('trials'),
    units: of('units'),
    hitsSquared: of('hitsSquared'),
    trialsSquared: of('trialsSquared'),
    product: of('product'),
  };
}

/** Within one unit: for a record the number of its partners, and of those that `other` also puts together with it. */
function countPartners(members: Uint32Array, other: Int32Array, sourceOf: Uint16Array | null) {
  const sizes = new Map<string | number, number>();
  const add = (key: string | number): void => void sizes.set(key, (sizes.get(key) ?? 0) + 1);
  for (const record of members) {
    add(other[record] as number);
    if (!sourceOf) continue;
    add(`source ${sourceOf[record]}`);
    add(`both ${other[record]} ${sourceOf[record]}`);
  }
  return (record: number): { hits: number; all: number } => {
    const together = sizes.get(other[record] as number) as number;
    if (!sourceOf) return { hits: together - 1, all: members.length - 1 };
    return {
      hits: together - (sizes.get(`both ${other[record]} ${sourceOf[record]}`) as number),
      all: members.length - (sizes.get(`source ${sourceOf[record]}`) as number),
    };
  };
}

/** One-sided p that a group's share is as low as this when it is the rest's: two proportions, pooled, over effective trials. */
function worseThan(group: Ratio, rest: Ratio): number {
  const [n, m] = [effectiveTrials(group), effectiveTrials(rest)];
  if (!(n > 0) || !(m > 0)) return Number.NaN;
  const [share, other] = [group.hits / group.trials, rest.hits / rest.trials];
  const pooled = (share * n + other * m) / (n + m);
  const variance = pooled * (1 - pooled) * (1 / n + 1 / m);
  if (variance <= 0) return 1;
  return normalBelow((share - other) / Math.sqrt(variance));
}

/** Holm's step-down correction (1979): p values in their places, NaN left as they are. */
export function holm(values: readonly number[]): number[] {
  const order = [...values.keys()]
    .filter((at) => !Number.isNaN(values[at]))
    .sort((a, b) => (values[a] as number) - (values[b] as number));
  const corrected = [...values];
  let most = 0;
  for (const [rank, at] of order.entries()) {
    most = Math.max(most, Math.min(1, (values[at] as number) * (order.length - rank)));
    corrected[at] = most;
  }
  return corrected;
}
