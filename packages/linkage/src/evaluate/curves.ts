import type { JudgedPairs } from './pair-counts.ts';
import type { Step } from './pair-measures.ts';
import { stepsOf } from './pair-measures.ts';

export interface CurvePoint {
  /** Bits: pairs at or above it are linked. */
  readonly threshold: number;
  readonly precision: number;
  /** Of all true pairs, those never proposed included. */
  readonly recall: number;
  /** Of all pairs that are not of one person, those never proposed included. */
  readonly falsePositiveRate: number;
}

export interface Curves {
  /** From the highest threshold down; at most `points`. */
  readonly points: readonly CurvePoint[];
  /** Area under the ROC curve over all pairs; pairs never proposed are all tied at the end. */
  readonly auc: number;
  /** The same over proposed pairs alone: how well the weights order what blocking let through. */
  readonly aucWithinCandidates: number;
  /** Σ (R_i - R_(i-1)) P_i: area under the precision–recall curve, never proposed pairs missed. */
  readonly averagePrecision: number;
}

/** ROC and precision–recall curves of scored pairs. All areas are computed from every step, only the points are thinned. */
export function drawCurves(judged: JudgedPairs, points = 200): Curves {
  const steps = stepsOf(judged);
  const last = steps.at(-1) ?? { weight: 0, truePairs: 0, falsePairs: 0 };
  const allFalse = judged.allPairs - judged.allTrue;
  let averagePrecision = 0;
  let before = 0;
  for (const { truePairs, falsePairs } of steps) {
    averagePrecision += ((truePairs - before) / judged.allTrue) * (truePairs / (truePairs + falsePairs));
    before = truePairs;
  }
  return {
    points: thin(steps, points, judged.allTrue).map(({ weight, truePairs, falsePairs }) => ({
      threshold: weight,
      precision: truePairs / (truePairs + falsePairs),
      recall: truePairs / judged.allTrue,
      falsePositiveRate: falsePairs / allFalse,
    })),
    auc: areaBelow([...steps, { truePairs: judged.allTrue, falsePairs: allFalse }]),
    aucWithinCandidates: last.truePairs > 0 && last.falsePairs > 0 ? areaBelow(steps) : Number.NaN,
    averagePrecision,
  };
}

/** Trapezoids: ties are worth one half. */
function areaBelow(steps: readonly Pick<Step, 'truePairs' | 'falsePairs'>[]): number {
  const last = steps.at(-1);
  if (!last) return Number.NaN;
  let [area, hits, misses] = [0, 0, 0];
  for (const { truePairs, falsePairs } of steps) {
    area += ((falsePairs - misses) * (hits + truePairs)) / 2;
    [hits, misses] = [truePairs, falsePairs];
  }
  return area / (last.truePairs * last.falsePairs);
}

/** Keeps a step wherever recall or the share of false pairs has moved by a step of the picture; first and last always. */
function thin(steps: readonly Step[], points: number, allTrue: number): Step[] {
  if (steps.length <= points) return [...steps];
  const allFalse = (steps.at(-1) as Step).falsePairs;
  const positionOf = ({ truePairs, falsePairs }: Step): number =>
    Math.floor((truePairs / allTrue + falsePairs / Math.max(1, allFalse)) * 0.5 * (points - 2));
  return steps.filter((step, at) => {
    const before = steps[at - 1];
    return before === undefined || at === steps.length - 1 || positionOf(step) > positionOf(before);
  });
}
