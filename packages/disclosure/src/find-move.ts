import { type CellSpace, codeAt, EMPTY, PUBLISHED } from './cell-space.ts';
import type { DimensionTree } from './dimension-tree.ts';

/**
 * A way in which suppressed cells may change together without any published figure or any total changing: +1 or -1 at each
 * place. As long as such a move exists over suppressed cells alone, none of them can be worked out, because the table
 * moved along it would have looked the same. This is the certificate of protection (the hypercube method of Repsilber,
 * here with totals and hierarchies as corners too).
 */
export interface Move {
  readonly places: readonly number[];
  readonly signs: readonly number[];
  /** What its cells that are not yet suppressed cost. */
  readonly cost: number;
  /** How far the first cell may rise and fall along the move. */
  readonly up: number;
  readonly down: number;
}

export interface MoveOptions {
  /** How far the cell must be able to rise and fall in all. */
  readonly width: number;
  /** Whether small counts may be taken as if they were not marked as such: whoever uses the move must then mark them so. */
  readonly unmarked: boolean;
}

type Step = readonly (readonly [code: number, sign: number])[];

/**
 * Finds cheap moves that change the cell at `base` by at least `width` in all, cheapest first. One dimension after the other is added, and
 * the `beam` cheapest beginnings are followed.
 */
export function findMoves(
  space: CellSpace,
  base: number,
  options: MoveOptions & { readonly beam: number },
): readonly Move[] {
  const start = extend(space, undefined, [base], [1], options);
  let moves = start === undefined ? [] : [start];
  for (const [dimension, tree] of space.trees.entries()) {
    const stride = space.strides[dimension] ?? 1;
    const code = codeAt(base, tree, stride);
    if (!hasTotals(tree, code)) continue;
    const longer: Move[] = [];
    for (const move of moves) {
      for (const step of listSteps(space, move, tree, { stride, code })) {
        const next = apply(space, move, step, { stride, code, ...options });
        if (next !== undefined) longer.push(next);
      }
    }
    moves = longer.sort((left, right) => left.cost - right.cost).slice(0, options.beam);
  }
  return moves;
}

/** The move in which a cell changes together with all totals above it: there is one wherever the totals are not zero. */
export function findMoveToTotals(space: CellSpace, base: number, options: MoveOptions): Move | undefined {
  let move = extend(space, undefined, [base], [1], options);
  for (const [dimension, tree] of space.trees.entries()) {
    const stride = space.strides[dimension] ?? 1;
    const code = codeAt(base, tree, stride);
    if (move === undefined || !hasTotals(tree, code)) continue;
    const before: Move = move;
    move = (tree.leaves[code] ?? [])
      .map((leaf) => apply(space, before, upwards(tree, leaf), { stride, code, ...options }))
      .filter((next) => next !== undefined)
      .sort((left, right) => left.cost - right.cost)[0];
  }
  return move;
}

function hasTotals(tree: DimensionTree, code: number): boolean {
  return (tree.paths[code]?.length ?? 0) > 1 || (tree.children[code]?.length ?? 0) > 0;
}

/** The changes along one dimension that keep all its totals right and change `code` by one. */
function listSteps(
  space: CellSpace,
  move: Move,
  tree: DimensionTree,
  { stride, code }: { stride: number; code: number },
): readonly Step[] {
  const inside = new Set(tree.leaves[code]);
  const top = tree.paths[code]?.at(-1) ?? code;
  const outside = (tree.leaves[top] ?? []).filter((leaf) => !inside.has(leaf));
  const steps: Step[] = [];
  for (const leaf of cheapestLeaves(space, move, [...inside], { stride, code })) {
    steps.push(upwards(tree, leaf));
    for (const other of outside) steps.push(exchange(tree, leaf, other));
  }
  return steps;
}

const leavesTried = 4;

function cheapestLeaves(
  space: CellSpace,
  move: Move,
  leaves: readonly number[],
  { stride, code }: { stride: number; code: number },
): readonly number[] {
  if (leaves.length <= leavesTried) return leaves;
  const ranked = leaves.map((leaf) => {
    let cost = 0;
    for (const place of move.places) {
      const cell = space.at(place + (leaf - code) * stride);
      if (cell < 0 || space.status[cell] === EMPTY) cost += Number.POSITIVE_INFINITY;
      else if (space.status[cell] === PUBLISHED) cost += space.cost[cell] ?? 0;
    }
    return { leaf, cost };
  });
  ranked.sort((left, right) => left.cost - right.cost || left.leaf - right.leaf);
  return ranked.slice(0, leavesTried).map(({ leaf }) => leaf);
}

function upwards(tree: DimensionTree, leaf: number): Step {
  return (tree.paths[leaf] ?? []).map((code) => [code, 1] as const);
}

/** One unit more in a leaf, one less in another: the totals that both belong to stay as they are. */
function exchange(tree: DimensionTree, leaf: number, other: number): Step {
  const more = tree.paths[leaf] ?? [];
  const less = tree.paths[other] ?? [];
  return [
    ...more.filter((code) => !less.includes(code)).map((code) => [code, 1] as const),
    ...less.filter((code) => !more.includes(code)).map((code) => [code, -1] as const),
  ];
}

function apply(
  space: CellSpace,
  move: Move,
  step: Step,
  { stride, code, ...options }: MoveOptions & { stride: number; code: number },
): Move | undefined {
  const places: number[] = [];
  const signs: number[] = [];
  for (const [target, sign] of step) {
    if (target === code) continue;
    for (let index = 0; index < move.places.length; index += 1) {
      places.push((move.places[index] ?? 0) + (target - code) * stride);
      signs.push((move.signs[index] ?? 1) * sign);
    }
  }
  return extend(space, move, places, signs, options);
}

/** Adds places to a move; nothing where one of them cannot change, or the move would become too short. */
function extend(
  space: CellSpace,
  move: Move | undefined,
  places: readonly number[],
  signs: readonly number[],
  { width, unmarked }: MoveOptions,
): Move | undefined {
  let cost = move?.cost ?? 0;
  let up = move?.up ?? Number.POSITIVE_INFINITY;
  let down = move?.down ?? Number.POSITIVE_INFINITY;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const cell = space.at(place);
    if (cell < 0) {
      if (space.isZero(place)) return undefined;
      continue;
    }
    const status = space.status[cell];
    if (status === EMPTY) return undefined;
    const above = unmarked ? Number.POSITIVE_INFINITY : (space.roomUp[cell] ?? 0);
    const below = space.roomDown[cell] ?? 0;
    const rises = (signs[index] ?? 1) > 0;
    up = Math.min(up, rises ? above : below);
    down = Math.min(down, rises ? below : above);
    if (up + down < width) return undefined;
    if (status === PUBLISHED) cost += space.cost[cell] ?? 0;
  }
  return {
    places: move === undefined ? places : move.places.concat(places),
    signs: move === undefined ? signs : move.signs.concat(signs),
    cost,
    up,
    down,
  };
}
