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
  const here: Move = {
    places: [base],
    signs: [1],
    cost: 0,
    up: Number.POSITIVE_INFINITY,
    down: Number.POSITIVE_INFINITY,
  };
  const room = weigh(space, here, here, 0, 1, { ...options, mostCost: Number.POSITIVE_INFINITY });
  return room === undefined ? [] : [{ ...here, ...room }];
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
  return remember(tree, leaf, leaf, () => (tree.paths[leaf] ?? []).map((code) => [code, 1] as const));
}

/** One unit more in a leaf, one less in another: the totals that both belong to stay as they are. */
function exchange(tree: DimensionTree, leaf: number, other: number): Step {
  return remember(tree, leaf, other, () => {
    const more = tree.paths[leaf] ?? [];
    const less = tree.paths[other] ?? [];
    return [
      ...more.filter((code) => !less.includes(code)).map((code) => [code, 1] as const),
      ...less.filter((code) => !more.includes(code)).map((code) => [code, -1] as const),
    ];
  });
}

const remembered = new WeakMap<DimensionTree, Map<number, Step>>();

function remember(tree: DimensionTree, leaf: number, other: number, make: () => Step): Step {
  const steps = remembered.get(tree) ?? new Map<number, Step>();
  remembered.set(tree, steps);
  const key = leaf * tree.codes.length + other;
  const step = steps.get(key) ?? make();
  steps.set(key, step);
  return step;
}

interface Limits extends MoveOptions {
  /** A move that costs more is of no interest. */
  readonly mostCost: number;
}

/** The move with a step along one more dimension; nothing where a place cannot change, or it becomes too short or too dear. */
function apply(
  space: CellSpace,
  move: Move,
  step: Step,
  limits: Limits & { readonly stride: number; readonly code: number },
): Move | undefined {
  let room: Room | undefined = move;
  // Weighed before it is built: most steps fail, and this is where the time goes.
  for (const [target, sign] of step) {
    if (target !== limits.code) room = weigh(space, room, move, (target - limits.code) * limits.stride, sign, limits);
    if (room === undefined) return undefined;
  }
  const places = move.places.slice();
  const signs = move.signs.slice();
  for (const [target, sign] of step) {
    if (target === limits.code) continue;
    const shift = (target - limits.code) * limits.stride;
    for (let index = 0; index < move.places.length; index += 1) {
      places.push((move.places[index] ?? 0) + shift);
      signs.push((move.signs[index] ?? 1) * sign);
    }
  }
  return { places, signs, ...room };
}

type Room = Pick<Move, 'cost' | 'up' | 'down'>;

function weigh(
  space: CellSpace,
  room: Room,
  move: Move,
  shift: number,
  direction: number,
  { width, unmarked, mostCost }: Limits,
): Room | undefined {
  let { cost, up, down } = room;
  for (let index = 0; index < move.places.length; index += 1) {
    const place = (move.places[index] ?? 0) + shift;
    const cell = space.at(place);
    if (cell < 0) {
      if (space.isZero(place)) return undefined;
      continue;
    }
    const status = space.status[cell];
    if (status === EMPTY) return undefined;
    const above = unmarked ? Number.POSITIVE_INFINITY : (space.roomUp[cell] ?? 0);
    const below = space.roomDown[cell] ?? 0;
    const rises = (move.signs[index] ?? 1) * direction > 0;
    up = Math.min(up, rises ? above : below);
    down = Math.min(down, rises ? below : above);
    if (status === PUBLISHED) cost += space.cost[cell] ?? 0;
    if (up + down < width || cost > mostCost) return undefined;
  }
  return { cost, up, down };
}
