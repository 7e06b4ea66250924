import type { ValueColumn } from '../compare/level-finder.ts';
import type { LinkageModel, TermFrequencies } from '../model.ts';
import { priorWeight } from '../model.ts';
import type { FieldColumn } from '../records/record-set.ts';
import type { ValuePool } from '../records/value-pool.ts';
import type { LinkSpec } from '../spec/link-spec.ts';

/** What a model adds up to a pair's weight, as tables for the threads. */
export interface PairWeights {
  readonly prior: number;
  /** Bits by comparison and level: `levels[comparison * 16 + level]`. */
  readonly levels: Float64Array;
  /** Bits that agreement on a value adds for its rarity, by value; null where rarity does not count. One array a comparison. */
  readonly rarity: readonly (Float32Array | null)[];
  /** The same by entry, within the entry's stratum (its nationality); NaN where it states none. null where names go in no groups. */
  readonly within: readonly (Float32Array | null)[];
  /** Index of the column that names the stratum; -1 where there is none. */
  readonly stratum: number;
  /** 1 for comparisons of where a person lives: together they add no more than `homeLimit`. */
  readonly isHome: Uint8Array;
  readonly homeLimit: number;
  /** The most that the comparisons from this one on can add: lets a hopeless pair be given up early. */
  readonly most: Float64Array;
  /** Shares of pairs of one person that agree exactly, by comparison, and the ratios that the number of differences adds. */
  readonly exactM: readonly number[];
  readonly differenceRatios: readonly number[];
  /** log2 of how likely two persons of one name are against two by chance; minus infinity where nothing is known of them. */
  readonly namesakePrior: number;
  /** The same for a level, in the order of `levels`; 0 where namesakes agree by chance. */
  readonly namesakeLevels: Float64Array;
  /** The comparison that what is taken off for namesakes is told with. */
  readonly namesakeAt: number;
  /** Pairs below this weight are not kept. */
  readonly keepAbove: number;
}

export const LEVELS = 16;

/**
 * Rarity: log2 of the probability that two records of different persons agree at all, over the share of this very value
 * (the same as putting the value's share in the place of u). A value's share is never taken below the model's `rare`.
 */
export function makePairWeights(
  model: Pick<LinkageModel, 'spec' | 'comparisons' | 'prior' | 'differenceRatios' | 'homeLimit' | 'namesakes'>,
  fields: readonly Pick<FieldColumn, 'name' | 'pool'>[],
  columns: readonly ValueColumn[],
  keepAbove: number,
): PairWeights {
  const { comparisons } = model;
  const levels = new Float64Array(comparisons.length * LEVELS);
  const stratum = fields.findIndex(({ name }) => comparisons.some((c) => c.termFrequencies?.within?.field === name));
  const rarity = comparisons.map((comparison, c) => {
    for (const [l, { weight }] of comparison.levels.entries()) levels[c * LEVELS + l] = weight;
    const pool = fields.find(({ name }) => name === comparison.fields[0])?.pool;
    const own = comparison.termFrequencies;
    return own === null || pool === undefined ? null : rarityOfValues(comparison.levels[0]?.u ?? 1, own, pool);
  });
  const within = comparisons.map((comparison) => {
    const index = fields.findIndex(({ name }) => name === comparison.fields[0]);
    const strata = comparison.termFrequencies?.within?.strata;
    // Counted for entries of one value: of several, the agreed one need not be the first.
    if (strata === undefined || index < 0 || stratum < 0 || columns[index]?.further) return null;
    return rarityWithin(
      comparison.levels[0]?.u ?? 1,
      comparison.termFrequencies?.agreement,
      strata,
      fields,
      columns,
      index,
      stratum,
    );
  });
  const most = new Float64Array(comparisons.length + 1);
  // What the number of differences may add at most.
  most[comparisons.length] = Math.max(0, ...model.differenceRatios.map((ratio) => Math.log2(ratio))) + 1;
  for (let c = comparisons.length - 1; c >= 0; c -= 1) {
    const own = (comparisons[c]?.levels ?? []).map(({ weight }) => weight);
    const top = (bits: Float32Array | null | undefined) => bits?.reduce((most, one) => Math.max(most, one), 0) ?? 0;
    const rarest = Math.max(top(rarity[c]), top(within[c]));
    most[c] = (most[c + 1] as number) + Math.max(0, (own[0] ?? 0) + rarest, ...own);
  }
  const namesakeLevels = new Float64Array(levels.length);
  for (const [c, { id, levels: own }] of comparisons.entries()) {
    for (const [l, share] of (model.namesakes?.levels[id] ?? []).entries())
      namesakeLevels[c * LEVELS + l] = Math.log2(share / (own[l]?.u ?? share));
  }
  return {
    namesakePrior: model.namesakes ? Math.log2(model.namesakes.prior) : Number.NEGATIVE_INFINITY,
    namesakeLevels,
    namesakeAt: comparisons.findIndex(({ fields: [name] }) => model.spec.fields[name ?? '']?.kind === 'person_name'),
    prior: priorWeight(model.prior),
    levels,
    rarity,
    within,
    stratum,
    isHome: Uint8Array.from(comparisons, ({ fields: [name] }) => (isHomeField(model.spec, name) ? 1 : 0)),
    homeLimit: model.homeLimit ?? Number.POSITIVE_INFINITY,
    most,
    exactM: comparisons.map(({ levels: [exact] }) => exact?.m ?? 1),
    differenceRatios: model.differenceRatios,
    keepAbove,
  };
}

