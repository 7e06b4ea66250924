import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { movements, optionsFor, tableOf } from './freeze.fixture.ts';
import { freeze } from './freeze.ts';
import type { Snapshot } from './manifest.ts';
import { openSnapshot, verifySnapshot } from './snapshot.ts';
import { hashFile } from './snapshot-file.ts';

let folder: string;
let snapshot: Snapshot;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  snapshot = await freeze(optionsFor(folder, [tableOf(movements)]));
});

async function change(name: string, edit: (content: Buffer) => Buffer | string): Promise<void> {
  const path = join(snapshot.folder, name);
  await chmod(path, 0o644);
  await writeFile(path, edit(await readFile(path)));
}

test('one changed byte is found', async () => {
  await change('border_movement.parquet', (content) => {
    content[20] = (content[20] ?? 0) ^ 1;
    return content;
  });
  expect(await verifySnapshot(snapshot)).toEqual([{ file: 'border_movement.parquet', what: 'changed' }]);
});

test('a missing file and a file put there later are found', async () => {
  await rm(join(snapshot.folder, 'delivery.parquet'));
  await writeFile(join(snapshot.folder, 'extra.parquet'), '');
  expect(await verifySnapshot(snapshot)).toEqual([
    { file: 'delivery.parquet', what: 'missing' },
    { file: 'extra.parquet', what: 'not_of_the_snapshot' },
  ]);
});

test('a changed provenance in the manifest is found', async () => {
  await change('manifest.json', (content) => content.toString().replace('"isSynthetic": true', '"isSynthetic": false'));
  expect(await verifySnapshot(await openSnapshot(folder))).toEqual([{ file: 'manifest.json', what: 'changed' }]);
});

test('a file changed together with its hash in the manifest is found by the id', async () => {
  const name = 'border_movement.parquet';
  const before = snapshot.manifest.tables[0]?.sha256 ?? '';
  await change(name, (content) => Buffer.concat([content]).fill(1, 20, 21));
  const after = await hashFile(join(snapshot.folder, name));
  expect(after).not.toBe(before);
  await change('manifest.json', (content) => content.toString().replace(before, after));
  expect(await verifySnapshot(snapshot)).toEqual([{ file: 'manifest.json', what: 'changed' }]);
});

test('a snapshot in a folder of another name is found', async () => {
  const moved = join(folder, '0'.repeat(16));
  await rename(snapshot.folder, moved);
  expect(await verifySnapshot({ ...snapshot, id: '0'.repeat(16), folder: moved })).toEqual([
    { file: 'manifest.json', what: 'changed' },
  ]);
});

test('a manifest that is cut off is refused with the name of its snapshot', async () => {
  await change('manifest.json', (content) => content.subarray(0, 100));
  await expect(openSnapshot(folder)).rejects.toThrow(`the snapshot ${snapshot.id} is damaged`);
});
