import type { DatasetDeclaration } from '../declaration.ts';
import { checkFields } from './check-fields.ts';
import { DeclarationError } from './declaration-error.ts';
import { freezeDeeply } from './freeze-deeply.ts';

/**
 * Declares a dataset: aggregates of somebody else's making, each field a dimension, the measure, or an attribute (SDMX 2.1
 * information model). Returns it frozen.
 * @throws DeclarationError with every problem of the declaration.
 */
export function defineDataset(declaration: Omit<DatasetDeclaration, 'shape'>): DatasetDeclaration {
  const dataset: DatasetDeclaration = { shape: 'dataset', ...declaration };
  const problems = [...checkFields(dataset)];
  const roles = [...dataset.dimensions, dataset.measure, ...dataset.attributes];
  for (const [index, name] of roles.entries()) {
    if (roles.indexOf(name) !== index)
      problems.push(`"${name}" has two roles among dimensions, measure and attributes`);
    if (!dataset.fields.some((field) => field.name === name))
      problems.push(`the structure names the unknown field "${name}"`);
  }
  for (const field of dataset.fields) {
    if (!roles.includes(field.name))
      problems.push(`field "${field.name}" is neither dimension nor measure nor attribute`);
  }
  if (dataset.key.join() !== dataset.dimensions.join()) problems.push('the key of a dataset is its dimensions');
  if (problems.length > 0) throw new DeclarationError(`The dataset "${declaration.id}"`, problems);
  return freezeDeeply(dataset);
}
