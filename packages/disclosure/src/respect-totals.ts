import { type CellSpace, codeAt } from './cell-space.ts';
import type { Move } from './find-move.ts';

/**
 * Where parts do not add up to their total (persons who used two ports), a reader still knows that no part is greater than
 * the total. Gives the check of whether a move stays within that, over `width` in all. Where all totals are sums, no part can outgrow its total, and
 * every move does.
 */
export function respectTotals(space: CellSpace, width: number): (move: Move) => boolean {
  const columns = listColumns(space).filter((values) => !isAdditive(space, values));
  if (columns.length === 0) return () => true;
  const largestParts = columns.map((values) => findLargestParts(space, values));

  return (move) => {
    let { up, down } = move;
    const signs = new Map(move.places.map((place, index) => [place, move.signs[index] ?? 1]));
    const limit = (gain: number, room: number): void => {
      if (gain > 0) up = Math.min(up, Math.max(0, room) / gain);
      else if (gain < 0) down = Math.min(down, Math.max(0, room) / -gain);
    };
    for (const [place, sign] of signs) {
      const cell = space.at(place);
      if (cell < 0) continue;
      for (const [dimension, tree] of space.trees.entries()) {
        const stride = space.strides[dimension] ?? 1;
        const code = codeAt(place, tree, stride);
        const parent = tree.paths[code]?.[1];
        const total = parent === undefined ? place : place + (parent - code) * stride;
        const gain = sign - (signs.get(total) ?? 0);
        if (parent !== undefined && gain !== 0) limit(gain, roomBetween(columns, cell, space.at(total)));
        const children = tree.children[code] ?? [];
        if (children.length === 0) continue;
        // A total that falls must not fall below a part that stays.
        const falls = sign > 0 ? down : up;
        const least = columns.map(
          (values, column) => (values[cell] ?? 0) - (largestParts[column]?.[dimension]?.[cell] ?? 0),
        );
        if (least.every((room) => room >= falls)) continue;
        for (const child of children) {
          const part = place + (child - code) * stride;
          if (!signs.has(part)) limit(-sign, roomBetween(columns, space.at(part), cell));
        }
      }
      if (up + down < width) return false;
    }
    return Math.floor(up) + Math.floor(down) >= width;
  };
}

/** The values of each column, cell by cell; NaN where there are no data. */
function listColumns({ cells }: CellSpace): readonly Float64Array[] {
  const columns = cells[0]?.values ?? [];
  return columns.map((_, column) => Float64Array.from(cells, ({ values }) => values[column] ?? Number.NaN));
}

function isAdditive(space: CellSpace, values: Float64Array): boolean {
  return space.cells.every((_, cell) =>
    space.trees.every((_tree, dimension) => {
      const parts = listParts(space, cell, dimension);
      if (parts === undefined) return true;
      const sum = parts.reduce((total, part) => total + (values[part] || 0), 0);
      return !(Math.abs((values[cell] ?? 0) - sum) > 1e-9);
    }),
  );
}

function findLargestParts(space: CellSpace, values: Float64Array): readonly Float64Array[] {
  return space.trees.map((_, dimension) =>
    Float64Array.from(space.cells, (_cell, cell) =>
      (listParts(space, cell, dimension) ?? []).reduce((largest, part) => Math.max(largest, values[part] || 0), 0),
    ),
  );
}

/** The cells beneath a total along one dimension; nothing where the cell is not a total there. */
function listParts(space: CellSpace, cell: number, dimension: number): readonly number[] | undefined {
  const code = space.cells[cell]?.codes[dimension] ?? 0;
  const children = space.trees[dimension]?.children[code] ?? [];
  if (children.length === 0) return undefined;
  const stride = space.strides[dimension] ?? 1;
  const place = space.places[cell] ?? 0;
  return children.map((child) => space.at(place + (child - code) * stride)).filter((part) => part >= 0);
}

function roomBetween(columns: readonly Float64Array[], part: number, total: number): number {
  let room = Number.POSITIVE_INFINITY;
  if (part < 0 || total < 0) return room;
  for (const values of columns) {
    const between = (values[total] ?? Number.NaN) - (values[part] ?? Number.NaN);
    if (between < room) room = between;
  }
  return room;
}
