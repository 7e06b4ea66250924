export { describeProblem } from './describe-problem.ts';
export { type CorrectedFile, readIssuesFile } from './read-issues-file.ts';
export { type IssuesFileContent, type IssuesPart, writeIssuesFile } from './write-issues-file.ts';
