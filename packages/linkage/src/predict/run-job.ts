import { makePatternCounter, type Patterns } from '../train/count-patterns.ts';
import type { PairWeights } from './pair-weights.ts';
import type { PairWork, Task } from './pair-work.ts';
import { makeTaskScorer, type TaskPairs } from './score-task.ts';

export type EngineJob =
  | { readonly kind: 'random'; readonly pairs: number; readonly seed: number }
  | { readonly kind: 'patterns'; readonly task: Task; readonly share: number; readonly weights: PairWeights | null }
  | { readonly kind: 'score'; readonly task: Task; readonly weights: PairWeights };

export type EngineResult = Patterns | TaskPairs;

/** Runs jobs over one body of pairs; what a job prepares is kept for the next one. */
export function makeJobRunner(work: PairWork): (job: EngineJob) => EngineResult {
  let random: ReturnType<typeof makePatternCounter> | null = null;
  let counter: ReturnType<typeof makePatternCounter> | null = null;
  let scorer: ReturnType<typeof makeTaskScorer> | null = null;
  return (job) => {
    if (job.kind === 'score') {
      scorer ??= makeTaskScorer(work, job.weights);
      return scorer(job.task);
    }
    if (job.kind === 'random') {
      random ??= makePatternCounter(work, null);
      return random.countRandom(job.pairs, job.seed);
    }
    counter ??= makePatternCounter(work, job.weights);
    return counter.countTask(job.task, job.share);
  };
}
