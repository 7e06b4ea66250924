/** Counts of cells that can only be read with one of the decimal marks. */
export interface DecimalEvidence {
  readonly comma: number;
  readonly point: number;
}

const WITH_COMMA = /^[+-]?(?:\d{1,3}(?:[. \u{a0}\u{202f}]\d{3})+|\d+),(?:\d{1,2}|\d{4,})\s?%?$/u;
const WITH_POINT = /^[+-]?(?:\d{1,3}(?:[, \u{a0}\u{202f}]\d{3})+|\d+)?\.(?:\d{1,2}|\d{4,})(?:e[+-]?\d+)?\s?%?$/iu;

/** Numbers with exactly three digits after the mark prove nothing (`1,234`) and are not counted. */
export function weighDecimalMark(rows: Iterable<readonly (string | number | boolean | null)[]>): DecimalEvidence {
  let comma = 0;
  let point = 0;
  for (const row of rows) {
    for (const cell of row) {
      if (typeof cell !== 'string' || cell.length > 30) continue;
      const text = cell.trim();
      if (WITH_COMMA.test(text)) comma += 1;
      else if (WITH_POINT.test(text)) point += 1;
    }
  }
  return { comma, point };
}
