const LEADING = /^[=+\-@\t\r\n]/;
/** Signed numbers, telephone numbers (`+266 2231 2653`) and stand-ins such as `-0-` or `--` run nothing. */
const HARMLESS = /^[+-][\d\s.,()+-]*(?:e[+-]?\d+)?\s?%?$/i;

/** True for text that a spreadsheet would run as a formula when a file with it is opened. */
export function isFormulaLike(text: string): boolean {
  return LEADING.test(text) && !HARMLESS.test(text);
}

/**
 * Text that a spreadsheet shows and does not run: an apostrophe before what would begin a formula. Writers of CSV and
 * workbooks put every text through this; readers leave text as it is. (CWE-1236)
 */
export function neutraliseFormula(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}
