import type { ProgressEvent } from '@leeto/server';

/**
 * Shows long work on stderr: on a terminal one line that is rewritten, elsewhere a line per finished step.
 * Returns a sink for progress events and an `end` that leaves the last line standing.
 */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr) {
  let current = '';
  let started = Date.now();
  let lastDrawn = 0;

  const finishLine = () => {
    if (current === '') return;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    stream.write(`${stream.isTTY ? '\r\x1b[2K' : ''}  ✓ ${current} (${seconds} s)\n`);
    current = '';
  };

  const onProgress = (event: ProgressEvent) => {
    if (event.step !== current) {
      finishLine();
      current = event.step;
      started = Date.now();
      lastDrawn = 0;
    }
    const now = Date.now();
    if (!stream.isTTY || now - lastDrawn < 100) return;
    lastDrawn = now;
    stream.write(`\r\x1b[2K  … ${current}${amount(event)}`.slice(0, Math.max(20, stream.columns + 5)));
  };

  return { onProgress, end: finishLine };
}

function amount({ done, total, unit }: ProgressEvent): string {
  if (done === undefined) return '';
  const count = done.toLocaleString('en');
  const of = total !== undefined && total > 0 ? ` of ${total.toLocaleString('en')}` : '';
  return `: ${count}${of}${unit === undefined ? '' : ` ${unit}`}`;
}
