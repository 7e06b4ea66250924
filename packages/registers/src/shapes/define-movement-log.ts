import type { MovementLogDeclaration } from '../declaration.ts';
import { checkFields } from './check-fields.ts';
import { DeclarationError } from './declaration-error.ts';
import { freezeDeeply } from './freeze-deeply.ts';

/**
 * Declares a movement log: append-only events in great number. Returns it frozen.
 * @throws DeclarationError with every problem of the declaration.
 */
export function defineMovementLog(declaration: Omit<MovementLogDeclaration, 'shape'>): MovementLogDeclaration {
  const log: MovementLogDeclaration = { shape: 'movement_log', ...declaration };
  const problems = [...checkFields(log)];
  const dated = log.fields.find((field) => field.name === log.datedBy);
  if (dated !== undefined && (dated.kind !== 'date' || dated.required !== true)) {
    problems.push(`datedBy "${log.datedBy}" is not a required date, by which alone a log can be partitioned`);
  }
  if (problems.length > 0) throw new DeclarationError(`The movement log "${declaration.id}"`, problems);
  return freezeDeeply(log);
}
