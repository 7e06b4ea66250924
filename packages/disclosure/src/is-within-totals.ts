import { type CellSpace, codeAt } from './cell-space.ts';
import type { Move } from './find-move.ts';

/**
 * Where parts do not add up to their total (persons who used two ports), a reader still knows that no part is greater than
 * the total. Tells whether the move stays within that, over `width` in all.
 */
export function isWithinTotals(space: CellSpace, move: Move, width: number): boolean {
  const signs = new Map(move.places.map((place, index) => [place, move.signs[index] ?? 1]));
  let { up, down } = move;
  for (const [place, sign] of signs) {
    for (const [dimension, tree] of space.trees.entries()) {
      const stride = space.strides[dimension] ?? 1;
      const code = codeAt(place, tree, stride);
      const parent = tree.paths[code]?.[1];
      const pairs: [part: number, total: number][] = [];
      if (parent !== undefined) pairs.push([place, place + (parent - code) * stride]);
      // A total that falls must not fall below a part that stays.
      for (const child of tree.children[code] ?? []) {
        const part = place + (child - code) * stride;
        if (!signs.has(part)) pairs.push([part, place]);
      }
      for (const [part, total] of pairs) {
        const gain = (part === place ? sign : 0) - (signs.get(total) ?? 0);
        const room = roomBetween(space, part, total);
        if (gain > 0) up = Math.min(up, room / gain);
        else if (gain < 0) down = Math.min(down, room / -gain);
      }
    }
  }
  return Math.floor(up) + Math.floor(down) >= width;
}

function roomBetween(space: CellSpace, part: number, total: number): number {
  const partValues = space.cells[space.at(part)]?.values ?? [];
  const totalValues = space.cells[space.at(total)]?.values ?? [];
  let room = Number.POSITIVE_INFINITY;
  for (const [index, partValue] of partValues.entries()) {
    const totalValue = totalValues[index];
    if (partValue !== null && totalValue !== null && totalValue !== undefined) {
      room = Math.min(room, Math.max(0, totalValue - partValue));
    }
  }
  return room;
}
