/** The shape of a text without its content: letters become `x`, capitals `X`, digits `9`. */
export function maskExample(text: string): string {
  return text
    .slice(0, 40)
    .replace(/\p{L}/gu, (letter) => (/\p{Lu}/u.test(letter) ? 'X' : 'x'))
    .replace(/\p{N}/gu, '9')
    .replace(/xxx+/g, 'xx…')
    .replace(/XXX+/g, 'XX…');
}
