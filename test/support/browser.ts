import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * A real Chromium for tests, unpacked from its npm package into a folder of this user's: nothing is downloaded, nothing
 * installed on the system, root or not. The system's libraries come first; where some are missing (a machine without a
 * desktop has no NSS), those that the package brings are used.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = join(tmpdir(), `leeto-browser-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const executablePath = await inside(folder, () => sparticuz.executablePath());
  const args = sparticuz.args.filter((flag) => flag !== '--single-process' && flag !== '--disable-web-security');
  try {
    return await chromium.launch({ executablePath, args });
  } catch {
    const libraries = await unpackLibraries(folder);
    return await chromium.launch({ executablePath, args, env: { ...environment(), LD_LIBRARY_PATH: libraries } });
  }
}

async function unpackLibraries(folder: string): Promise<string> {
  const unpacked = join(folder, 'al2023', 'lib');
  if (!existsSync(unpacked)) {
    const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
    await inside(folder, () => inflate(join(packed, 'al2023.tar.br')));
  }
  return unpacked;
}

/** The package unpacks into the temporary folder and nowhere else; this points it at ours for the time of one call. */
async function inside<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
