import { rename, rm } from 'node:fs/promises';

/** Has a file written under a passing name, and gives it its own when it is whole. Throws what the writing throws, leaving nothing. */
export async function writeWhole(path: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await write(unfinished);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
}
