#!/usr/bin/env node
// Runs on any Node that npm runs on; hands over to the pinned runtime (the `node` package), which runs TypeScript from source.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'main.ts');
const major = Number(process.versions.node.split('.')[0]);

if (major >= 24) {
  await import(main);
} else {
  const runtime = pinnedRuntime();
  if (runtime === null) {
    console.error('leeto: the pinned runtime is missing. Run `npm ci` in the project folder, then try again.');
    process.exit(2);
  }
  const child = spawn(runtime, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches both; this one waits until the other has closed its database. Other signals reach this one alone.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(`leeto: the pinned runtime does not start (${error.code}). Run \`npm ci\` in the project folder.`);
    process.exit(2);
  });
  child.once('exit', (code) => process.exit(code ?? 2));
}

function pinnedRuntime() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}
