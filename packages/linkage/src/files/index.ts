export { clustersCsv, personName } from './clusters-csv.ts';
export { expandPairs, type PairExpansion, type RecordPairs } from './expand-pairs.ts';
export { fitSpecToModel, readModel, withThreshold } from './read-model.ts';
export { sampleCsv } from './sample-csv.ts';
export { type WritePairsOptions, writePairs } from './write-pairs.ts';
