/**
 * Jaro–Winkler similarity of two byte ranges (0 … 1): prefix of up to four signs at 0.1, boost above 0.7, transpositions halved
 * down (Winkler 1990; the same as DuckDB's `jaro_winkler_similarity` on ASCII).
 */
export function jaroWinkler(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
): number {
  const aLength = aTo - aFrom;
  const bLength = bTo - bFrom;
  if (aLength === 0 || bLength === 0) return 0;
  if (aLength > 31 || bLength > 31) return jaroWinklerLong(a.subarray(aFrom, aTo), b.subarray(bFrom, bTo));
  const reach = Math.max(0, (Math.max(aLength, bLength) >> 1) - 1);
  let aMatched = 0;
  let bMatched = 0;
  let matches = 0;
  for (let i = 0; i < aLength; i += 1) {
    const sign = a[aFrom + i];
    const to = Math.min(bLength, i + reach + 1);
    for (let j = i > reach ? i - reach : 0; j < to; j += 1) {
      if (b[bFrom + j] === sign && (bMatched & (1 << j)) === 0) {
        aMatched |= 1 << i;
        bMatched |= 1 << j;
        matches += 1;
        break;
      }
    }
  }
  if (matches === 0) return 0;
  let transposed = 0;
  let j = 0;
  for (let i = 0; i < aLength; i += 1) {
    if ((aMatched & (1 << i)) === 0) continue;
    while ((bMatched & (1 << j)) === 0) j += 1;
    if (a[aFrom + i] !== b[bFrom + j]) transposed += 1;
    j += 1;
  }
  const jaro = (matches / aLength + matches / bLength + (matches - (transposed >> 1)) / matches) / 3;
  if (jaro <= 0.7) return jaro;
  let prefix = 0;
  const most = Math.min(4, aLength, bLength);
  while (prefix < most && a[aFrom + prefix] === b[bFrom + prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroWinklerLong(a: Uint8Array, b: Uint8Array): number {
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  const aMatched = new Uint8Array(a.length);
  const bMatched = new Uint8Array(b.length);
  let matches = 0;
  for (let i = 0; i < a.length; i += 1) {
    const to = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < to; j += 1) {
      if (b[j] !== a[i] || bMatched[j] === 1) continue;
      aMatched[i] = 1;
      bMatched[j] = 1;
      matches += 1;
      break;
    }
  }
  if (matches === 0) return 0;
  let transposed = 0;
  let j = 0;
  for (let i = 0; i < a.length; i += 1) {
    if (aMatched[i] === 0) continue;
    while (bMatched[j] === 0) j += 1;
    if (a[i] !== b[j]) transposed += 1;
    j += 1;
  }
  const jaro = (matches / a.length + matches / b.length + (matches - (transposed >> 1)) / matches) / 3;
  if (jaro <= 0.7) return jaro;
  let prefix = 0;
  while (prefix < Math.min(4, a.length, b.length) && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/**
 * True where one sign wrong, missing, too many, or two neighbours exchanged make one range into the other (true Damerau distance of
 * at most 1). Linear.
 */
export function withinOneEdit(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
): boolean {
  const difference = aTo - aFrom - (bTo - bFrom);
  if (difference > 1 || difference < -1) return false;
  let i = aFrom;
  let j = bFrom;
  while (i < aTo && j < bTo && a[i] === b[j]) {
    i += 1;
    j += 1;
  }
  if (i === aTo || j === bTo) return true;
  if (difference === 1) return sameRest(a, i + 1, aTo, b, j);
  if (difference === -1) return sameRest(a, i, aTo, b, j + 1);
  if (sameRest(a, i + 1, aTo, b, j + 1)) return true;
  return i + 1 < aTo && a[i] === b[j + 1] && a[i + 1] === b[j] && sameRest(a, i + 2, aTo, b, j + 2);
}

function sameRest(a: Uint8Array, from: number, to: number, b: Uint8Array, bFrom: number): boolean {
  for (let i = from, j = bFrom; i < to; i += 1, j += 1) if (a[i] !== b[j]) return false;
  return true;
}
