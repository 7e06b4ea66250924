import type { LevelTest } from '../compare/comparison.ts';
import type { LinkKind } from './link-spec.ts';

/** A number that a test goes by: its bounds, and what it is where the spec does not say. */
export interface TestArgument {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly otherwise?: number;
}

interface KnownTest {
  readonly kinds: readonly LinkKind[];
  readonly argument?: TestArgument;
}

const names: readonly LinkKind[] = ['person_name'];
const words: readonly LinkKind[] = ['person_name', 'place', 'address', 'text'];
const numbers: readonly LinkKind[] = ['document_number', 'identifier'];
const signs: readonly LinkKind[] = [...words, ...numbers, 'phone', 'email', 'postcode', 'code', 'number'];
const dates: readonly LinkKind[] = ['date'];
const whole = (name: string, least: number, most: number, otherwise?: number): TestArgument => ({
  ...{ name, least, most, isWhole: true },
  ...(otherwise === undefined ? {} : { otherwise }),
});
const share = (name: string): TestArgument => ({ name, least: 0.001, most: 0.999, isWhole: false });

/** Tests that a spec may name, with the kinds they make sense for. `any` of several, and `swapped_with`, are read apart. */
export const levelTests: Readonly<Record<Exclude<LevelTest['is'], 'any' | 'swapped_with'>, KnownTest>> = {
  equal: { kinds: [...signs, 'date', 'sex', 'country'] },
  else: { kinds: [...signs, 'date', 'sex', 'country'] },
  words_within: { kinds: words },
  sounds_within: { kinds: words },
  shared_word: { kinds: words, argument: whole('minLength', 1, 40, 3) },
  same_root: { kinds: names },
  initial: { kinds: names },
  jaro_winkler: { kinds: signs, argument: share('atLeast') },
  one_edit: { kinds: signs, argument: whole('minLength', 1, 40, 4) },
  look_alike: { kinds: numbers },
  same_prefix: { kinds: signs, argument: whole('length', 1, 40) },
  same_suffix: { kinds: signs, argument: whole('length', 1, 40) },
  same_user: { kinds: ['email'] },
  date_swapped: { kinds: dates },
  date_last_figure: { kinds: dates },
  date_one_edit: { kinds: dates },
  date_partial: { kinds: dates, argument: whole('years', 0, 10, 0) },
  date_year_and_part: { kinds: dates },
  date_month_and_day: { kinds: dates },
  date_same_year: { kinds: dates },
  date_within_years: { kinds: dates, argument: whole('years', 1, 100) },
  number_within: { kinds: ['number'], argument: share('share') },
};

/** Names of the tests for a kind, for messages. */
export function testsOf(kind: LinkKind): readonly string[] {
  return Object.entries(levelTests).flatMap(([name, { kinds }]) => (kinds.includes(kind) ? [name] : []));
}
