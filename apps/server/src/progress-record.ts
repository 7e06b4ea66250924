import type { Progress, ProgressEvent } from './progress.ts';

/** One step of long work: under way, or done and how long it took. */
export interface RecordedStep {
  readonly event: ProgressEvent;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** null while it is under way. */
  readonly endedAt: number | null;
}

/** What long work has come to so far, for whoever looks on from elsewhere (a browser, while the terminal shows it too). */
export interface ProgressRecord {
  readonly onProgress: Progress;
  readonly steps: () => readonly RecordedStep[];
}

/** Keeps each step of the events that it is given; a step ends where the next begins. */
export function recordProgress(now: () => number = Date.now): ProgressRecord {
  const steps: RecordedStep[] = [];
  return {
    steps: () => steps,
    onProgress: (event) => {
      const last = steps.at(-1);
      const isSame = last?.event.step === event.step;
      if (last !== undefined) steps[steps.length - 1] = { ...last, ...(isSame ? { event } : { endedAt: now() }) };
      if (!isSame) steps.push({ event, startedAt: now(), endedAt: null });
    },
  };
}
