import type { RawCell } from '../../raw.ts';
import { cellLine, isBlank } from './cell-kind.ts';
import { columnLetter } from './column-letter.ts';
import type { MergedArea } from './find-header.ts';

export interface HeaderRows {
  readonly rows: readonly (readonly RawCell[])[];
  readonly merges: readonly MergedArea[];
  /** 0-based first and last row of the header. */
  readonly first: number;
  readonly last: number;
  readonly width: number;
  /** A row inside the header that is no part of the names; -1 where there is none. */
  readonly leftOut: number;
}

/**
 * The header of each column, level by level: merged cells filled out, and a group name spread over the unmerged blanks to
 * its right, as workbooks have it that only centre a title over its columns.
 */
export function nameColumns(header: HeaderRows): string[][] {
  const levels: string[][] = [];
  for (let row = header.first; row <= header.last; row += 1) {
    if (row !== header.leftOut)
      levels.push(Array.from({ length: header.width }, (_, column) => cellLine(header.rows[row]?.[column])));
  }
  spreadDown(levels, header);
  for (let level = 0; level < levels.length - 1; level += 1) spreadRight(levels, level);
  return Array.from({ length: header.width }, (_, column) => {
    const parts = levels
      .map((level) => level[column] ?? '')
      .filter((part, index, all) => part !== '' && part !== all[index - 1]);
    return parts.length > 0 ? parts : [`Column ${columnLetter(column)}`];
  });
}

function spreadDown(levels: string[][], header: HeaderRows): void {
  for (const merge of header.merges) {
    if (merge.top < header.first || merge.top > header.last || merge.bottom === merge.top) continue;
    const text = levels[merge.top - header.first]?.[merge.left] ?? '';
    if (text === '') continue;
    for (let row = merge.top; row <= Math.min(merge.bottom, header.last); row += 1) {
      const level = levels[row - header.first];
      for (let column = merge.left; level && column <= merge.right && column < header.width; column += 1)
        level[column] = text;
    }
  }
}

/** A group's own column has a name on a lower level, else it is a single column's header that stands higher. */
function spreadRight(levels: string[][], level: number): void {
  const row = levels[level] ?? [];
  const hasLower = (column: number): boolean =>
    levels.slice(level + 1).some((lower) => !isBlank(lower[column] ?? '') && lower[column] !== row[column]);
  const startsGroupAbove = (column: number): boolean => {
    const above = levels[level - 1];
    return above !== undefined && above[column] !== above[column - 1];
  };
  for (let column = 1; column < row.length; column += 1) {
    const left = row[column - 1] ?? '';
    if (row[column] === '' && left !== '' && hasLower(column) && hasLower(column - 1) && !startsGroupAbove(column))
      row[column] = left;
  }
}
