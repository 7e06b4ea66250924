import { exitCode } from './exit-code.ts';

let stop: (() => void) | null = null;

/**
 * Ends the program in order at Ctrl-C: what listens for the end of the process (the embedded database) is told, which a
 * signal left to itself would not do. Nothing of a file under way is kept: it was in one transaction.
 */
export function watchInterruption(): void {
  // Without a terminal a hang-up is not for us: nohup has it ignored, and a handler here would undo that.
  const hangUp = process.stderr.isTTY === true ? (['SIGHUP'] as const) : [];
  for (const signal of ['SIGINT', 'SIGTERM', ...hangUp] as const) {
    process.on(signal, () => {
      if (stop !== null) {
        const end = stop;
        stop = null;
        end();
        return;
      }
      process.stderr.write('\nleeto: stopped. What was under way was not kept; run the same command again to go on.\n');
      process.exit(exitCode.couldNotRun);
    });
  }
}

/** Resolves at the first Ctrl-C, in place of ending the program; a second one ends it at once. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    stop = resolve;
  });
}
