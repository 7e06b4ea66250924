import { country, findCode } from '@leeto/registers';
import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';

/**
 * The ISO 3166-1 alpha-3 or ICAO code of a country, citizenship or nationality however it is written; `null` where it is none,
 * a total, or of unspecified nationality (ICAO Doc 9303-3, section 5: XXX).
 */
export function readCountry(text: string): string | null {
  const trimmed = text.trim();
  const code = findCode(country, trimmed.toUpperCase()) ?? findCode(country, trimmed.replaceAll('<', ''));
  if (code !== null) return OF_NOBODY.has(code) ? null : code;
  const folded = foldText(text);
  const folding = isNotStated(folded, 'other') ? null : findCode(country, folded);
  return folding === null || OF_NOBODY.has(folding) ? null : folding;
}

/** Totals and "unknown"; UNK is ICAO's for a resident of Kosovo, but in files of persons it says unknown. */
const OF_NOBODY: ReadonlySet<string> = new Set(['_T', '_O', '_U', 'XXX', 'UNK']);
