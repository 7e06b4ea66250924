export { makeSite } from './http/site.ts';
export type * from './http/site-state.ts';
export { noProgress, type Progress, type ProgressEvent } from './progress.ts';
