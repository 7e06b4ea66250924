/** One thing that is wrong with what was given, and what would be accepted. */
export interface ClassifyProblem {
  readonly file: string;
  /** Row of the file, the header being row 1; null where it is about the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
}

/** Files that cannot be classified at all: everything that is wrong with them, at once. */
export class ClassifyRefused extends Error {
  readonly remedy: string;
  readonly problems: readonly ClassifyProblem[];

  constructor(problems: readonly ClassifyProblem[]) {
    super(problems.map(inWords).join('\n       '));
    this.name = 'ClassifyRefused';
    this.problems = problems;
    this.remedy = [...new Set(problems.map(({ remedy }) => remedy))].join('\n       ');
  }
}

/** A problem as a line: file, row, column, value, what is wrong. */
export function inWords({ file, row, column, value, problem }: ClassifyProblem): string {
  const place = [file, row === null ? '' : `row ${row}`, column === null ? '' : `column ${column}`].filter(Boolean);
  return `${place.join(', ')}: ${value === null ? '' : `"${value}" `}${problem}`;
}
