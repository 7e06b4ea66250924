import type { LinkageModel, LinkField } from '@leeto/linkage';
import { currentModel, type RightsTransaction, StoreProblem } from '@leeto/store';

/** A database keeps the members of an object in an order of its own, and the order of fields is that of the values of entries. */
interface KeptDocument extends LinkageModel {
  readonly fieldOrder: readonly string[];
}

export const documentOf = (model: LinkageModel): KeptDocument => ({
  ...model,
  fieldOrder: Object.keys(model.spec.fields),
});

/** The model by which the open registers are linked today. Throws `StoreProblem` `not_linked` where there is none yet. */
export async function readKeptModel(tx: RightsTransaction): Promise<LinkageModel> {
  const kept = await currentModel(tx);
  if (kept === null) {
    throw new StoreProblem('not_linked', 'The registers have not been linked yet.', 'Link them first: leeto link.');
  }
  const { fieldOrder, ...model } = kept.document as KeptDocument;
  const fields: Record<string, LinkField> = {};
  for (const name of fieldOrder) {
    const field = model.spec.fields[name];
    if (field !== undefined) fields[name] = field;
  }
  return { ...model, spec: { ...model.spec, fields } };
}
