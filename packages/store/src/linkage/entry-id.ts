import { hash } from 'node:crypto';
import type { EntryId, Wall } from './linkage-types.ts';

/** What records share that are one entry: alike in all compared fields and, where nobody stands twice in it, in source. */
export interface EntryContent {
  /** Normal values in the order of the model's fields. */
  readonly fields: readonly (string | null)[];
  /** The register, where it is one in which nobody stands twice. */
  readonly uniqueSource: string | null;
}

/**
 * Names an entry by what it says: the first 16 bytes of SHA-256, as hex. Links to it outlast a run that finds the same entry
 * again, two desks that bring it name it alike, and no gap in a sequence tells of others. The wall goes in, so that equal
 * records on both sides of one have nothing in common.
 */
export function entryIdOf(content: EntryContent, wall: Wall): EntryId {
  let text = `${wall.join('+')}\u001e${content.uniqueSource ?? ''}`;
  for (const value of content.fields) text += value === null ? '\u001f\u0000' : `\u001f${value}`;
  return hash('sha256', text, 'hex').slice(0, 32);
}
