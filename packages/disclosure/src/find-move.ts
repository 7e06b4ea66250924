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
 * Finds cheap moves that change the cell at `base` by at least `width` in all, cheapest first. One dimension after the other
 * is added, and the `beam` cheapest beginnings are followed.
 */
export function findMoves(
  space: CellSpace,
  base: number,
  options: MoveOptions & { readonly beam: number },
): readonly Move[] {
  let moves = startMove(space, base, options);
  for (const [dimension, tree] of space.trees.entries()) {
    const along = { stride: space.strides[dimension] ?? 1, code: codeAt(base, tree, space.strides[dimension] ?? 1) };
    if (!hasTotals(tree, along.code)) continue;
    let longer: Move[] = [];
    let mostCost = Number.POSITIVE_INFINITY;
    for (const move of moves) {
      for (const step of listSteps(space, move, tree, along)) {
        const next = apply(space, move, step, { ...along, ...options, mostCost });
        if (next !== undefined) longer.push(next);
        if (longer.length < 4 * options.beam) continue;
        longer = cheapest(longer, options.beam);
        mostCost = longer.at(-1)?.cost ?? mostCost;
      }
    }
    moves = cheapest(longer, options.beam);
  }
  return moves;
}

/** The move in which a cell changes together with all totals above it: there is one wherever the totals are not zero. */
export function findMoveToTotals(space: CellSpace, base: number, options: MoveOptions): Move | undefined {
  let moves = startMove(space, base, options);
  for (const [dimension, tree] of space.trees.entries()) {
    const along = { stride: space.strides[dimension] ?? 1, code: codeAt(base, tree, space.strides[dimension] ?? 1) };
    if (!hasTotals(tree, along.code)) continue;
    const longer = moves.flatMap((move) =>
      (tree.leaves[along.code] ?? []).map((leaf) =>
        apply(space, move, upwards(tree, leaf), { ...along, ...options, mostCost: Number.POSITIVE_INFINITY }),
      ),
    );
    moves = cheapest(
      longer.filter((move) => move !== undefined),
      1,
    );
  }
  return moves[0];
}

function startMove(space: CellSpace, base: number, options: MoveOptions): readonly Move[] {
  const nothing: Move = {
    places: [],
    signs: [],
    cost: 0,
    up: Number.POSITIVE_INFINITY,
    down: Number.POSITIVE_INFINITY,
  };
  const all = { ...options, mostCost: Number.POSITIVE_INFINITY };
  const start = widen(space, nothing, [base], [1], all);
  return start === undefined ? [] : [start];
}

function cheapest(moves: readonly Move[], count: number): Move[] {
  return moves.toSorted((left, right) => left.cost - right.cost).slice(0, count);
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

interface Limits extends MoveOptions {
  /** A move that costs more is of no interest. */
  readonly mostCost: number;
}

function apply(
  space: CellSpace,
  move: Move,
  step: Step,
  limits: Limits & { readonly stride: number; readonly code: number },
): Move | undefined {
  let next: Move | undefined = move;
  for (const [target, sign] of step) {
    if (target === limits.code) continue;
    const shift = (target - limits.code) * limits.stride;
    // Looked at before it is built: most steps fail, and this is where the time goes.
    if (!canChange(space, move, shift)) return undefined;
    const places: readonly number[] = move.places.map((place) => place + shift);
    const signs: readonly number[] = sign > 0 ? move.signs : move.signs.map((other) => -other);
    next = widen(space, next, places, signs, limits);
    if (next === undefined) return undefined;
  }
  return next;
}

function canChange(space: CellSpace, { places }: Move, shift: number): boolean {
  for (const place of places) {
    const cell = space.at(place + shift);
    if (cell < 0 ? space.isZero(place + shift) : space.status[cell] === EMPTY) return false;
  }
  return true;
}

/** Adds places to a move; nothing where one of them cannot change, or the move would become too short or too dear. */
function widen(
  space: CellSpace,
  move: Move,
  places: readonly number[],
  signs: readonly number[],
  { width, unmarked, mostCost }: Limits,
): Move | undefined {
  let { cost, up, down } = move;
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
    if (status === PUBLISHED) cost += space.cost[cell] ?? 0;
    if (up + down < width || cost > mostCost) return undefined;
  }
  return { places: move.places.concat(places), signs: move.signs.concat(signs), cost, up, down };
}
