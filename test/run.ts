// `npm test`: every check and test, in the order in which a failure is cheapest to find. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const tally: Tally = { passed: 0, failed: 0, skipped: 0 };

check('types', [bin('tsc'), '--noEmit']);
check('lint and format', [bin('biome'), 'check', '.', '--error-on-warnings']);
check('import boundaries', [process.execPath, join(root, 'test', 'checks', 'boundaries.ts')]);
check('dependencies', [process.execPath, join(root, 'test', 'checks', 'dependencies.ts')]);
check('documentation links', [process.execPath, join(root, 'test', 'checks', 'links.ts')]);
check('generated files', [process.execPath, join(root, 'test', 'checks', 'generated.ts')]);
runTests();

const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
console.log(`\n${tally.passed} passed, ${tally.failed} failed${skipped}`);
process.exitCode = tally.failed > 0 ? 1 : 0;

function check(name: string, command: readonly string[]): void {
  const [program, ...parameters] = command;
  if (program === undefined) throw new Error(`check without a command: ${name}`);
  const started = Date.now();
  const outcome = spawnSync(program, parameters, { cwd: root, encoding: 'utf8' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const ok = outcome.status === 0;
  tally[ok ? 'passed' : 'failed'] += 1;
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!ok) console.log(outcome.stdout + outcome.stderr + (outcome.error?.message ?? ''));
}

function runTests(): void {
  const folder = mkdtempSync(join(tmpdir(), 'leeto-test-'));
  const report = join(folder, 'report.json');
  const parameters = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ];
  const outcome = spawnSync(bin('vitest'), parameters, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    tally.passed += counts.numPassedTests ?? 0;
    tally.failed += (counts.numFailedTests ?? 0) || (outcome.status === 0 ? 0 : 1);
    tally.skipped += counts.numPendingTests ?? 0;
  } catch {
    tally.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
