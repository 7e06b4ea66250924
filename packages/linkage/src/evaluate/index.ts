export type { ClusterMeasures, MeasuredRecords, Partition } from './cluster-measures.ts';
export { measureClusters } from './cluster-measures.ts';
export type { JudgedPairs, Linked } from './pair-counts.ts';
export { judgePairs } from './pair-counts.ts';
export type { EdgeMeasures, Measures, MeasuresAt } from './pair-measures.ts';
export { measureEdges, measuresOf, PROBABILITIES } from './pair-measures.ts';
export type { PairLabel, PairTruth, PersonTruth, TruthLabels } from './truth-labels.ts';
export { truthFromColumn, truthFromPairs } from './truth-labels.ts';
