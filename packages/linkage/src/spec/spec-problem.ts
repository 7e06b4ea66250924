import { LinkProblem } from '../link-problem.ts';

/** One thing that is wrong with a spec. */
export interface SpecProblem {
  /** Where: `fields.dob.kind`; '' for the spec as a whole. */
  readonly at: string;
  /** What is wrong, and what would be accepted. */
  readonly message: string;
}

/** Everything that is wrong with a spec, at once. */
export class SpecRefused extends LinkProblem {
  readonly problems: readonly SpecProblem[];

  constructor(name: string, problems: readonly SpecProblem[]) {
    const lines = problems.map(({ at, message }) => `  - ${at === '' ? '' : `${at}: `}${message}`);
    super({
      code: 'spec_refused',
      message: `${name} can't be used:\n${lines.join('\n')}`,
      remedy: 'Correct it and run the same command again.',
    });
    this.name = 'SpecRefused';
    this.problems = problems;
  }
}

/** "did you mean" for a word that is not known: the nearest of those that are, '' where none is near. */
export function nearestWord(word: string, known: readonly string[]): string {
  const scored = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = scored;
  return best !== undefined && best.distance <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : '';
}

/** Levenshtein's distance, for short words. */
export function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = (row[j - 1] as number) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[right.length] as number;
}
