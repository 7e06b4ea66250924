/**
 * Text that a spreadsheet will not take for a formula, also after the sheet has been saved as CSV and opened again: an
 * apostrophe before a leading `=`, `+`, `-`, `@`, tab or line break (OWASP, CSV Injection), and no control characters.
 */
export function plainCellText(text: string): string {
  const visible = [...text]
    .filter((character) => character >= ' ' || character === '\t' || character === '\n')
    .join('');
  return /^[=+\-@\t\r\n]/.test(visible) ? `'${visible}` : visible;
}