/** Kinds that people who share a home have in common. */
export function isHomeField(spec: LinkSpec, name: string | undefined): boolean {
  const kind = name === undefined ? undefined : spec.fields[name]?.kind;
  return kind === 'address' || kind === 'place' || kind === 'postcode' || kind === 'text';
}

function rarityOfValues(u: number, { rare, shares, agreement = u }: TermFrequencies, pool: ValuePool): Float32Array {
  const bits = new Float32Array(new SharedArrayBuffer(pool.count * 4));
  bits.fill(Math.log2(u / rare));
  for (const [text, share] of Object.entries(shares)) {
    const value = pool.find(text);
    if (value >= 0) bits[value] = rarityOfShare(share, u, rare, agreement);
  }
  return bits;
}

/** Of all that bear a value, those of other persons count: as many as u is of all agreement. */
function rarityOfShare(share: number, u: number, rare: number, agreement: number): number {
  return Math.log2(u / Math.max((share * u) / agreement, rare));
}

/** Rarity by stratum and value, read once from a model. */
export type StratumRarity = ReadonlyMap<string, { readonly rare: number; readonly bits: ReadonlyMap<string, number> }>;

export function readStrata(u: number, strata: NonNullable<TermFrequencies['within']>['strata']): StratumRarity {
  return new Map(
    Object.entries(strata).map(([stratum, { rare, shares }]) => [
      stratum,
      {
        rare: Math.fround(Math.log2(u / rare)),
        bits: new Map(
          Object.entries(shares).map(([text, share]) => [text, Math.fround(Math.log2(u / Math.max(share, rare)))]),
        ),
      },
    ]),
  );
}

/** By entry, the rarity of its value among the entries of its stratum; NaN where it states none. */
function rarityWithin(
  u: number,
  agreement = u,
  strata: NonNullable<TermFrequencies['within']>['strata'],
  fields: readonly Pick<FieldColumn, 'name' | 'pool'>[],
  columns: readonly ValueColumn[],
  index: number,
  stratum: number,
): Float32Array {
  const own = (columns[index] as ValueColumn).valueOf;
  const groups = (columns[stratum] as ValueColumn).valueOf;
  const pool = (fields[index] as Pick<FieldColumn, 'pool'>).pool;
  const groupPool = (fields[stratum] as Pick<FieldColumn, 'pool'>).pool;
  const tables = Array.from({ length: groupPool.count }, (_, group) => {
    const table = strata[groupPool.textOf(group)];
    if (table === undefined) return null;
    const bits = new Map<number, number>();
    for (const [text, share] of Object.entries(table.shares))
      bits.set(pool.find(text), rarityOfShare(share, u, table.rare, agreement));
    return { bits, rare: Math.log2(u / table.rare) };
  });
  const bits = new Float32Array(new SharedArrayBuffer(own.length * 4));
  for (let entry = 0; entry < own.length; entry += 1) {
    const value = own[entry] as number;
    const group = groups[entry] as number;
    const table = value < 0 || group < 0 ? null : tables[group];
    bits[entry] = table ? (table.bits.get(value) ?? table.rare) : Number.NaN;
  }
  return bits;
}

/** The value on which two records agree exactly: the first of the one that the other has, too. */
export function agreedValue(column: ValueColumn, left: number, right: number): number {
  const own = column.valueOf[left] as number;
  if (column.further === null || own === column.valueOf[right]) return own;
  const ofRight = valuesOf(column, right);
  return valuesOf(column, left).find((value) => ofRight.includes(value)) ?? own;
}

function valuesOf({ valueOf: first, further }: ValueColumn, record: number): readonly number[] {
  if (further === null) return [first[record] as number];
  return [first[record] as number, ...further.values.subarray(further.starts[record], further.starts[record + 1])];
}
