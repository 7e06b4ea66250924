/** A number as canonical text (decimal point, no grouping), or why it is none. */
export interface NumberReading {
  readonly text: string;
  readonly doubt?: string;
}

/**
 * Reads a number with grouping (space, comma, point, apostrophe), a decimal comma or point, a percent sign, a currency,
 * a footnote mark behind it (`1 234*`, `56 (b)`, `78 r`), brackets for minus. Null where it is no number.
 */
export function readNumber(raw: string, decimalMark: '.' | ','): NumberReading | null {
  if (/^-?\d+$/.test(raw)) return { text: plain(raw) };
  if (/^-?\d*[.,]?\d+e[+-]?\d+$/i.test(raw)) return { text: fromNumber(Number(raw.replace(',', '.'))) };
  let text = raw
    .normalize('NFKC')
    .replace(/[\s'’]/gu, '')
    .replace(/[−–]/gu, '-');
  const bracketed = /^\(([\d.,]+)\)$/.exec(text);
  if (bracketed) text = `-${bracketed[1]}`;
  text = text
    .replace(/^(us\$|usd|lsl|zar|eur|gbp|[$€£]|[mr](?=\d))/i, '')
    .replace(/(%|usd|lsl|zar|persons?|people)$/i, '')
    .replace(/(\*+|[†‡§#]+|\([a-z\d]{1,2}\)|\[[a-z\d]{1,3}\]|(?<=\d)\/?[a-z])$/i, '');
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(text)) return null;
  return separate(text.replace(/^\+/, ''), decimalMark);
}

function separate(text: string, decimalMark: '.' | ','): NumberReading | null {
  const other = decimalMark === '.' ? ',' : '.';
  const marks = text.split(decimalMark).length - 1;
  const others = text.split(other).length - 1;
  if (others === 0) {
    if (marks <= 1) return { text: plain(text.replace(decimalMark, '.')) };
    return isGrouped(text, decimalMark) ? { text: plain(text.replaceAll(decimalMark, '')) } : null;
  }
  if (marks === 0 && isGrouped(text, other)) return { text: plain(text.replaceAll(other, '')) };
  if (marks === 0 && others === 1) return { text: plain(text.replace(other, '.')), doubt: 'decimal_mark' };
  if (marks === 1 && text.lastIndexOf(decimalMark) > text.lastIndexOf(other)) {
    const [whole = '', fraction = ''] = text.split(decimalMark);
    return isGrouped(whole, other) ? { text: plain(`${whole.replaceAll(other, '')}.${fraction}`) } : null;
  }
  if (others === 1 && text.lastIndexOf(other) > text.lastIndexOf(decimalMark)) {
    const [whole = '', fraction = ''] = text.split(other);
    if (isGrouped(whole, decimalMark)) {
      return { text: plain(`${whole.replaceAll(decimalMark, '')}.${fraction}`), doubt: 'decimal_mark' };
    }
  }
  return null;
}

function isGrouped(text: string, mark: string): boolean {
  const groups = text.replace('-', '').split(mark);
  return groups.length > 1 && groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
}

function plain(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction] = (negative ? text.slice(1) : text).split('.');
  const head = whole.replace(/^0+(?=\d)/, '') || '0';
  const tail = fraction?.replace(/0+$/, '');
  const body = tail ? `${head}.${tail}` : head;
  return negative && body !== '0' ? `-${body}` : body;
}

/** A JavaScript number as canonical text, never with an exponent. */
export function fromNumber(number: number): string {
  const text = String(number);
  return text.includes('e') ? plain(number.toFixed(Math.abs(number) < 1 ? 12 : 0)) : text;
}
