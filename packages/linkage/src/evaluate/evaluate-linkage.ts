import type { LinkResult } from '../link-result.ts';
import type { ClusterMeasures } from './cluster-measures.ts';
import { measureClusters } from './cluster-measures.ts';
import type { Curves } from './curves.ts';
import { drawCurves } from './curves.ts';
import type { ErrorExamples } from './error-examples.ts';
import { findErrorExamples } from './error-examples.ts';
import { judgePairs } from './pair-counts.ts';
import type { EdgeMeasures } from './pair-measures.ts';
import { measureEdges } from './pair-measures.ts';
import type { SubgroupMeasures } from './subgroups.ts';
import { measureSubgroups } from './subgroups.ts';
import type { TruthLabels } from './truth-labels.ts';

export interface EvaluationOptions {
  readonly probabilities?: readonly number[];
  /** Named labellings of records: errors are told for each group of each. */
  readonly groupings?: Readonly<Record<string, (record: number) => string | null>>;
  readonly examples?: number;
  readonly seed?: number;
  readonly isProposed?: (leftEntry: number, rightEntry: number) => boolean;
}

/** Blocking, edges and clusters are three things, and are never told as one. */
export interface Evaluation {
  readonly edges: EdgeMeasures;
  readonly clusters: ClusterMeasures;
  readonly curves: Curves;
  /** Null where only some pairs are labelled. */
  readonly examples: ErrorExamples | null;
  readonly subgroups: Readonly<Record<string, readonly SubgroupMeasures[]>>;
}

/** Everything that can be said of a linkage whose truth is known, wholly or in part. */
export function evaluateLinkage(result: LinkResult, truth: TruthLabels, options: EvaluationOptions = {}): Evaluation {
  const judged = judgePairs(result, truth);
  const { examples: size, seed, isProposed, groupings = {} } = options;
  return {
    edges: measureEdges(judged, options.probabilities),
    clusters: measureClusters(result.clusters, truth, result.records),
    curves: drawCurves(judged),
    examples:
      truth.kind === 'pairs'
        ? null
        : findErrorExamples({
            linked: result,
            judged,
            clusters: result.clusters,
            truth,
            threshold: result.model.thresholds.match,
            ...(size === undefined ? {} : { size }),
            ...(seed === undefined ? {} : { seed }),
            ...(isProposed === undefined ? {} : { isProposed }),
          }),
    subgroups:
      truth.kind === 'pairs'
        ? {}
        : Object.fromEntries(
            Object.entries(groupings).map(([name, groupOf]) => [
              name,
              measureSubgroups({ linked: result.clusters, truth, records: result.records, groupOf }),
            ]),
          ),
  };
}
