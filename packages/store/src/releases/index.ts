export { createRelease, type ReleaseContent } from './create-release.ts';
export { getRelease, listReleases, readReleaseFile } from './list-releases.ts';
export { listPublishedFiles, listPublishedReleases, readPublishedFile } from './published-releases.ts';
export {
  findNextState,
  nextSteps,
  type ReleaseState,
  type ReleaseStep,
  releaseTransitions,
} from './release-machine.ts';
export { releaseNumber } from './release-problem.ts';
export type {
  EarlierTable,
  PublishedRelease,
  Release,
  ReleaseEvent,
  ReleaseFile,
  ReleasePolicy,
  ReleaseRecord,
} from './release-types.ts';
export { type StepWanted, takeReleaseStep } from './take-release-step.ts';
