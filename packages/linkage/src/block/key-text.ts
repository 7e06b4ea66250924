import { documentKey, givenNameRoot, nameKey } from '../normalise/index.ts';
import type { KeyTransform, LinkField } from '../spec/link-spec.ts';

/**
 * What a normal value is in a blocking key, under a transform: none where it has no such key, several for `word`. The same text
 * always gives the same key, in any run, so that keys may be stored.
 */
export function keyTexts(text: string, field: LinkField, by: KeyTransform): readonly string[] {
  switch (by) {
    case 'value':
      return [text];
    case 'sound':
      return [soundOf(firstWord(text), field)];
    case 'word':
      return wordsOf(text).map((word) => soundOf(word, field));
    case 'either_order':
      return [nameKey(firstWord(text))];
    case 'first_1':
      return [text.slice(0, 1)];
    case 'first_3':
      return text.length < 3 ? [] : [text.slice(0, 3)];
    case 'last_6':
      return text.length < 6 ? [] : [text.slice(-6)];
    case 'user':
      return [text.split('@', 1)[0] ?? text];
    case 'look_alike':
      return [documentKey(text)];
    default:
      return dateKey(text.slice(0, 4), text.slice(4, 6), text.slice(6, 8), by);
  }
}

function dateKey(
  year: string,
  month: string,
  day: string,
  by: 'date' | 'year' | 'year_month' | 'month_day',
): readonly string[] {
  const hasYear = year !== '0000';
  const hasDay = month !== '00' && day !== '00';
  // Where both could be a month, either order is one key.
  const [low, high] = Number(day) <= 12 && day < month ? [day, month] : [month, day];
  switch (by) {
    case 'date':
      return hasYear && hasDay ? [year + low + high] : [];
    case 'month_day':
      return hasDay ? [low + high] : [];
    case 'year_month':
      return hasYear && month !== '00' ? [year + month] : [];
    case 'year':
      return hasYear ? [year] : [];
  }
}

function soundOf(word: string, { kind, part }: LinkField): string {
  return nameKey(kind === 'person_name' && part !== 'family' ? givenNameRoot(word) : word);
}

function firstWord(text: string): string {
  return text.split(' ', 1)[0] ?? text;
}

/** Words that say something: of a name of several words, those of three letters and more. */
function wordsOf(text: string): readonly string[] {
  if (!text.includes(' ')) return [text];
  const words = text.split(' ').filter((word) => word.length > 2);
  return words.length === 0 ? [firstWord(text)] : words;
}
