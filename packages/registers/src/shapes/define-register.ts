import type { RegisterDeclaration } from '../declaration.ts';
import { checkFields } from './check-fields.ts';
import { DeclarationError } from './declaration-error.ts';
import { freezeDeeply } from './freeze-deeply.ts';

/**
 * Declares a register: records with a life cycle. Returns it frozen.
 * @throws DeclarationError with every problem of the declaration.
 */
export function defineRegister(declaration: Omit<RegisterDeclaration, 'shape'>): RegisterDeclaration {
  const register: RegisterDeclaration = { shape: 'register', ...declaration };
  const problems = checkFields(register);
  if (problems.length > 0) throw new DeclarationError(`The register "${declaration.id}"`, problems);
  return freezeDeeply(register);
}
