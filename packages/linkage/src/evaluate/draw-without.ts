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
