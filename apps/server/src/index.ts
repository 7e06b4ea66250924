export { tableCsv as releasedCsv } from '@leeto/publication';
export * from './classify-file/index.ts';
export type { Preparation } from './http/preparation-page.ts';
export { makeSite, type SiteView } from './http/site.ts';
export type * from './http/site-state.ts';
export { demonstrationMark } from './http/status-page.ts';
export * from './link-files/index.ts';
export * from './link-registers/index.ts';
export { codeVersion } from './main-job/code-version.ts';
export { compileEdition } from './main-job/compile-edition.ts';
export { computeReleased, computeTables, measureParameters, withSnapshot } from './main-job/compute-tables.ts';
export { type CountryContext, defaultCountry, getCountryContext } from './main-job/country-context.ts';
export {
  type Demonstration,
  type DemonstrationSettings,
  defaultSettings,
  prepareDemonstration,
} from './main-job/demonstration.ts';
export { findLatestEdition, type StoredEdition } from './main-job/edition-store.ts';
export { type Examination, examineInstance } from './main-job/examine.ts';
export { findPersons } from './main-job/find-persons.ts';
export { freezeInstance } from './main-job/freeze-instance.ts';
export { type ImportFileOptions, importFile } from './main-job/import-file.ts';
export { type FolderImport, getCodeLists, importFolder } from './main-job/import-folder.ts';
export type { DeliveryOutcome, FileOutcome, TableOutcome } from './main-job/import-outcome.ts';
export { importPack } from './main-job/import-pack.ts';
export { instancePaths } from './main-job/instance-paths.ts';
export { makeFolder } from './main-job/make-folder.ts';
export { recogniseTables } from './main-job/recognise-file.ts';
export { readMapping, readSavedMappings, saveMapping } from './main-job/saved-mappings.ts';
export { readSiteState } from './main-job/site-state.ts';
export { openWholeInstance } from './main-job/whole-file.ts';
export { noProgress, type Progress, type ProgressEvent } from './progress.ts';
export { type ProgressRecord, type RecordedStep, recordProgress } from './progress-record.ts';
export * from './protect-file/index.ts';
export * from './release/index.ts';
