/** Uniform numbers in [0, 1), the same ones for the same seed. sfc32 (Doty-Humphrey 2010): 128 bits of state, passes PractRand. */
export function makeRandom(seed: number): () => number {
  let a = 0x9e3779b9 | 0;
  let b = 0x243f6a88 | 0;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  // The seed reaches all of the state after a dozen rounds.
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** `size` different numbers out of 0 … count - 1, ascending; all of them where there are no more (Floyd's algorithm, 1987). */
export function drawWithout(random: () => number, count: number, size: number): number[] {
  if (size >= count) return Array.from({ length: count }, (_, at) => at);
  const drawn = new Set<number>();
  for (let upTo = count - size; upTo < count; upTo += 1) {
    const candidate = Math.floor(random() * (upTo + 1));
    drawn.add(drawn.has(candidate) ? upTo : candidate);
  }
  return [...drawn].sort((x, y) => x - y);
}
