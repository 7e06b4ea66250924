/** Who is who, as far as known: for each record its true person, or for some pairs of records whether they are one person. */
export type TruthLabels = PersonTruth | PairTruth;

export interface PersonTruth {
  readonly kind: 'persons';
  /** For each record its true person (0-based, numbered by first record), -1 where it is not known. Length: records. */
  readonly personOf: Int32Array;
  readonly persons: number;
  /** Records whose person is known. */
  readonly labelled: number;
}

/** Labels of some pairs of records; left < right, each pair once. Nothing is said of other pairs. */
export interface PairTruth {
  readonly kind: 'pairs';
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly isMatch: Uint8Array;
}

/** Truth from a column that says who each record is. Empty and null cells are records of which nothing is known. */
export function truthFromColumn(values: readonly (string | null)[]): PersonTruth {
  const numbers = new Map<string, number>();
  let labelled = 0;
  const personOf = Int32Array.from(values, (value) => {
    if (value === null || value === '') return -1;
    labelled += 1;
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  });
  return { kind: 'persons', personOf, persons: numbers.size, labelled };
}

export interface PairLabel {
  readonly left: number;
  readonly right: number;
  /** Either whether the two are one person, or how sure a labeller was (0 to 1). */
  readonly isMatch?: boolean;
  readonly score?: number;
}

/**
 * Truth from labelled pairs, in any order. A score counts as a match from `matchFrom` (0.5) on. A pair labelled twice counts once, by
 * its last label; a pair of a record with itself and a pair without label are left out.
 */
export function truthFromPairs(labels: readonly PairLabel[], matchFrom = 0.5): PairTruth {
  const byPair = new Map<string, [left: number, right: number, isMatch: boolean]>();
  for (const { left, right, isMatch, score } of labels) {
    if (left === right || (isMatch === undefined && score === undefined)) continue;
    const [a, b] = left < right ? [left, right] : [right, left];
    byPair.set(`${a} ${b}`, [a, b, isMatch ?? (score as number) >= matchFrom]);
  }
  const pairs = [...byPair.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  return {
    kind: 'pairs',
    left: Int32Array.from(pairs, ([left]) => left),
    right: Int32Array.from(pairs, ([, right]) => right),
    isMatch: Uint8Array.from(pairs, ([, , isMatch]) => (isMatch ? 1 : 0)),
  };
}

/** Whether two sets of labels speak of a same pair of records. */
export function haveInCommon(a: TruthLabels, b: TruthLabels): boolean {
  if (a.kind === 'persons' && b.kind === 'persons') {
    let both = 0;
    for (let record = 0; record < a.personOf.length; record += 1)
      if ((a.personOf[record] as number) >= 0 && (b.personOf[record] as number) >= 0) both += 1;
    return both > 1;
  }
  if (a.kind === 'persons') return haveInCommon(b, a);
  const pairs = new Set(b.kind === 'pairs' ? Array.from(b.left, (left, at) => `${left} ${b.right[at]}`) : []);
  return a.left.some((left, at) => {
    const right = a.right[at] as number;
    return b.kind === 'persons'
      ? (b.personOf[left] as number) >= 0 && (b.personOf[right] as number) >= 0
      : pairs.has(`${left} ${right}`);
  });
}
