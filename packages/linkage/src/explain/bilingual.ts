import { inLanguage, type Language, type Text } from '@leeto/registers';

/** A text that exists in both languages. What this package says itself is always one. */
export interface Bilingual extends Text {
  readonly en: string;
  readonly st: string;
}

/** Puts parts into the places of a phrase (`{label}`), each language's words into that language's phrase. */
export function fillPhrase(phrase: Bilingual, parts: Readonly<Record<string, Text | string>> = {}): Bilingual {
  return { en: filled(phrase.en, parts, 'en'), st: filled(phrase.st, parts, 'st') };
}

/** First letter small, for a label within a sentence; `ID number` and `UN list` keep theirs. */
export function withinSentence(label: Text): Bilingual {
  return { en: lowered(label.en), st: lowered(inLanguage(label, 'st')) };
}

/** First letter large, for a phrase that begins a line. */
export function beginningSentence(text: Bilingual): Bilingual {
  return { en: raised(text.en), st: raised(text.st) };
}

/** `a, b and c`, with the `and` of each language. */
export function joinInWords(texts: readonly Text[], and: Bilingual): Bilingual {
  return { en: joined(texts, and, 'en'), st: joined(texts, and, 'st') };
}

function joined(texts: readonly Text[], and: Bilingual, language: Language): string {
  const words = texts.map((text) => inLanguage(text, language));
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and[language]} ${last}`;
}

function filled(phrase: string, parts: Readonly<Record<string, Text | string>>, language: Language): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => {
    const part = parts[name];
    if (part === undefined) return place;
    return typeof part === 'string' ? part : inLanguage(part, language);
  });
}

function lowered(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

function raised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
