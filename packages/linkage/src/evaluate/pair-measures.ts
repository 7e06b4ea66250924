import { probabilityOf, weightOf } from '../model.ts';
import type { JudgedPairs } from './pair-counts.ts';

/** Of pairs of records. `recall` counts what blocking never proposed as missed. NaN where there is nothing to divide by. */
export interface Measures {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface MeasuresAt extends Measures {
  /** Bits. Pairs at or above it are linked. */
  readonly threshold: number;
  readonly probability: number;
}

export interface EdgeMeasures {
  /** At p 0.5, 0.9, 0.95 and 0.99, or what was asked for. */
  readonly at: readonly MeasuresAt[];
  /** Where F1 is highest: for comparing with others' charts, not for claims (it is chosen with the truth in hand). */
  readonly best: MeasuresAt;
  /** Share of true pairs that were proposed and kept: no threshold reaches a higher recall. */
  readonly blockingRecall: number;
  readonly truePairs: number;
}

export const PROBABILITIES: readonly number[] = [0.5, 0.9, 0.95, 0.99];

/** P = TP / (TP + FP), R = TP / (TP + FN), F1 = 2 TP / (2 TP + FP + FN). */
export function measuresOf(truePositives: number, falsePositives: number, falseNegatives: number): Measures {
  return {
    truePositives,
    falsePositives,
    falseNegatives,
    precision: truePositives / (truePositives + falsePositives),
    recall: truePositives / (truePositives + falseNegatives),
    f1: (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives),
  };
}

/** Edges by themselves, before clustering: no pair that follows by way of a third record counts. */
export function measureEdges(judged: JudgedPairs, probabilities: readonly number[] = PROBABILITIES): EdgeMeasures {
  const steps = stepsOf(judged);
  const at = (probability: number): MeasuresAt => {
    const threshold = weightOf(probability);
    let last = -1;
    for (let low = 0, high = steps.length - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      if ((steps[middle] as Step).weight >= threshold) {
        last = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    const step = steps[last];
    const hits = step?.truePairs ?? 0;
    return { threshold, probability, ...measuresOf(hits, step?.falsePairs ?? 0, judged.allTrue - hits) };
  };
  let best: Step = { weight: Number.POSITIVE_INFINITY, truePairs: 0, falsePairs: 0 };
  const f1Of = ({ truePairs, falsePairs }: Step): number => (2 * truePairs) / (truePairs + falsePairs + judged.allTrue);
  for (const step of steps) if (f1Of(step) > f1Of(best)) best = step;
  return {
    at: probabilities.map(at),
    best: {
      threshold: best.weight,
      probability: probabilityOf(best.weight),
      ...measuresOf(best.truePairs, best.falsePairs, judged.allTrue - best.truePairs),
    },
    blockingRecall: (steps.at(-1)?.truePairs ?? 0) / judged.allTrue,
    truePairs: judged.allTrue,
  };
}

/** Pairs of records at or above a weight. */
export interface Step {
  readonly weight: number;
  readonly truePairs: number;
  readonly falsePairs: number;
}

/** One step a distinct weight, from the highest down, with what is at or above it. Pairs of which no truth is known make no step. */
export function stepsOf({ count, weight, truePairs, falsePairs }: JudgedPairs): Step[] {
  const order = new Uint32Array(count);
  let known = 0;
  for (let pair = 0; pair < count; pair += 1) {
    if (Number.isNaN(weight[pair]) || (truePairs[pair] === 0 && falsePairs[pair] === 0)) continue;
    order[known] = pair;
    known += 1;
  }
  const sorted = order.subarray(0, known).sort((a, b) => (weight[b] as number) - (weight[a] as number));
  const steps: Step[] = [];
  let [hits, misses] = [0, 0];
  for (let at = 0; at < sorted.length; at += 1) {
    const pair = sorted[at] as number;
    hits += truePairs[pair] as number;
    misses += falsePairs[pair] as number;
    const following = sorted[at + 1];
    if (following !== undefined && weight[following] === weight[pair]) continue;
    steps.push({ weight: weight[pair] as number, truePairs: hits, falsePairs: misses });
  }
  return steps;
}
