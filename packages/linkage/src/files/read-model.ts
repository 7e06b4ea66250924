import { LinkProblem } from '../link-problem.ts';
import type { LinkageModel } from '../model.ts';
import { weightOf } from '../model.ts';
import type { LinkSpec } from '../spec/link-spec.ts';

/** Reads a model that was written down before. Throws LinkProblem where it is none. */
export function readModel(text: string, name: string): LinkageModel {
  const refuse = (why: string): never => {
    throw new LinkProblem({
      code: 'not_a_model',
      message: `${name} is no linkage model: ${why}.`,
      remedy: 'Give the model.json that an earlier `leeto link` wrote.',
    });
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('it is not JSON');
  }
  if (typeof value !== 'object' || value === null) return refuse('it is not an object');
  const model = value as Partial<LinkageModel>;
  if (model.format !== 'leeto-linkage-model') return refuse('its "format" is not "leeto-linkage-model"');
  if (model.version !== 1) return refuse(`its version is ${String(model.version)}, and this program reads version 1`);
  const numbers = [model.prior, model.thresholds?.match, model.thresholds?.review];
  const isWhole =
    numbers.every((number) => typeof number === 'number' && Number.isFinite(number)) &&
    typeof model.spec?.fields === 'object' &&
    Array.isArray(model.blocking) &&
    Array.isArray(model.differenceRatios) &&
    Array.isArray(model.comparisons) &&
    model.comparisons.length > 0 &&
    model.comparisons.every(
      ({ levels, fields }) =>
        Array.isArray(fields) &&
        Array.isArray(levels) &&
        levels.every(({ m, u, weight, test }) => [m, u, weight].every(Number.isFinite) && typeof test === 'object'),
    );
  if (!isWhole) return refuse('parts of it are missing or are no numbers');
  return model as LinkageModel;
}

/**
 * Whether a model can judge what a spec describes: each field of the model must be in the spec with the same kind and part. Returns the
 * spec less the fields that the model does not know. Throws LinkProblem where it can't.
 */
export function fitSpecToModel(spec: LinkSpec, model: LinkageModel): { spec: LinkSpec; leftOut: readonly string[] } {
  const problems = Object.entries(model.spec.fields).flatMap(([name, { kind, part }]) => {
    const own = spec.fields[name];
    if (own === undefined) return [`it compares "${name}" (${kind}), which the spec does not have`];
    if (own.kind === kind && own.part === part) return [];
    return [
      `it knows "${name}" as ${kind}${part ? ` (${part})` : ''}, the spec as ${own.kind}${own.part ? ` (${own.part})` : ''}`,
    ];
  });
  if (problems.length > 0) {
    throw new LinkProblem({
      code: 'model_of_another_spec',
      message: `The model was made for another spec: ${problems.join('; ')}.`,
      remedy: 'Use the spec.json that was written beside the model, or leave --model out and have a new one learnt.',
    });
  }
  const leftOut = Object.keys(spec.fields).filter((name) => model.spec.fields[name] === undefined);
  const fields = Object.fromEntries(Object.entries(spec.fields).filter(([name]) => !leftOut.includes(name)));
  return { spec: { ...spec, fields }, leftOut };
}

/** The same model that links from another probability on. */
export function withThreshold(model: LinkageModel, probability: number | undefined): LinkageModel {
  if (probability === undefined) return model;
  const match = weightOf(probability);
  return { ...model, thresholds: { match, review: Math.min(match, model.thresholds.review) } };
}
