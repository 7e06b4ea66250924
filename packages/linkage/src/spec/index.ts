export { KINDS, kindOfWord, wordForm } from './kind-words.ts';
export { type ParsedSpec, parseLinkSpec } from './parse-link-spec.ts';
export { proposeLinkSpec, type SampledColumn, type SpecProposal } from './propose-link-spec.ts';
export { editDistance, nearestWord, type SpecProblem, SpecRefused } from './spec-problem.ts';
