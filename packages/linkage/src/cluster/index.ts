export type { Agglomeration, Guards } from './agglomerate.ts';
export { agglomerate } from './agglomerate.ts';
export type { ClusterInput, ClusterOutcome } from './cluster-pairs.ts';
export { clusterPairs, GIANT_SIZE, numberClusters } from './cluster-pairs.ts';
export type { DecisionConflict, PairDecision } from './decided-pairs.ts';
export { findBridges } from './find-bridges.ts';
export type { WeightedEdges } from './order-by-weight.ts';
export { orderByWeight } from './order-by-weight.ts';
export type { Guard, HeldBackEdge, PersonClusters } from './person-clusters.ts';
