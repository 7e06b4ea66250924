import { type CellSpace, placeOf } from './cell-space.ts';

/** Whether every total in the table is the sum of its parts. */
export function isAdditive(space: CellSpace): boolean {
  return space.cells.every(({ codes, values }) => {
    const place = placeOf(codes, space.strides);
    return space.trees.every((tree, dimension) => {
      const code = codes[dimension] ?? 0;
      const parts = tree.children[code] ?? [];
      if (parts.length === 0) return true;
      const sums = values.map(() => 0);
      for (const part of parts) {
        const cell = space.cells[space.at(place + (part - code) * (space.strides[dimension] ?? 1))];
        for (const [index, value] of (cell?.values ?? []).entries()) sums[index] = (sums[index] ?? 0) + (value ?? 0);
      }
      return values.every((value, index) => value === null || Math.abs(value - (sums[index] ?? 0)) < 1e-9);
    });
  });
}
