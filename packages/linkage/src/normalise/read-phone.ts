import { foldText } from './fold-text.ts';

/**
 * A telephone number as digits with its country calling code, as in ITU-T E.164 without the "+". A local number gets
 * `countryCallingCode`; where none is given its national digits are returned without the trunk zero. Of several numbers
 * the first is taken. `null` for fewer than 5 written or more than 15 digits and for one digit repeated. /
 */
export function readPhone(text: string, countryCallingCode?: string): string | null {
  if (text.length > MOST_SIGNS) return null;
  const first = (text.split(/[/;|,]|\bor\b/i)[0] ?? '').replace(/(?:ext\.?|x)\s*\d+\s*$/i, '').replace(/\(0\)/g, '');
  const digits = foldText(first).replace(/[^0-9]/g, '');
  const isInternational = /^\s*\(?\s*[+\uff0b]/.test(first);
  const number = isInternational
    ? digits.replace(/^00/, '')
    : digits.startsWith('00')
      ? digits.slice(2)
      : withCallingCode(digits, countryCallingCode);
  if (digits.length < 5 || number.length < 6 || number.length > 15 || /^(\d)\1*$/.test(digits)) return null;
  return number;
}

/** Longer text is no such value, and would only cost time. */
const MOST_SIGNS = 200;

function withCallingCode(digits: string, callingCode: string | undefined): string {
  const national = digits.replace(/^0/, '');
  const code = (callingCode ?? '').replace(/[^0-9]/g, '');
  if (code === '') return national;
  const isWritten = digits.startsWith(code) && digits.length - code.length >= 7;
  return isWritten ? digits : `${code}${national}`;
}
