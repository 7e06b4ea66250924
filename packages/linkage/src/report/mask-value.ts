/** The shape of a value: letters as x or X, digits as 9, signs and spaces as they are. */
export function maskValue(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '9');
}
