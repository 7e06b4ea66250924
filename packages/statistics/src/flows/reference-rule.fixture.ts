// The three-valued rule and its dates, written down once more as they are defined and without regard to time: an oracle for tests.

export type Status = 0 | 1 | '?';

export interface ReferenceCrossing {
  readonly day: number;
  /** 1 arrival, 0 departure. */
  readonly side: 0 | 1;
}

export interface ReferenceRow {
  before: Status;
  after: Status;
  migration: Status;
}

export interface ReferenceOptions {
  readonly start: Status;
  readonly end: number;
  readonly window: number;
  readonly threshold: number;
}

/** Days inside during `[from, to)`: on each day, the side entered by the last crossing up to it. */
export function insideDays(crossings: readonly ReferenceCrossing[], from: number, to: number): number {
  let inside = 0;
  for (let day = from; day < to; day += 1) {
    const last = crossings.filter((crossing) => crossing.day <= day).at(-1);
    if (last?.side === 1) inside += 1;
  }
  return inside;
}

/** The definition, crossing by crossing. */
export function classifyByDefinition(
  crossings: readonly ReferenceCrossing[],
  { start, end, window: W, threshold: V }: ReferenceOptions,
): readonly ReferenceRow[] {
  const N = W - V;
  const rows: ReferenceRow[] = [];
  const observed = crossings.map(({ day }) => Math.max(0, Math.min(W, end - day)));
  const inside = crossings.map(({ day }) => insideDays(crossings, day, Math.min(day + W, end)));
  let anchor = -1;
  for (const [i, { side }] of crossings.entries()) {
    const O = observed[i] ?? 0;
    const H = inside[i] ?? 0;
    const before: Status = i === 0 ? start : (rows[i - 1]?.after ?? '?');
    let after: Status;
    if (before === '?') after = '?';
    else if (before === side) after = before;
    else {
      const entered = side === 1 ? H : O - H;
      const left = O - entered;
      if (left > N) after = before;
      else if (entered >= V || O >= W) after = side;
      else after = '?';
    }
    let migration: Status;
    if (before !== '?' && after !== '?') migration = before === after ? 0 : 1;
    else if (before !== '?') {
      migration = '?';
      anchor = i;
    } else if (anchor < 0) migration = '?';
    else {
      const way = crossings[anchor]?.side;
      const anchorInside = inside[anchor] ?? 0;
      const anchorObserved = observed[anchor] ?? 0;
      const M = way === 1 ? anchorInside - H : anchorObserved - anchorInside - (O - H);
      migration = side !== way && M < 2 * V - W ? 0 : '?';
    }
    rows.push({ before, after, migration });
  }
  return rows;
}

/** Start unknown: what is the same from either start. */
export function classifyByConsensus(
  crossings: readonly ReferenceCrossing[],
  options: Omit<ReferenceOptions, 'start'>,
): readonly ReferenceRow[] {
  const one = classifyByDefinition(crossings, { ...options, start: 0 });
  const other = classifyByDefinition(crossings, { ...options, start: 1 });
  const same = (left: Status, right: Status | undefined): Status => (left === right ? left : '?');
  return one.map((row, i) => ({
    before: same(row.before, other[i]?.before),
    after: same(row.after, other[i]?.after),
    migration: same(row.migration, other[i]?.migration),
  }));
}

/** Days on which values became final for somebody observed for ever, by the formulas of the production package. */
export function datesByFormula(
  crossings: readonly ReferenceCrossing[],
  { start, window: W, threshold: V }: { readonly start: 0 | 1; readonly window: number; readonly threshold: number },
): readonly { readonly before: number; readonly after: number; readonly migration: number }[] {
  const N = W - V;
  const end = (crossings.at(-1)?.day ?? 0) + W;
  const rows = classifyByDefinition(crossings, { start, end, window: W, threshold: V });
  const before: number[] = [];
  const after: number[] = [];
  const migration: number[] = crossings.map(() => Number.POSITIVE_INFINITY);
  for (const [i, { day, side }] of crossings.entries()) {
    const row = rows[i];
    const since = Math.max(i === 0 ? day : (after[i - 1] ?? 0), day);
    before.push(since);
    let own = since;
    if (row?.before !== side) {
      // Days on either side are counted one by one until the crossing is decided.
      let entered = 0;
      let left = 0;
      for (let at = day; ; at += 1) {
        const isInside = insideDays(crossings, at, at + 1) === 1;
        if (isInside === (side === 1)) entered += 1;
        else left += 1;
        if (entered === V || left > N) break;
      }
      own = Math.max(row?.migration === 1 ? day + V + left : day + N + entered, since);
    }
    after.push(own);
    migration[i] = row?.migration === 1 ? own : Math.min(own, migration[i] ?? own);
    if (row?.before === side) continue;
    for (let m = i + 1; m < crossings.length; m += 1) {
      const later = crossings[m];
      if (later === undefined || later.side === side || later.day >= since + 2 * N) continue;
      migration[m] = Math.min(migration[m] ?? Number.POSITIVE_INFINITY, Math.max(later.day, since));
    }
  }
  return crossings.map((_, i) => ({ before: before[i] ?? 0, after: after[i] ?? 0, migration: migration[i] ?? 0 }));
}
