/** "a", "a and b", "a, b and c"; '' of nothing. */
export function joinWords(words: readonly string[], language: 'en' | 'st' = 'en'): string {
  const and = language === 'st' ? ' le ' : ' and ';
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')}${and}${words[words.length - 1]}`;
}

/** The form of a noun that goes with a count: one person, two persons, no persons. */
export function plural(count: number, forms: { readonly one: string; readonly other: string }): string {
  return Math.abs(count) === 1 ? forms.one : forms.other;
}

/** A sentence begins with a capital, also behind a quotation mark; "'Mesa" and "eBCS" keep theirs where marked so. */
export function capitalise(text: string): string {
  return text.replace(/^(\p{L})/u, (letter) => letter.toUpperCase());
}
