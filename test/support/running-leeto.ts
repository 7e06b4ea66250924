import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const bin = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'bin', 'leeto.js');

export interface RunningLeeto {
  readonly process: ChildProcess;
  /** Resolves with the groups once either stream has printed something that matches. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Resolves with the exit code; null after a signal that was not caught. */
  readonly ended: Promise<number | null>;
}

/** Starts `leeto` and leaves it running, to be looked at, interrupted, or killed. */
export function runLeeto(home: string, ...parameters: readonly string[]): RunningLeeto {
  const { DATABASE_URL: _url, LEETO_INSTANCE: _instance, ...environment } = process.env;
  const child = spawn(process.execPath, [bin, ...parameters], {
    env: { ...environment, LEETO_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
      for (const listen of listeners) listen();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const listen = () => {
        const found = pattern.exec(text);
        if (found === null) return;
        listeners.delete(listen);
        resolve(found);
      };
      listeners.add(listen);
      listen();
      ended.then(() => reject(new Error(`It ended without saying ${pattern}. It said:\n${text}`)));
    });
  return { process: child, said, ended };
}
