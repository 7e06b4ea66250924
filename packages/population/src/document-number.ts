/**
 * The `ordinal`-th document number of a pattern (`#` a digit, `?` a capital letter, anything else itself). Different
 * ordinals give different numbers as long as there are fewer of them than the pattern has numbers; neighbours look unalike.
 */
export function documentNumber(pattern: string, ordinal: number, seed: number): string {
  let places = 1;
  for (const sign of pattern) places *= sign === '#' ? 10 : sign === '?' ? 26 : 1;
  // Larger moduli would leave the whole numbers that a double holds exactly.
  const modulus = Math.min(places, 1_000_000_000);
  let step = Math.floor(modulus * 0.6180339887) | 1;
  while (greatestCommonDivisor(step, modulus) !== 1) step += 2;
  let rest = (step * (ordinal % modulus) + ((seed * 7919) % modulus) + modulus) % modulus;
  let out = '';
  for (let i = pattern.length - 1; i >= 0; i -= 1) {
    const sign = pattern.charAt(i);
    const base = sign === '#' ? 10 : sign === '?' ? 26 : 0;
    if (base === 0) {
      out = sign + out;
      continue;
    }
    const digit = rest % base;
    rest = Math.floor(rest / base);
    out = (base === 10 ? String(digit) : String.fromCharCode(65 + digit)) + out;
  }
  return out;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
