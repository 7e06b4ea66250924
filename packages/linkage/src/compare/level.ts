import type { LevelDeclaration, LevelTest } from './comparison.ts';

/** A level of a comparison: id, labels and descriptions in English and Sesotho, test, and the probability it starts from. */
export function level(
  id: string,
  [en, st]: readonly [string, string],
  [description, tlhaloso]: readonly [string, string],
  test: LevelTest,
  initialM: number,
): LevelDeclaration {
  return { id, label: { en, st }, description: { en: description, st: tlhaloso }, test, initialM };
}

/** The first level: the values are equal. Rarity counts. */
export function exact(initialM: number): LevelDeclaration {
  return {
    ...level(
      'exact',
      ['same', 'tšoanang hantle'],
      ['The two values are the same.', 'Litaba tse peli lia tšoana hantle.'],
      { is: 'equal' },
      initialM,
    ),
    usesTermFrequency: true,
  };
}

/** The last level: nothing before it held. */
export function otherwise(initialM: number): LevelDeclaration {
  return level(
    'else',
    ['different', 'fapaneng'],
    ['The two values differ.', 'Litaba tse peli lia fapana.'],
    { is: 'else' },
    initialM,
  );
}
