export { type BootstrapInterval, bootstrapFlows } from './bootstrap-flows.ts';
export { estimateFlows, estimateSteps, type FlowEstimate, type FlowSeries, flowSeries } from './estimate-flows.ts';
export { type EstimateOptions, estimateDefaults, type ResidenceTest } from './estimate-options.ts';
export {
  type LagRevision,
  type RevisionTriangle,
  revisionsByLag,
  revisionTriangle,
  type TriangleRow,
} from './revisions.ts';
export { keepVintage, readVintages, type VintageFolder } from './vintage-files.ts';
export { addVintages, lagOf, type OnExisting, toVintage, VintageExistsError, type VintageRow } from './vintages.ts';
