export type { BulkColumn } from './append-columns.ts';
export { attachSnapshot } from './attach-snapshot.ts';
export type { Cell, Parameter, Parameters } from './cell.ts';
export { columnTypes } from './column-types.ts';
export { explainPipeline, type StepExplanation } from './explain-pipeline.ts';
export { type FreezeOptions, type FreezeProgress, freeze } from './freeze.ts';
export type { FreezeTable } from './freeze-table.ts';
export type {
  DeliverySummary,
  FrozenClassification,
  FrozenTable,
  InstanceIdentity,
  Manifest,
  Snapshot,
  SnapshotFile,
} from './manifest.ts';
export * from './pipeline.ts';
export { quoteIdentifier, quoteLiteral } from './quote.ts';
export type { IntegerColumns } from './scan-integers.ts';
export { openSession, type QueryResult, type Session, type SessionOptions } from './session.ts';
export { findSnapshot, listSnapshots, openSnapshot, type SnapshotDamage, verifySnapshot } from './snapshot.ts';
export { type SourceTrace, type SourceTraceOptions, type TracedPosition, traceToSource } from './trace-to-source.ts';
