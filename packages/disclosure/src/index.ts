export { assertReleased, isReleased, isSuppressed, NotReleasedError } from './brand.ts';
export { type ReleaseOptions, release } from './release.ts';
export * from './released-table.ts';
export { type DisclosureRule, disclosureRules, type Hierarchies } from './rule.ts';
