import type { ClericalEstimate } from '../evaluate/clerical-estimate.ts';
import type { Evaluation } from '../evaluate/evaluate-linkage.ts';
import type { Measures } from '../evaluate/pair-measures.ts';
import type { Accuracy, ReportEvaluation } from './report-input.ts';

export interface ReportEvaluationInput {
  /** Against a truth. */
  readonly evaluation?: Evaluation;
  /** From a sample that a person looked through. */
  readonly clerical?: ClericalEstimate;
  /** From the model alone, where there is neither. */
  readonly estimated?: Accuracy;
}

/** What the report tells of errors, from what evaluation found. */
export function reportEvaluation({ evaluation, clerical, estimated }: ReportEvaluationInput): ReportEvaluation {
  return {
    ...(clerical === undefined
      ? estimated === undefined
        ? {}
        : { estimated: { ...estimated, from: 'model' as const } }
      : {
          estimated: {
            precision: clerical.precision,
            recall: clerical.recallWithinCandidates,
            f1: clerical.f1,
            from: 'clerical_sample' as const,
          },
        }),
    ...(evaluation === undefined ? {} : measuredParts(evaluation)),
  };
}

function measuredParts({ edges, clusters, examples, subgroups }: Evaluation): ReportEvaluation {
  const used = edges.at.find(({ probability }) => probability === 0.95);
  return {
    measured: {
      pairs: accuracyOf(clusters.pairs),
      ...(clusters.bCubed === null ? {} : { bCubed: accuracyOf(clusters.bCubed) }),
      ...(used === undefined ? {} : { edges: accuracyOf(used) }),
    },
    blockingRecall: edges.blockingRecall,
    thresholds: { are: 'measured', rows: edges.at },
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
