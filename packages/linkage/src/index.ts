export * from './link-problem.ts';
export * from './link-records.ts';
export * from './link-result.ts';
export * from './model.ts';
export { RecordSetBuilder } from './records/build-records.ts';
export * from './records/record-set.ts';
export * from './spec/link-spec.ts';
