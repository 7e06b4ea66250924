import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'leeto-make-folder-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('makes all the folders of a path, and a second time changes nothing', async () => {
  const path = join(root, 'a', 'b', 'c');
  await makeFolder(path);
  await makeFolder(path);
  expect((await stat(path)).isDirectory()).toBe(true);
});

test('names the file that is in the way', async () => {
  const file = join(root, 'file');
  await writeFile(file, '');
  await expect(makeFolder(join(file, 'below'))).rejects.toThrow(`${file} is a file`);
});

test.skipIf(process.platform !== 'linux')(
  'gives up where no folder can be made',
  async () => {
    await expect(makeFolder('/proc/no-such-folder')).rejects.toThrow('cannot be made');
  },
  5_000,
);
