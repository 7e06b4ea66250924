import type { Catalogue, RecordDeclaration } from '@leeto/registers';

/** The registers that hold persons, by what may be known of them; each in the order of names. */
export interface PersonRegisters {
  readonly open: readonly RecordDeclaration[];
  /** Linked to the open ones afterwards, each behind its own wall. */
  readonly protected: readonly RecordDeclaration[];
}

/** A register of persons has the block by which records are linked: names and a date of birth at least. */
export function personRegisters({ records }: Pick<Catalogue, 'records'>): PersonRegisters {
  const holding = [...records.values()]
    .filter((declaration) => declaration.shape !== 'dataset' && holdsPersons(declaration))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    open: holding.filter((declaration) => !isProtected(declaration)),
    protected: holding.filter(isProtected),
  };
}

/** Whether those without the right may not learn that a record is there. */
export function isProtected(declaration: RecordDeclaration): boolean {
  return declaration.shape === 'register' && declaration.isProtected === true;
}

function holdsPersons({ fields }: RecordDeclaration): boolean {
  const kinds = new Map(fields.map(({ name, kind }) => [name, kind]));
  return kinds.get('surname') === 'person_name' && kinds.get('date_of_birth')?.endsWith('date') === true;
}
