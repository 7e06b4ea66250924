/**
 * A number with a point or comma for decimals and spaces, points, commas or apostrophes between thousands; a unit or
 * currency around it is left out. One separator with three digits behind it is read as thousands. `null` where there is
 * no number, or more than one. /
 */
export function readNumber(text: string): number | null {
  if (text.length > MOST_SIGNS) return null;
  const found =
    text
      .normalize('NFKC')
      .replaceAll('\u2212', '-')
      .match(/[-+]?[0-9][0-9 .,'’]*(?:e[-+]?[0-9]+)?/gi) ?? [];
  if (found.length !== 1) return null;
  const number = Number(plain((found[0] ?? '').replace(/[ '’]|[.,]+$/g, '')));
  return Number.isFinite(number) ? number : null;
}

/** Longer text is no such value, and would only cost time. */
const MOST_SIGNS = 200;

function plain(digits: string): string {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point >= 0 && comma >= 0) {
    return point > comma ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.');
  }
  if (comma >= 0) return /^[-+]?\d{1,3}(,\d{3})+$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.');
  return /^[-+]?\d{1,3}(\.\d{3}){2,}$/.test(digits) ? digits.replaceAll('.', '') : digits;
}
