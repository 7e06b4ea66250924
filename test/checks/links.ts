// Every relative link in the project's Markdown leads somewhere. Run by `npm test`.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const pages = globSync('{*.md,docs/**/*.md,packages/*/*.md,apps/*/*.md,country/*/*.md}', { cwd: root });

const broken = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((found) => (found[1] ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(root, dirname(page), target)))
    .map((target) => `${page}: links to ${target}, which is not there`);
});

if (broken.length > 0) {
  console.error(broken.join('\n'));
  process.exitCode = 1;
}
