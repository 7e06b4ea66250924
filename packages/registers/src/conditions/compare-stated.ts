/**
 * Which of two stated values comes first: negative, 0 or positive, or `null` where they cannot be told apart. Two numbers
 * compare as numbers. Everything else (dates, months, instants) compares as ISO text to the precision that both have: `1990`
 * against `1990-05` is unknown, `1990` against `1991-05` is known.
 */
export function compareStated(one: string, other: string): number | null {
  if (isNumber(one) && isNumber(other)) return Number(one) - Number(other);
  const length = Math.min(one.length, other.length);
  const left = one.slice(0, length);
  const right = other.slice(0, length);
  if (left !== right) return left < right ? -1 : 1;
  return one.length === other.length ? 0 : null;
}

const isNumber = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value);
