export interface NormalEmail {
  readonly user: string;
  readonly host: string;
}

/** Longer text is no such value, and would only cost time. */
const MOST_SIGNS = 320;

/**
 * An e-mail address in lower case without the tag after "+". `null` where there is no user, no host, or a placeholder.
 */
export function readEmail(text: string): NormalEmail | null {
  if (text.length > MOST_SIGNS) return null;
  const address = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/^[^<]*<([^<>]+)>$/, '$1');
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const user = address.slice(0, at).replace(/\+.*$/, '').replace(/\s+/g, '');
  const host = address
    .slice(at + 1)
    .replace(/\s+/g, '')
    .replace(/[.>]+$/, '');
  if (user === '' || host === '' || PLACEHOLDERS.has(user)) return null;
  return { user, host };
}

const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'none',
  'noemail',
  'no',
  'na',
  'n/a',
  'unknown',
  'noreply',
  'no-reply',
  'xxx',
  'test',
]);
