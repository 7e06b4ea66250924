import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRelease } from '@leeto/store';
import { openTestInstance, type TestInstance } from '@leeto/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportRelease, hashList } from './export-release.ts';

let opened: TestInstance;
let root = '';
let release = 0;
beforeAll(async () => {
  opened = await openTestInstance();
  root = await mkdtemp(join(tmpdir(), 'leeto-export-'));
  const made = await createRelease(
    opened.instance,
    {
      title: 'Crossings',
      snapshot: 's',
      codeVersion: '0',
      policy: { creatorMaySign: false },
      createdBy: 'Anna',
      embargoUntil: null,
      tables: [],
      makeFiles: () => [
        { path: 'README.txt', mediaType: 'text/plain', content: 'about' },
        { path: 'csv/data/crossings.csv', mediaType: 'text/csv', content: 'a,b\r\n' },
        { path: 'package/datapackage.json', mediaType: 'application/json', content: '{}' },
        { path: 'package/data/crossings.csv', mediaType: 'text/csv', content: 'a,b\r\n' },
      ],
    },
    () => undefined,
  );
  release = made.id;
});
afterAll(async () => {
  await opened.dispose();
  await rm(root, { recursive: true });
});

const filesOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

test('one form is written into the folder itself, several into a folder each, none into all', async () => {
  const written = async (name: string, forms: Parameters<typeof exportRelease>[1]['forms']) => {
    await exportRelease(opened.instance, { release, forms, folder: join(root, name) });
    return filesOf(join(root, name));
  };
  expect(await written('one', ['package'])).toEqual(['README.txt', hashList, 'data/crossings.csv', 'datapackage.json']);
  const each = [
    'README.txt',
    hashList,
    'csv/data/crossings.csv',
    'package/data/crossings.csv',
    'package/datapackage.json',
  ];
  expect(await written('two', ['csv', 'package'])).toEqual(each);
  expect(await written('all', [])).toEqual(each);
});

test('a second export puts right what was changed, and leaves what is not its own', async () => {
  const folder = join(root, 'again');
  await exportRelease(opened.instance, { release, forms: ['csv'], folder });
  await writeFile(join(folder, 'data', 'crossings.csv'), 'changed');
  await writeFile(join(folder, 'README.txt.unfinished'), 'left by a kill');
  await writeFile(join(folder, 'notes.txt'), 'mine');
  const { files } = await exportRelease(opened.instance, { release, forms: ['csv'], folder });
  expect(await readFile(join(folder, 'data', 'crossings.csv'), 'utf8')).toBe('a,b\r\n');
  expect(await filesOf(folder)).toEqual(['README.txt', hashList, 'data/crossings.csv', 'notes.txt']);
  const list = await readFile(join(folder, hashList), 'utf8');
  expect(list).toBe(files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(''));
});

test('an export that cannot be finished leaves no list of hashes', async () => {
  const folder = join(root, 'cut');
  await exportRelease(opened.instance, { release, forms: ['csv'], folder });
  await rm(join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'data'), 'a file in the way');
  await expect(exportRelease(opened.instance, { release, forms: ['csv'], folder })).rejects.toMatchObject({
    code: 'EEXIST',
  });
  await expect(stat(join(folder, hashList))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a folder whose name is a file, and a release that is not there, are named', async () => {
  await writeFile(join(root, 'file'), '');
  const onFile = exportRelease(opened.instance, { release, forms: ['csv'], folder: join(root, 'file') });
  await expect(onFile).rejects.toThrow('is a file');
  const missing = exportRelease(opened.instance, { release: 999, forms: ['csv'], folder: join(root, 'none') });
  await expect(missing).rejects.toMatchObject({ code: 'release_missing' });
});
