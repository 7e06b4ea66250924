import { alignCharacters } from './align-characters.ts';

/** A stretch of a value. `moved`: the other value has it too, in another place (names in another order, day and month swapped). */
export interface Segment {
  readonly text: string;
  readonly mark: 'same' | 'different' | 'moved';
}

export interface MarkedDifference {
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
}

/**
 * Marks what differs between two values. Parts (words, or year, month and day) are matched first: equal parts in the same
 * order are the same, equal parts elsewhere have moved, the others are compared letter by letter. Large and small letters
 * count as one. Joined, the segments of a side give its text again.
 */
export function markDifference(left: string | null, right: string | null): MarkedDifference {
  if (left === null || right === null) {
    const whole = (text: string | null): Segment[] => (text ? [{ text, mark: 'same' }] : []);
    return { left: whole(left), right: whole(right) };
  }
  const a = partsOf(left);
  const b = partsOf(right);
  const marks = matchParts(a, b);
  pairTheRest(a, b, marks);
  return { left: joined(marks.left), right: joined(marks.right) };
}

interface PartMarks {
  /** Segments of each part, null while undecided. */
  readonly left: (readonly Segment[] | null)[];
  readonly right: (readonly Segment[] | null)[];
}

/** Words and what stands between them, in turn. */
function partsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}'’]+|[^\p{L}\p{M}\p{N}'’]+/gu) ?? [];
}

function isWord(part: string): boolean {
  return /[\p{L}\p{N}]/u.test(part);
}

function matchParts(a: readonly string[], b: readonly string[]): PartMarks {
  const marks: PartMarks = { left: a.map(() => null), right: b.map(() => null) };
  if (isReordered(a, b)) return { left: inOtherOrder(a, b), right: inOtherOrder(b, a) };
  for (const [i, j] of alignCharacters(a.map(folded), b.map(folded))) {
    marks.left[i] = [{ text: a[i] ?? '', mark: 'same' }];
    marks.right[j] = [{ text: b[j] ?? '', mark: 'same' }];
  }
  for (const [i, part] of a.entries()) {
    if (marks.left[i] !== null || !isWord(part)) continue;
    const j = b.findIndex((other, at) => marks.right[at] === null && folded(other) === folded(part));
    if (j < 0) continue;
    marks.left[i] = [{ text: part, mark: 'moved' }];
    marks.right[j] = [{ text: b[j] ?? '', mark: 'moved' }];
  }
  return marks;
}

/** The same parts on both sides, in another order. */
function isReordered(a: readonly string[], b: readonly string[]): boolean {
  const sorted = (parts: readonly string[]) => parts.map(folded).toSorted().join('\n');
  return a.length === b.length && sorted(a) === sorted(b);
}

/** Parts that stand in the same place are the same; all others have moved, on both sides, so that the eye sees the swap. */
function inOtherOrder(parts: readonly string[], others: readonly string[]): (readonly Segment[])[] {
  return parts.map((text, at) => [
    { text, mark: !isWord(text) || folded(text) === folded(others[at] ?? '') ? 'same' : 'moved' },
  ]);
}

/** Words left over on both sides are compared in their order; what has no counterpart differs as a whole. */
function pairTheRest(a: readonly string[], b: readonly string[], marks: PartMarks): void {
  const rest = b.flatMap((part, at) => (marks.right[at] === null && isWord(part) ? [at] : []));
  for (const [i, part] of a.entries()) {
    if (marks.left[i] !== null) continue;
    const j = isWord(part) ? rest.shift() : undefined;
    const other = j === undefined ? '' : (b[j] ?? '');
    const letters = markLetters(part, other);
    marks.left[i] = letters.left;
    if (j !== undefined) marks.right[j] = letters.right;
  }
  for (const [j, part] of b.entries()) {
    if (marks.right[j] === null) marks.right[j] = [{ text: part, mark: isWord(part) ? 'different' : 'same' }];
  }
}

function markLetters(left: string, right: string): MarkedDifference {
  if (!isWord(left)) return { left: [{ text: left, mark: 'same' }], right: [] };
  const a = lettersOf(left);
  const b = lettersOf(right);
  const pairs = alignCharacters(a.map(folded), b.map(folded));
  // With less than half in common, single letters marked as the same are confetti and no help to the eye.
  const isAlike = pairs.length * 2 >= Math.max(a.length, b.length);
  const sameLeft = new Set(isAlike ? pairs.map(([i]) => i) : []);
  const sameRight = new Set(isAlike ? pairs.map(([, j]) => j) : []);
  const segments = (letters: readonly string[], same: ReadonlySet<number>): Segment[] =>
    letters.map((text, at) => ({ text, mark: same.has(at) ? 'same' : 'different' }));
  return { left: segments(a, sameLeft), right: segments(b, sameRight) };
}

/** A letter with its marks is one. */
function lettersOf(text: string): readonly string[] {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map((piece) => piece.segment);
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function joined(parts: readonly (readonly Segment[] | null)[]): readonly Segment[] {
  const segments: { text: string; mark: Segment['mark'] }[] = [];
  for (const segment of parts.flatMap((part) => part ?? [])) {
    const last = segments.at(-1);
    if (last?.mark === segment.mark) last.text += segment.text;
    else segments.push({ ...segment });
  }
  return segments;
}
