export { compareVintages, type KeptTable, type VintageComparison, type VintageFinding } from './compare-vintages.ts';
export { exchangeContextOf } from './exchange-context-of.ts';
export { type ExportedFile, exportRelease, type ReleaseExport } from './export-release.ts';
export {
  type MadeRelease,
  type MakeReleaseOptions,
  makeRelease,
  type ReleasedLine,
  type ReleaseFinding,
  ReleaseRefused,
} from './make-release.ts';
export { type PublishedPages, publishedPages } from './published-pages.ts';
export type { ReadPublished } from './release-routes.ts';
