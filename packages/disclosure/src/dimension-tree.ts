// SDMX's code of a total. Not imported as a value: only types may come from statistics, which brings a database along.
const TOTAL = '_T';

/** The codes of a dimension and which of them is the total of which others. Codes are numbered in order of appearance. */
export interface DimensionTree {
  readonly codes: readonly string[];
  readonly number: ReadonlyMap<string, number>;
  /** For each code the way up: itself first, the topmost total last. */
  readonly paths: readonly (readonly number[])[];
  readonly children: readonly (readonly number[])[];
  /** For each code the codes without parts at or beneath it. */
  readonly leaves: readonly (readonly number[])[];
}

/** Builds the tree of the codes that occur. A parent that does not occur is passed over; a circle of parents is cut. */
export function buildDimensionTree(codes: readonly string[], parents: Readonly<Record<string, string>>): DimensionTree {
  const number = new Map(codes.map((code, index) => [code, index]));
  const paths = codes.map((code) => pathOf(code, number, parents));
  const children: number[][] = codes.map(() => []);
  for (const [child, parent] of paths) {
    if (child !== undefined && parent !== undefined) children[parent]?.push(child);
  }
  const leaves: number[][] = codes.map(() => []);
  for (const path of paths) {
    const [leaf] = path;
    if (leaf === undefined || (children[leaf]?.length ?? 0) > 0) continue;
    for (const above of path) leaves[above]?.push(leaf);
  }
  return { codes, number, paths, children, leaves };
}

function pathOf(
  code: string,
  number: ReadonlyMap<string, number>,
  parents: Readonly<Record<string, string>>,
): readonly number[] {
  const path: number[] = [];
  const seen = new Set<string>();
  let current: string | undefined = code;
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    const found = number.get(current);
    if (found !== undefined) path.push(found);
    current = parentOf(current, parents);
  }
  return path;
}

function parentOf(code: string, parents: Readonly<Record<string, string>>): string | undefined {
  if (code === TOTAL) return undefined;
  return Object.hasOwn(parents, code) ? parents[code] : TOTAL;
}

/** Months and quarters are parts of their years, where a time dimension has both. */
export function parentsInTime(codes: readonly string[]): Readonly<Record<string, string>> {
  const parents: Record<string, string> = {};
  const present = new Set(codes);
  for (const code of codes) {
    const match = /^(\d{4})-(\d{2}|Q[1-4])$/.exec(code);
    const [, year, part] = match ?? [];
    if (year === undefined || part === undefined) continue;
    const quarter = `${year}-Q${Math.ceil(Number(part) / 3)}`;
    if (!part.startsWith('Q') && present.has(quarter)) parents[code] = quarter;
    else if (present.has(year)) parents[code] = year;
  }
  return parents;
}
