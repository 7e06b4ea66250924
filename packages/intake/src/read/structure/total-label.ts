const TOTAL =
  /^\W*(?:(?:grand|sub|over-?all|column|general)[\s-]*)?totals?(?:\s*[:.]?$|\s*[:(].*$|\s+(?:for|of)\s.*$|\s+\p{L}[\p{L}\s]{0,40}$)|^\W*(?:sub-?totals?|grand totals?)\s|^kakaretso\W*$/iu;

/** True for the label of a row or column that adds up others: `Total`, `Grand total`, `Sub-total: Maseru`, `Kakaretso`. */
export function isTotalLabel(text: string): boolean {
  const first = text.trimStart().charCodeAt(0) | 32;
  // t, g, s, o, c, k and whatever is no letter; all else is settled without the pattern.
  if (first > 96 && first < 123 && !'tgsock'.includes(String.fromCharCode(first))) return false;
  return text.length <= 60 && TOTAL.test(text);
}
