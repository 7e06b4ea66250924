import type { RawCell } from '../../raw.ts';
import { countFilled, isBlank } from './cell-kind.ts';
import type { MergedArea } from './find-header.ts';

/** A sheet as a grid of cells, 0-based; rows may be shorter than `width`. */
export interface SheetGrid {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly width: number;
  readonly merges: readonly MergedArea[];
}

/** A part of a sheet, 0-based and inclusive. */
export interface GridArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Rows of an area, cut to its columns. */
export function areaRows(grid: SheetGrid, area: GridArea, limit = Number.POSITIVE_INFINITY): RawCell[][] {
  const rows: RawCell[][] = [];
  for (let row = area.top; row <= area.bottom && rows.length < limit; row += 1) {
    const cells = grid.rows[row] ?? [];
    rows.push(Array.from({ length: area.right - area.left + 1 }, (_, column) => cells[area.left + column] ?? null));
  }
  return rows;
}

/** Merged areas that lie in an area, in its coordinates. */
export function areaMerges(grid: SheetGrid, area: GridArea): MergedArea[] {
  return grid.merges
    .filter(({ top, left }) => top >= area.top && top <= area.bottom && left >= area.left && left <= area.right)
    .map(({ top, left, bottom, right }) => ({
      top: top - area.top,
      left: left - area.left,
      bottom: Math.min(bottom, area.bottom) - area.top,
      right: Math.min(right, area.right) - area.left,
    }));
}

/** Rows without anything in them, not even the lower part of a merged cell that holds something. */
export function blankRows(grid: SheetGrid): boolean[] {
  const blank = grid.rows.map((row) => countFilled(row) === 0);
  for (const { top, left, bottom } of grid.merges) {
    if (isBlank(grid.rows[top]?.[left])) continue;
    for (let row = top + 1; row <= bottom && row < blank.length; row += 1) blank[row] = false;
  }
  return blank;
}
