// Every workspace declares what it imports and imports what it declares. Run by `npm test`.
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

interface Description {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..', '..');
const shared = describe('.', 'devDependencies');
const problems = globSync('{packages,apps,country}/*/package.json', { cwd: root }).flatMap((file) => {
  const folder = file.replace('/package.json', '');
  const { name, dependencies = {} } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Description;
  const used = importsOf(folder, false);
  const usedInTests = importsOf(folder, true);
  const declared = new Set(Object.keys(dependencies));
  const missing = [...used].filter((module) => !declared.has(module) && module !== name);
  const missingInTests = [...usedInTests].filter(
    (module) => !declared.has(module) && !shared.has(module) && module !== name && !module.startsWith('@leeto/'),
  );
  const unused = [...declared].filter((module) => !used.has(module) && !isNamed(folder, module));
  return [
    ...[...missing, ...missingInTests].map((module) => `${file}: ${module} is imported but not declared`),
    ...unused.map((module) => `${file}: ${module} is declared but not imported`),
  ];
});

if (problems.length > 0) {
  console.error([...new Set(problems)].join('\n'));
  process.exitCode = 1;
}

function describe(folder: string, part: 'devDependencies'): ReadonlySet<string> {
  const description = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<
    typeof part,
    object
  >;
  return new Set(Object.keys(description[part]));
}

/** Packages imported by a workspace's code, or by its tests. Types of a package belong to the package. */
function importsOf(folder: string, inTests: boolean): ReadonlySet<string> {
  const modules = globSync('{src,bin}/**/*.{ts,js}', { cwd: join(root, folder) })
    .filter((file) => (/(\.test|fixture)\.ts$/.test(file) || file.includes('testing/')) === inTests)
    .flatMap((file) => [
      ...readFileSync(join(root, folder, file), 'utf8').matchAll(
        /^\s*(?:import|export)\s[^'"`;]*?from\s+'([^'.][^']*)'|^import\s+'([^'.][^']*)'|import\('([^'.][^']*)'\)/gm,
      ),
    ])
    .map((found) => packageOf(found[1] ?? found[2] ?? found[3] ?? ''));
  return new Set(
    modules.filter((module) => module !== '' && !module.startsWith('node:') && !builtinModules.includes(module)),
  );
}

function packageOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Fonts, templates and binaries are resolved by name, not imported. */
function isNamed(folder: string, module: string): boolean {
  return globSync('src/**/*.ts', { cwd: join(root, folder) }).some((file) =>
    readFileSync(join(root, folder, file), 'utf8').includes(module.split('/').at(-1) ?? module),
  );
}
