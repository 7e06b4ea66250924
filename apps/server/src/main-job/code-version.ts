import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of the code, as it stands in snapshots and editions. */
export const codeVersion: string = readVersion();

function readVersion(): string {
  const root = join(import.meta.dirname, '..', '..', '..', '..');
  const description: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const isDescription = typeof description === 'object' && description !== null && 'version' in description;
  return isDescription && typeof description.version === 'string' ? description.version : 'unknown';
}
