export { type AuditedCell, type AuditInput, auditPublished, type PublishedCell } from './audit/audit-published.ts';
export { assertReleased, isReleased, isSuppressed, NotReleasedError } from './brand.ts';
export { entropyShares, makePerturbationTable, type PerturbationOptions } from './cell-key/make-perturbation-table.ts';
export { cellKeyOf, type PerturbationTable, pcvOf, perturbCounts, tenFive } from './cell-key/perturb-counts.ts';
export { auditVintages, type Vintage, type VintageAudit } from './differencing/audit-vintages.ts';
export { type Attributes, combinationsOf, countCombinations } from './microdata/count-combinations.ts';
export { measureUtility, type UtilityByLength } from './microdata/measure-utility.ts';
export { type PrivateAggregates, type PrivateOptions, privateAggregates } from './microdata/private-aggregates.ts';
export { synthesiseKAnonymous } from './microdata/synthesise-k-anonymous.ts';
export { synthesisePrivate } from './microdata/synthesise-private.ts';
export { type ChooseOptions, type ChooseProgress, chooseSuppression } from './optimal/choose-suppression.ts';
export type { SuppressionChoice, SuppressionProblem } from './optimal/suppression-problem.ts';
export {
  BudgetSpent,
  boundContributions,
  budgetLeft,
  geometricNoise,
  laplaceNoise,
  type PrivacyEntry,
  type PrivacyLedger,
  spendBudget,
} from './privacy/privacy-ledger.ts';
export { type BuildOptions, buildCellTable } from './protect-table/build-cell-table.ts';
export type { CellTable, Contributions, Sum, TableCell } from './protect-table/cell-table.ts';
export { readHierarchies, TOTAL } from './protect-table/code-hierarchy.ts';
export {
  findPrimaries,
  type PrimaryCell,
  requiredWidth,
  type SensitivityRules,
} from './protect-table/find-primaries.ts';
export {
  AuditFailed,
  type ProtectedCell,
  type ProtectedTable,
  type ProtectionReport,
  type ProtectOptions,
  protectTable,
  type SuppressionAudit,
} from './protect-table/protect-table.ts';
export { type TableIssue, TableRefused } from './protect-table/table-problem.ts';
export { type ReleaseOptions, release } from './release.ts';
export * from './released-table.ts';
export { type RoundedTable, roundTable } from './rounding/round-table.ts';
export { type DisclosureRule, disclosureRules, type Hierarchies } from './rule.ts';
