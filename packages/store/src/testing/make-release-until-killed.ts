// Run as a program: makes a release in the instance of a folder, says `making` once its tables are written, and waits to be killed.
import { writeSync } from 'node:fs';
import { openInstance } from '../instance/open-instance.ts';
import { createRelease } from '../releases/create-release.ts';
import { sampleRelease } from './sample-release.ts';

const [folder = '', databaseUrl] = process.argv.slice(2);
const instance = await openInstance({ folder, databaseUrl });
await createRelease(
  instance,
  {
    ...sampleRelease(),
    makeFiles: () => {
      writeSync(1, 'making\n');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
      return [];
    },
  },
  () => undefined,
);
