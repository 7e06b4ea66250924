import { LinkProblem } from '../link-problem.ts';
import type { LinkResult } from '../link-result.ts';
import { type ClericalAnswer, type ClericalEstimate, estimateFromSample } from './clerical-estimate.ts';
import { type ClericalSample, DEFAULT_STRATA, drawClericalSample } from './clerical-sample.ts';

/** Pairs that a person can judge in an hour or two. */
export const SAMPLE_SIZE = 200;

/** Draws the pairs to judge, in bands of which the model's threshold is a bound, so that errors can be estimated at it. */
export function sampleToLabel(
  { pairs, model }: Pick<LinkResult, 'pairs' | 'model'>,
  { size = SAMPLE_SIZE, seed = 1 }: { readonly size?: number; readonly seed?: number } = {},
): ClericalSample {
  return drawClericalSample(pairs, { size, seed, strata: boundsOf(model.thresholds.match) });
}

/** A row of a sample that a person has been through. */
export interface LabelledRow {
  /** Numbers of records. */
  readonly left: number;
  readonly right: number;
  /** Null for "unsure" and for a blank. */
  readonly isMatch: boolean | null;
  /** Pairs in the row's band when the sample was drawn. */
  readonly stratumPairs: number;
}

export interface SampleEstimates {
  /** At the model's threshold. */
  readonly estimate: ClericalEstimate;
  /** At each bound of the bands, ascending. */
  readonly thresholds: readonly ClericalEstimate[];
}

/**
 * Estimates from a sample that comes back. The bands are counted anew: where one holds another number of pairs than when the sample
 * was drawn, or a pair of the sample is none of this linkage, the sample is of another one and says nothing about this one
 * (LinkProblem). So it does where nothing was answered.
 */
export function estimateFromLabels(
  { pairs, entries, model }: Pick<LinkResult, 'pairs' | 'entries' | 'model'>,
  rows: readonly LabelledRow[],
  name: string,
): SampleEstimates {
  const { match } = model.thresholds;
  const { strata } = drawClericalSample(pairs, { size: 0, seed: 1, strata: boundsOf(match) });
  const sampled: ClericalSample['pairs'][number][] = [];
  const answers: ClericalAnswer[] = [];
  for (const { left, right, isMatch, stratumPairs } of rows) {
    const [a, b] = [entries.entryOf[left] as number, entries.entryOf[right] as number];
    const pair = placeOf(pairs, Math.min(a, b), Math.max(a, b));
    const weight = pairs.weight[pair ?? 0] as number;
    const stratum = pair === undefined ? -1 : strata.findLastIndex(({ from }) => weight >= from);
    if (pair === undefined || strata[stratum]?.pairs !== stratumPairs) throw ofAnother(name);
    sampled.push({ pair, left: Math.min(a, b), right: Math.max(a, b), stratum });
    answers.push({ pair, isMatch });
  }
  if (!answers.some(({ isMatch }) => isMatch !== null)) {
    throw new LinkProblem({
      code: 'sample_not_answered',
      message: `${name}: no row has an answer.`,
      remedy:
        'Write "same", "not the same" or "unsure" into the column "verdict" of each row, and give the file again.',
    });
  }
  const sample = { strata, pairs: sampled };
  const at = (threshold: number) => estimateFromSample(sample, answers, { threshold });
  const isTold = ({ from }: { readonly from: number }) => from > 0 && from < 12;
  return { estimate: at(match), thresholds: strata.filter(isTold).map(({ from }) => at(from)) };
}

/** Pairs are sorted by left, then right. */
function placeOf({ count, left, right }: LinkResult['pairs'], a: number, b: number): number | undefined {
  for (let low = 0, high = count - 1; low <= high; ) {
    const middle = (low + high) >>> 1;
    const step = (left[middle] as number) - a || (right[middle] as number) - b;
    if (step === 0) return middle;
    if (step < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The usual bounds, and the threshold itself. */
function boundsOf(match: number): readonly number[] {
  return [...DEFAULT_STRATA.filter((own) => Math.abs(own - match) > 1e-6), match].sort((a, b) => a - b);
}

function ofAnother(name: string): LinkProblem {
  return new LinkProblem({
    code: 'sample_of_another_linkage',
    message: `${name} was drawn from another linkage: its pairs, or how many pairs are like them, are not those of this one.`,
    remedy:
      'Give the same files and the model.json that was written beside the sample (--model), without --labels; or draw a new sample.',
  });
}
