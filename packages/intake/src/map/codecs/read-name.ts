import type { Codec } from '../codec.ts';

/** White space and casing cleaned, content kept: `  MOLEFE   THABO ` → `Molefe Thabo`; mixed case stays as written. */
export function readName(raw: string): string {
  const text = raw
    .normalize('NFC')
    .replace(/[\s ]+/gu, ' ')
    .replace(/^[\s,;.]+|[\s,;]+$/gu, '');
  const isOneCase = text === text.toUpperCase() || text === text.toLowerCase();
  return isOneCase ? titleCase(text) : text;
}

function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[\s\-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** The part of a full name that a field takes, by the order in which the column writes names. */
export function takeName(
  raw: string,
  order: NonNullable<Codec['nameOrder']>,
  take: NonNullable<Codec['take']>,
): string {
  const text = raw.replace(/[\s ]+/gu, ' ').trim();
  const comma = text.indexOf(',');
  if (comma >= 0) return (take === 'surname' ? text.slice(0, comma) : text.slice(comma + 1)).trim();
  const words = text.split(' ');
  if (words.length === 1) return take === 'surname' ? text : '';
  const surnameFirst = order !== 'given_surname';
  if (take === 'surname') return (surnameFirst ? words[0] : words.at(-1)) ?? '';
  return (surnameFirst ? words.slice(1) : words.slice(0, -1)).join(' ');
}
