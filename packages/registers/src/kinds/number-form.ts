/**
 * Whether a text is a number in canonical form: an optional minus sign, digits without leading zeros, and where `decimals`
 * allows it a point followed by digits. No allocation; a character loop, since an import asks it of every number.
 */
export function isNumberForm(value: string, decimals: boolean): boolean {
  const { length } = value;
  let i = value.charCodeAt(0) === 45 ? 1 : 0;
  const first = i;
  while (i < length && isDigit(value.charCodeAt(i))) i++;
  const whole = i - first;
  if (whole === 0 || whole > 18 || (whole > 1 && value.charCodeAt(first) === 48)) return false;
  if (i === length) return true;
  if (!decimals || value.charCodeAt(i) !== 46) return false;
  const point = i++;
  while (i < length && isDigit(value.charCodeAt(i))) i++;
  return i === length && i > point + 1;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
