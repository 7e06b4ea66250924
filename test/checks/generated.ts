// Generated files are as the declarations make them. `--write` brings them up to date; without it a difference is an error.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from '@leeto/registers';
import { defaultCountry, getCountryContext } from '@leeto/server';
import { measureIndexes, withMeasureRows } from '@leeto/statistics';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'docs', 'dictionary');
const wanted = generatedFiles(getCountryContext(defaultCountry).catalogue);
const pages = new Map([...measureIndexes].map(([path, rows]) => [path, withMeasureRows(read(path) ?? '', rows)]));
const present = globSync('docs/dictionary/**/*.{md,json}', { cwd: root });

if (process.argv.includes('--write')) {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of [...wanted, ...pages]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
} else {
  const differing = [...wanted, ...pages].filter(([path, content]) => read(path) !== content).map(([path]) => path);
  const superfluous = present.filter((path) => !wanted.has(path));
  for (const path of [...differing, ...superfluous])
    console.error(`${path} is not as the declarations make it: npm run generate`);
  if (differing.length + superfluous.length > 0) process.exitCode = 1;
}

function read(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}
