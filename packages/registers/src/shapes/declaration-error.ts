/** A declaration that contradicts itself, or the catalogue that it is put into. Lists every problem found, never only the first. */
export class DeclarationError extends Error {
  readonly problems: readonly string[];

  constructor(what: string, problems: readonly string[]) {
    super(`${what} cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'DeclarationError';
    this.problems = problems;
  }
}
