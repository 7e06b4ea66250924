export * from './classified-table.ts';
export { type ClassifyCrossingsOptions, classifyCrossings, dayNumber, type PutInCounts } from './classify-crossings.ts';
export type { GapMode, StartMode } from './classify-person.ts';
export { type CommuterRule, commuterRule } from './find-commuting.ts';
export * from './residence-rule.ts';
export { type ClassifiedCount, type ClassifiedSummary, summariseClassified } from './summarise-classified.ts';
