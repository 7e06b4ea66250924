import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The instance's key for pseudonyms (identifiers needed only to tell records apart), made at first use, readable by its
 * owner only. The same key gives the same pseudonym, so that a second delivery of a record is known again.
 */
export async function getPseudonymKey(folder: string): Promise<string> {
  const path = join(folder, 'pseudonym.key');
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(randomBytes(32).toString('hex'));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFile(path, 'utf8');
}
