/** The form in which spelling variants of one folded name word agree. */
export function nameKey(token: string): string {
  return token.replace(/(.)\1+/g, '$1');
}
