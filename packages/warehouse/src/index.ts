export type { Cell, Parameter, Parameters } from './cell.ts';
export * from './pipeline.ts';
export { openSession, type QueryResult, type Session, type SessionOptions } from './session.ts';
