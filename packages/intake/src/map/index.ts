export type { Codec, DateForm } from './codec.ts';
export { type CodeList, readCodeLists } from './guess/code-lists.ts';
export type { RegisterCandidate } from './guess/register-candidate.ts';
export { headerFingerprint, headerForm } from './header-form.ts';
export { type Inspection, type InspectOptions, inspectFile, type TableInspection } from './inspect-file.ts';
export { type IssueGroup, IssueLog, type RowIssues } from './issue-log.ts';
export type {
  FieldMapping,
  LeaveOut,
  Mapping,
  Recognition,
  RecordMapping,
  RowTest,
  Source,
  Unpivot,
} from './mapping.ts';
export { parseMapping } from './parse-mapping.ts';
export { type Proposal, type ProposeOptions, proposeMapping } from './propose-mapping.ts';
export {
  type CandidateCounts,
  type CandidateReading,
  type ReadCandidatesOptions,
  readCandidates,
} from './read-candidates.ts';
export { findSavedMapping } from './recognise-table.ts';
