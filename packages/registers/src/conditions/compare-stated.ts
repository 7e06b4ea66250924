const HYPHEN = 45;

/**
 * Which of two stated values comes first: negative, 0 or positive, or `null` where they cannot be told apart. Two numbers
 * compare as numbers. Everything else (dates, months, instants) compares as ISO text to the precision that both have: `1990`
 * against `1990-05` is unknown, `1990` against `1991-05` is known.
 */
export function compareStated(one: string, other: string): number | null {
  // No canonical number has a hyphen after four characters, and every date does: most comparisons end here.
  const isDated = one.charCodeAt(4) === HYPHEN || other.charCodeAt(4) === HYPHEN;
  if (!isDated && isNumber(one) && isNumber(other)) return Number(one) - Number(other);
  if (one.length === other.length) return one === other ? 0 : one < other ? -1 : 1;
  const length = Math.min(one.length, other.length);
  for (let i = 0; i < length; i++) {
    const difference = one.charCodeAt(i) - other.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return null;
}

const isNumber = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value);
