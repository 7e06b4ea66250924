import { createHash } from 'node:crypto';

/**
 * The plain form of a header, under which headers are compared: lower case, without accents, punctuation and units in
 * brackets; `Date of Birth (dd/mm/yyyy)` and `date_of_birth` are the same.
 */
export function headerForm(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Digest of all headers in order: equal for next month's file of the same layout. */
export function headerFingerprint(headers: readonly string[]): string {
  return createHash('sha256').update(headers.map(headerForm).join('|')).digest('hex').slice(0, 16);
}
