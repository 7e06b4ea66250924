export { describeProblem } from './describe-problem.ts';
export { templateMapping } from './import-template.ts';
export { type CorrectedFile, readIssuesFile } from './read-issues-file.ts';
export { writeImportTemplate } from './write-import-template.ts';
export { type IssuesFileContent, type IssuesPart, writeIssuesFile } from './write-issues-file.ts';
