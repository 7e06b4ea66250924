import type { LevelChoice } from '../spec/level-choice.ts';
import type { LevelDeclaration, LevelTest } from './comparison.ts';

const FIRST_GUESS = 0.02;

/** The levels that a spec asks for, from those of the field's kind and from its own tests. A name that the kind has not is passed over. */
export function ownLevels(
  choices: readonly LevelChoice[],
  kindLevels: readonly LevelDeclaration[],
): readonly LevelDeclaration[] {
  return choices.flatMap((choice): readonly LevelDeclaration[] => {
    if (typeof choice === 'string') return kindLevels.filter(({ id }) => id === choice);
    const { id, test, m = FIRST_GUESS } = choice;
    const label = choice.label ?? { en: wordsOf(test), st: wordsOf(test) };
    return [{ id, label, description: label, test, initialM: m }];
  });
}

/** `jaro winkler 0.95`. */
function wordsOf(test: LevelTest): string {
  if (test.is === 'any') return test.of.map(wordsOf).join(' / ');
  const { is, ...rest } = test;
  return [is.replaceAll('_', ' '), ...Object.values(rest).map(String)].join(' ');
}
