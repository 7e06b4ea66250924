/**
 * Longest common subsequence of two lists: pairs of positions that hold the same, ascending in both. Time and memory are the
 * product of the lengths; beyond 4 million cells (two texts of 2,000 letters) nothing is aligned.
 */
export function alignCharacters(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  if ((a.length + 1) * width > 4_000_000) return [];
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const diagonal = lengths[at + width + 1] ?? 0;
      lengths[at] = a[i] === b[j] ? diagonal + 1 : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}
