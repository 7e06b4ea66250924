export {
  type DecisionAcross,
  decisionsAcross,
  entriesOfPersons,
  findOpenCandidates,
  type OpenCandidate,
  type OwnEntry,
  openEntriesSince,
  openPersonsOf,
  personsConcerned,
  replaceLinksAcross,
} from './across-walls.ts';
export { addDecision, decisionsFor, keepDecision, type Saying } from './decisions.ts';
export { type EntryContent, entryIdOf } from './entry-id.ts';
export { type FoundEntry, findEntriesByKeys } from './find-entries-by-keys.ts';
export { findGone, findTouched, findUnlinked, linkedWith } from './find-unlinked.ts';
export { linkAtDesk, lockPersons } from './link-at-desk.ts';
export { currentModel, type KeptModel, saveModel } from './link-models.ts';
export {
  beginLinkRun,
  finishLinkRun,
  holdDesks,
  interruptLinkRun,
  type LinkRun,
  type LinkRunOptions,
  recoverLinkRuns,
} from './link-run.ts';
export type {
  EntryId,
  KeptLink,
  KeptPersonEvent,
  Layer,
  LinkState,
  PersonEvent,
  PersonId,
  RecordRef,
  ReviewDecision,
  Verdict,
  Wall,
} from './linkage-types.ts';
export type { LinkedContent } from './linked-content.ts';
export { moveOpenMark, readOpenMark } from './open-mark.ts';
export { appendEvents, eventsAround, lastEvent, listEvents, takePersonIds, undo } from './person-events.ts';
export { type PersonHistory, personHistory } from './person-history.ts';
export { personOf, recordsOfPerson, type SeenPerson } from './person-of.ts';
export { type Candidate, type DeskView, readAtDesk } from './read-at-desk.ts';
export { type LinkedComponent, readComponent } from './read-component.ts';
export { entriesOfRecords, type KeptEntry, readEntries } from './read-entries.ts';
export { readMembers } from './read-members.ts';
export { countReviewQueue, type PairToReview, type ReviewCursor, reviewQueuePage } from './review-queue.ts';
export { wallOf } from './wall.ts';
export { type RightsTransaction, withRights } from './with-rights.ts';
export { type Arrival, type ArrivingLink, type DeskChange, writeAtDesk, writeEntry } from './write-at-desk.ts';
export type { WriteProgress, WriteStage, Written } from './write-persons.ts';
