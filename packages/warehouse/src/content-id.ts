import { createHash } from 'node:crypto';
import type { Manifest } from './manifest.ts';

/**
 * The id of a snapshot: the first 64 bits of the hash of its content. Neither the time nor the version of the code is part
 * of it, so that records that have not changed give the snapshot that is there already.
 */
export function contentId(content: Omit<Manifest, 'id' | 'created' | 'codeVersion'>): string {
  const { format, instance, tables, classificationFile, classifications, deliveryFile, deliveries, personFile } =
    content;
  const named = { format, instance, tables, classificationFile, classifications, deliveryFile, deliveries, personFile };
  return createHash('sha256').update(canonicalJson(named)).digest('hex').slice(0, 16);
}

/** JSON with the members of every object in order of name: the same value, the same text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
      : member,
  );
}
