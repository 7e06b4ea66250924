/** What any two nodes say of being one person, whether they were proposed as a pair or not. */
export interface PairEvidence {
  /** Bits before anything is compared. */
  readonly prior: number;
  /** Number of parts of the evidence. */
  readonly parts: number;
  /** Bits of each part, NaN where it says nothing; the array is used again for the next pair. Symmetric. */
  readonly of: (a: number, b: number) => Float64Array;
  /**
   * Of the pair asked for last, 1 for each part in which the two differ as by a slip of what a person has one of for life (a birth
   * date). Absent where nothing is of that sort.
   */
  readonly slips?: Uint8Array;
}

/** Bits of one part that count at most, for and against: one field alone does not outweigh all others. */
const MOST_BITS = 15;

/** Share of the pairs across that differ by a slip from which on it is none. */
const COMES_BACK = 0.9;

/**
 * What the nodes of two groups say together, in bits: the bits of each part are averaged over all pairs across that state it, and added
 * up. So a single likeness between a poorly written record and a namesake of its person joins nobody, and a single slip
 * keeps nobody apart; and what a record does not state is made up for by others of its group. A slip that comes back in
 * every record of a group of several is no slip, and no evidence for.
 */
export function makeGroupEvidence({
  prior,
  parts,
  of,
  slips,
}: PairEvidence): (a: readonly number[], b: readonly number[]) => number {
  const sums = new Float64Array(parts);
  const stated = new Float64Array(parts);
  const slipped = new Float64Array(parts);
  return (as, bs) => {
    sums.fill(0);
    stated.fill(0);
    slipped.fill(0);
    for (const a of as) {
      for (const b of bs) {
        if (a === b) continue;
        const bits = of(a, b);
        for (let part = 0; part < parts; part += 1) {
          const own = bits[part] as number;
          if (Number.isNaN(own)) continue;
          sums[part] = (sums[part] as number) + Math.max(-MOST_BITS, Math.min(MOST_BITS, own));
          stated[part] = (stated[part] as number) + 1;
          slipped[part] = (slipped[part] as number) + (slips?.[part] ?? 0);
        }
      }
    }
    let total = prior;
    const isSeveral = as.length > 1 && bs.length > 1;
    for (let part = 0; part < parts; part += 1) {
      const pairs = stated[part] as number;
      if (pairs === 0) continue;
      const mean = (sums[part] as number) / pairs;
      total += isSeveral && (slipped[part] as number) >= COMES_BACK * pairs ? Math.min(0, mean) : mean;
    }
    return total;
  };
}

/** So many of a group, evenly spread over it; all where it has no more. */
export function spreadOver(nodes: readonly number[], most: number): readonly number[] {
  if (nodes.length <= most) return nodes;
  return Array.from({ length: most }, (_, i) => nodes[Math.floor((i * nodes.length) / most)] as number);
}
