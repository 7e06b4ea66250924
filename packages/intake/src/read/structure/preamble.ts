import type { RawCell } from '../../raw.ts';
import { isBlank } from './cell-kind.ts';
/** `# developed by …` at the head of a text file, and `Period:` before its value, are no header. */
export function isPreamble(row: readonly RawCell[] | undefined): boolean {
  const filled = row?.filter((cell) => !isBlank(cell)) ?? [];
  const isKeyed = filled.length <= 3 && typeof filled[0] === 'string' && filled[0].trimEnd().endsWith(':');
  return isKeyed || (typeof row?.[0] === 'string' && /^(?:#+(?:\s|$)|\/\/)/.test(row[0]));
}
