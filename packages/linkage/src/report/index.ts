export { renderLinkageReport } from './render-linkage-report.ts';
export { type ReportEvaluationInput, reportEvaluation } from './report-evaluation.ts';
export type {
  Accuracy,
  ReportEvaluation,
  ReportFile,
  ReportInput,
  Share,
  SubgroupRow,
  ThresholdRow,
} from './report-input.ts';
