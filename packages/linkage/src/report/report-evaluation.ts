import type { Evaluation } from '../evaluate/evaluate-linkage.ts';
import type { ExpectedAccuracy } from '../evaluate/expect-accuracy.ts';
import type { Measures } from '../evaluate/pair-measures.ts';
import type { SampleEstimates } from '../evaluate/sample-to-label.ts';
import type { Accuracy, ReportEvaluation, ThresholdRow } from './report-input.ts';

export interface ReportEvaluationInput {
  /** Bits from which pairs were linked. */
  readonly match: number;
  /** Against a truth. */
  readonly evaluation?: Evaluation;
  /** From a sample that a person looked through. */
  readonly sample?: SampleEstimates;
  /** From the model alone. */
  readonly expected?: ExpectedAccuracy;
  /** The truth was learnt from as well. */
  readonly isTruthLearnt?: boolean;
}

/** What the report tells of errors: measured before estimated from a sample before expected by the model. */
export function reportEvaluation({
  match,
  evaluation,
  sample,
  expected,
  isTruthLearnt = false,
}: ReportEvaluationInput): ReportEvaluation {
  return {
    ...(sample === undefined ? (expected === undefined ? {} : expectedParts(expected)) : sampledParts(sample)),
    ...(evaluation === undefined ? {} : measuredParts(evaluation, match)),
    ...(isTruthLearnt ? { isTruthLearnt } : {}),
  };
}

function expectedParts({ precision, recall, f1, thresholds }: ExpectedAccuracy): ReportEvaluation {
  return {
    // Where no pair reaches the threshold there is no share to tell.
    ...(Number.isNaN(precision.value) ? {} : { estimated: { precision, recall, f1, from: 'model' as const } }),
    thresholds: {
      are: 'estimated',
      rows: thresholds.rows
        .filter(({ pairs }) => pairs > 0)
        .map(
          ({ threshold, probability, pairs, expected }): ThresholdRow => ({
            threshold,
            probability,
            links: pairs,
            wrong: expected.falseLinks,
            precision: expected.precision,
            recall: expected.recall,
            f1: expected.f1,
          }),
        ),
    },
  };
}

function sampledParts({ estimate, thresholds }: SampleEstimates): ReportEvaluation {
  return {
    estimated: {
      precision: estimate.precision,
      recall: estimate.recallWithinCandidates,
      f1: estimate.f1,
      from: 'clerical_sample',
    },
    thresholds: {
      are: 'sampled',
      rows: thresholds
        .filter(({ precision }) => !Number.isNaN(precision.value))
        .map(({ threshold, precision, recallWithinCandidates, f1 }) => ({
          threshold,
          probability: 1 / (1 + 2 ** -threshold),
          precision: precision.value,
          recall: recallWithinCandidates.value,
          f1: f1.value,
        })),
    },
  };
}

function measuredParts({ edges, clusters, curves, examples, subgroups }: Evaluation, match: number): ReportEvaluation {
  const used = edges.at.find(({ threshold }) => Math.abs(threshold - match) < 1e-6);
  return {
    measured: {
      pairs: accuracyOf(clusters.pairs),
      ...(clusters.bCubed === null ? {} : { bCubed: accuracyOf(clusters.bCubed) }),
      ...(used === undefined ? {} : { edges: accuracyOf(used) }),
    },
    blockingRecall: edges.blockingRecall,
    curves,
    thresholds: {
      are: 'measured',
      rows: edges.at.map(
        ({ threshold, probability, truePositives, falsePositives, precision, recall, f1 }): ThresholdRow => ({
          threshold,
          probability,
          links: truePositives + falsePositives,
          wrong: falsePositives,
          precision,
          recall,
          f1,
        }),
      ),
    },
    subgroups: Object.entries(subgroups).flatMap(([dimension, groups]) =>
      groups.map(({ group, records, precision, recall, isPrecisionWorse, isRecallWorse }) => ({
        dimension,
        group,
        records,
        precision,
        recall,
        isPrecisionWorse,
        isRecallWorse,
      })),
    ),
    ...(examples === null
      ? {}
      : {
          missedBy: examples.missedBy,
          errors: [
            ...examples.falseMerges.map(({ left, right }) => ({ kind: 'false_link' as const, left, right })),
            ...examples.misses.map(({ left, right }) => ({ kind: 'missed_link' as const, left, right })),
          ],
        }),
  };
}

function accuracyOf({ precision, recall, f1 }: Pick<Measures, 'precision' | 'recall' | 'f1'>): Accuracy {
  return { precision: { value: precision }, recall: { value: recall }, f1: { value: f1 } };
}
