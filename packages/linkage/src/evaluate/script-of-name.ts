/** Scripts that are told apart; others are `other`. */
const scripts = ['Latin', 'Cyrillic', 'Arabic', 'Ethiopic', 'Greek', 'Hebrew', 'Devanagari', 'Han', 'Hangul'] as const;
const tests = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

/**
 * The script that a name is written in: that of its first letter that has one; of Latin, letters with marks (ñ, š, ọ) are told apart,
 * as they are what typists and machines lose. Null where there is no letter.
 */
export function scriptOfName(text: string): string | null {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return null;
  const script = tests.find(([, test]) => test.test(letter))?.[0];
  if (script === undefined) return 'other';
  if (script !== 'Latin') return script;
  return /[\p{M}\u0080-\u024f\u1e00-\u1eff]/u.test(text.replace(/[’‘´`ʼ]/g, '')) ? 'Latin, with marks' : 'Latin, plain';
}
