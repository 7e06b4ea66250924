export { renderLinkageReport } from './render-linkage-report.ts';
export type {
  Accuracy,
  ReportEvaluation,
  ReportFile,
  ReportInput,
  Share,
  SubgroupRow,
  ThresholdRow,
} from './report-input.ts';
