import { country, findCode } from '@leeto/registers';
import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';

/**
 * The ISO 3166-1 alpha-3 or ICAO code of a country, citizenship or nationality however it is written; `null` where it
 * is none.
 */
export function readCountry(text: string): string | null {
  const trimmed = text.trim();
  const code = findCode(country, trimmed.toUpperCase()) ?? findCode(country, trimmed.replaceAll('<', ''));
  if (code !== null) return code;
  const folded = foldText(text);
  return isNotStated(folded, 'other') ? null : findCode(country, folded);
}
