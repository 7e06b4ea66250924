/** No-break space: a number and its unit stay on one line. */
export const NO_BREAK = '\u00a0';
/** The minus sign of print. */
const MINUS = '\u2212';

/**
 * A number as the report writes it: grouped by commas, a decimal point, a true minus sign. English and Sesotho in Lesotho
 * write numbers alike. Throws on anything that is no finite number, so that "NaN" never reaches a page.
 */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) throw new RangeError('Only a finite number can be written into a report.');
  const text = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const isZero = !/[1-9]/.test(text);
  return value < 0 && !isZero ? MINUS + text : text;
}

/** A number with its unit: "21.4 %", "512.3 million US dollars", "1,234 persons". */
export function formatWithUnit(value: number, decimals: number, unit: string): string {
  const number = formatNumber(value, decimals);
  if (unit === '') return number;
  const money = /^(.*dollars), (millions|thousands)$/i.exec(unit);
  if (money) return `${number}${NO_BREAK}${money[2]?.toLowerCase().replace(/s$/, '')} ${money[1]}`;
  return `${number}${NO_BREAK}${unit}`;
}

/** A share in per cent of `part` in `whole`, one decimal below ten per cent and none above; '' where it has no meaning. */
export function formatShare(part: number, whole: number): string {
  if (!(whole > 0) || !Number.isFinite(part)) return '';
  const percent = (part / whole) * 100;
  if (part > 0 && percent < 0.1) return `less than 0.1${NO_BREAK}%`;
  if (part < whole && percent >= 99.5) return `more than 99${NO_BREAK}%`;
  return `${formatNumber(percent, percent < 10 ? 1 : 0)}${NO_BREAK}%`;
}
