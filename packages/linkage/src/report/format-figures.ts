/** 1234567 → `1,234,567`. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Bits to a tenth, with a sign of its own width: `+3.2`, `−0.4`. */
export function signedBits(bits: number): string {
  const text = Math.abs(bits).toFixed(1);
  return text === '0.0' ? '0.0' : `${bits < 0 ? '−' : '+'}${text}`;
}

/** Bits without a plus, to a hundredth where there are any: `−2`, `4.25`. */
export function bitsOf(bits: number): string {
  return String(Number(bits.toFixed(2))).replace('-', '−');
}

/** 0.99541 → `0.9954`; what cannot be computed is a dash. */
export function shareOf(value: number): string {
  return Number.isFinite(value) ? value.toFixed(4) : '–';
}

/** A probability of a level, as a percentage that keeps two figures however small it is. */
export function levelShare(value: number): string {
  const percent = value * 100;
  if (percent >= 10) return `${percent.toFixed(1)} %`;
  if (percent >= 0.001) return `${Number(percent.toPrecision(2)).toString()} %`;
  return percent === 0 ? '0 %' : '< 0.001 %';
}

export function secondsOf(seconds: number): string {
  return seconds.toFixed(seconds < 10 ? 2 : 1);
}
