import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface CommandOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const bin = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'bin', 'leeto.js');

/** Runs `leeto` as a user would, with instances in `home` and no database of the developer's own. */
export function leeto(home: string, ...parameters: readonly string[]): Promise<CommandOutcome> {
  const { DATABASE_URL: _url, LEETO_INSTANCE: _instance, ...environment } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...parameters], {
      env: { ...environment, LEETO_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}
