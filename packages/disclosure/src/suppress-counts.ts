import {
  buildCellSpace,
  type CellSpace,
  type CountCell,
  EMPTY,
  PRIMARY,
  PUBLISHED,
  placeOf,
  SECONDARY,
} from './cell-space.ts';
import type { DimensionTree } from './dimension-tree.ts';
import { findMoves, findMoveToTotals, type Move } from './find-move.ts';
import { respectTotals } from './respect-totals.ts';

export interface Suppression {
  /** Per cell: PUBLISHED, PRIMARY, SECONDARY or EMPTY. */
  readonly status: Uint8Array;
  /** The moves that prove the protection, one or more for every primary cell. */
  readonly certificates: readonly Move[];
  /** Cells for which there is no move, and around which everything is suppressed instead. */
  readonly uncertified: readonly number[];
}

/**
 * Suppresses the small counts of one table, and as many others as it takes so that nobody who has all published cells, all totals, the
 * rule and the marks can narrow a small count down below half the range under the threshold.
 */
export function suppressCounts(
  trees: readonly DimensionTree[],
  cells: readonly CountCell[],
  threshold: number,
): Suppression {
  const space = buildCellSpace(trees, cells, threshold);
  const width = Math.max(1, Math.ceil((threshold - 1) / 2));
  const isAllowed: IsAllowed = respectTotals(space, width);
  const certificates: Move[] = [];
  const uncertified: number[] = [];
  const certified = new Set<number>();
  for (const cell of inOrder(space)) {
    const base = placeOf(cells[cell]?.codes ?? [], space.strides);
    if (certified.has(base)) continue;
    const move = chooseMove(space, base, width, isAllowed);
    if (move === undefined) {
      uncertified.push(cell);
      suppressLines(space, base);
      continue;
    }
    certificates.push(suppressMove(space, move, width));
    // The move is as wide for every cell on it: those that rise and fall with the base are certified too.
    for (const place of move.places) certified.add(place);
  }
  return { status: space.status, certificates, uncertified };
}

const beams = [4, 48];

type IsAllowed = (move: Move) => boolean;

/** The cheapest move found; marking small counts as secondary is preferred to suppressing more. */
function chooseMove(space: CellSpace, base: number, width: number, isAllowed: IsAllowed): Move | undefined {
  for (const beam of beams) {
    const marked = findMoves(space, base, { width, beam, unmarked: false }).find(isAllowed);
    if (marked?.cost === 0) return marked;
    const unmarked = findMoves(space, base, { width, beam, unmarked: true }).find(isAllowed);
    if (marked !== undefined && marked.cost <= (unmarked?.cost ?? Number.POSITIVE_INFINITY)) return marked;
    if (unmarked !== undefined) return unmarked;
  }
  return [false, true]
    .map((unmarked) => findMoveToTotals(space, base, { width, unmarked }))
    .find((move) => move !== undefined && isAllowed(move));
}

/** Primary cells: totals first, because what hides them hides their parts as well; then the smallest. */
function inOrder(space: CellSpace): readonly number[] {
  const primary = space.cells.flatMap((cell, index) =>
    space.status[index] === PRIMARY
      ? {
          index,
          totals: cell.codes.filter((code, dimension) => (space.trees[dimension]?.children[code]?.length ?? 0) > 0)
            .length,
          cost: space.cost[index] ?? 0,
        }
      : [],
  );
  primary.sort((left, right) => right.totals - left.totals || left.cost - right.cost || left.index - right.index);
  return primary.map(({ index }) => index);
}

/** Suppresses the cells of a move, and gives the move back with no more room than the marks leave it. */
function suppressMove(space: CellSpace, move: Move, width: number): Move {
  const fall = Math.min(move.down, width);
  const rise = width - fall;
  for (const [index, place] of move.places.entries()) {
    const cell = space.at(place);
    if (cell < 0) continue;
    const needed = (move.signs[index] ?? 1) > 0 ? rise : fall;
    if (space.status[cell] === PUBLISHED || (space.roomUp[cell] ?? 0) < needed) markSecondary(space, cell);
  }
  return { ...move, up: rise, down: fall };
}

function markSecondary(space: CellSpace, cell: number): void {
  space.status[cell] = SECONDARY;
  space.roomUp[cell] = Number.POSITIVE_INFINITY;
}

/** The last resort: everything that adds up with the cell, along each dimension, and all totals of these. */
function suppressLines(space: CellSpace, base: number): void {
  let places = [base];
  for (const [dimension, tree] of space.trees.entries()) {
    const stride = space.strides[dimension] ?? 1;
    places = places.flatMap((place) => {
      const code = Math.floor(place / stride) % tree.codes.length;
      const top = tree.paths[code]?.at(-1) ?? code;
      const line = tree.codes.flatMap((_, other) => (tree.paths[other]?.at(-1) === top ? [other] : []));
      return line.map((other) => place + (other - code) * stride);
    });
  }
  for (const place of places) {
    const cell = space.at(place);
    if (cell >= 0 && space.status[cell] !== EMPTY) markSecondary(space, cell);
  }
}
