import type { RawCell } from '../raw.ts';
import { fromNumber } from './codecs/read-number.ts';

/** A cell as trimmed text; null where it is blank. */
export function cellText(cell: RawCell | undefined): string | null {
  if (typeof cell === 'string') {
    const text = cell.trim();
    return text === '' ? null : text;
  }
  if (typeof cell === 'number') return fromNumber(cell);
  return cell === null || cell === undefined ? null : String(cell);
}
