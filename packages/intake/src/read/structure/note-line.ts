const NOTE =
  /^(?:sources?|notes?|n\.?b\.?|footnotes?|remarks?|disclaimer|copyright|suggested citation|prepared by|compiled by|data as of|last updated?|generated (?:on|by|at)|printed (?:on|by))\b\s*[:.\-–(©]|^(?:sources?|notes?|footnotes?)\s*:?$|^(?:©|\*{1,3}|†|‡|[¹²³⁴⁵⁶⁷⁸⁹]+)\s*\S.{3,}|^\(?(?:[a-z]|\d{1,2})[).]\s+\S.{8,}|^[pr]\s*=\s*\S+|^end of (?:report|file|table|data)\b/i;

/** True for a line that reads as a footnote, a source or a remark about a table. */
export function isNoteLine(text: string): boolean {
  return NOTE.test(text.trim());
}
