import type { DimensionTree } from './dimension-tree.ts';

/** One count of a table, or several that are suppressed together (movements, and the persons who made them). */
export interface CountCell {
  /** A code's number per dimension. */
  readonly codes: readonly number[];
  /** null: no data. */
  readonly values: readonly (number | null)[];
  /** Primary whatever its size, because it counts what fewer persons than the threshold did. */
  readonly isSensitive?: boolean;
}

export const PUBLISHED = 0;
/** Suppressed because it is a small count (SDMX: C): a reader knows that it is from 1 to the threshold less one. */
export const PRIMARY = 1;
/**
 * Suppressed so that no primary one can be worked out (SDMX: D). It may be a small count itself, where saying so would give
 * it away; a reader knows only that it is not zero.
 */
export const SECONDARY = 2;
/** Nothing to suppress, and so nothing that could hide another cell: zero, or no data. */
export const EMPTY = 3;

/**
 * The cells of a table as a space of code numbers, with how far from its true value a reader who knows the rule and the
 * mark of a suppressed cell must think that it may lie.
 */
export interface CellSpace {
  readonly trees: readonly DimensionTree[];
  readonly strides: readonly number[];
  readonly cells: readonly CountCell[];
  /** Where each cell is. */
  readonly places: readonly number[];
  readonly status: Uint8Array;
  /** For a primary cell; no other one has a limit. */
  readonly roomUp: Float64Array;
  readonly roomDown: Float64Array;
  /** What is lost when the cell is suppressed. */
  readonly cost: Float64Array;
  /** The cell at a place, or -1 where the table has no such row. */
  readonly at: (place: number) => number;
  /** Whether a place without a row must be read as zero: it has no parts but neighbours with rows. Else it is not published. */
  readonly isZero: (place: number) => boolean;
}

/** Lays the cells out and finds the primary ones. Throws where two cells have the same codes. */
export function buildCellSpace(
  trees: readonly DimensionTree[],
  cells: readonly CountCell[],
  threshold: number,
): CellSpace {
  const strides: number[] = [];
  let size = 1;
  for (const tree of trees) {
    strides.push(size);
    size *= tree.codes.length;
  }
  const places = cells.map(({ codes }) => placeOf(codes, strides));
  const cellAt = new Map<number, number>();
  const seen = new Set<number>();
  const status = new Uint8Array(cells.length);
  const roomUp = new Float64Array(cells.length).fill(Number.POSITIVE_INFINITY);
  const roomDown = new Float64Array(cells.length);
  const cost = new Float64Array(cells.length);
  for (const [index, cell] of cells.entries()) {
    const place = places[index] ?? 0;
    if (seen.has(place)) throw new Error('Two rows of the table have the same key.');
    seen.add(place);
    const values = cell.values.filter((value) => value !== null).map(Math.abs);
    // What is not known to anybody is as if it were not in the table.
    if (values.length > 0) cellAt.set(place, index);
    const small = values.filter((value) => value > 0 && value < threshold);
    if (values.every((value) => value === 0)) status[index] = EMPTY;
    else if (small.length > 0 || cell.isSensitive) {
      status[index] = PRIMARY;
      if (small.length > 0) roomUp[index] = threshold - 1 - Math.max(...small);
    }
    // A zero beside another count stays in sight, so that it cannot be thought to be anything else.
    if (values.includes(0)) roomUp[index] = 0;
    roomDown[index] = Math.max(0, Math.min(...values) - 1);
    cost[index] = Math.max(0, ...values) + threshold;
  }
  const at = size <= densest ? lookUpIn(cellAt, size) : (place: number): number => cellAt.get(place) ?? -1;
  const known = new Map<number, boolean>();
  const isZero = (place: number): boolean => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const found =
      !trees.some((tree, dimension) => hasPart(place, tree, strides[dimension] ?? 1, at)) &&
      trees.some((tree, dimension) => hasNeighbour(place, tree, strides[dimension] ?? 1, at));
    known.set(place, found);
    return found;
  };
  return { trees, strides, cells, places, status, roomUp, roomDown, cost, at, isZero };
}

// Up to here an array of all places takes less than 20 MB, and is several times faster than a map.
const densest = 4_000_000;

function lookUpIn(places: ReadonlyMap<number, number>, size: number): (place: number) => number {
  const dense = new Int32Array(size).fill(-1);
  for (const [place, index] of places) dense[place] = index;
  return (place) => dense[place] ?? -1;
}

export function placeOf(codes: readonly number[], strides: readonly number[]): number {
  return codes.reduce((place, code, dimension) => place + code * (strides[dimension] ?? 0), 0);
}

/** The number of the code that a place has in one dimension. */
export function codeAt(place: number, tree: DimensionTree, stride: number): number {
  return Math.floor(place / stride) % tree.codes.length;
}

function hasPart(place: number, tree: DimensionTree, stride: number, at: (place: number) => number): boolean {
  const code = codeAt(place, tree, stride);
  return (tree.children[code] ?? []).some((child) => at(place + (child - code) * stride) >= 0);
}

function hasNeighbour(place: number, tree: DimensionTree, stride: number, at: (place: number) => number): boolean {
  const code = codeAt(place, tree, stride);
  const parent = tree.paths[code]?.[1];
  const siblings = parent === undefined ? [] : (tree.children[parent] ?? []);
  return siblings.some((sibling) => at(place + (sibling - code) * stride) >= 0);
}
