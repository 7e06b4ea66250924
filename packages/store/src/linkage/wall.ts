import type { RecordDeclaration } from '@leeto/registers';
import { checkName } from '../ledger/find-record-history.ts';
import type { Wall } from './linkage-types.ts';

export const OPEN: Wall = [];

/** The wall around what is known from these registers together: those of them that are declared as protected. */
export function wallOf(declarations: Iterable<RecordDeclaration>): Wall {
  const names = [...declarations].filter(isProtected).map(({ id }) => id);
  return makeWall(names);
}

/** Sorts names by code, as the database does, each once. */
export function makeWall(registers: readonly string[]): Wall {
  return [...new Set(registers.map(checkName))].sort();
}

export const isWithin = (wall: Wall, wider: readonly string[]): boolean => wall.every((name) => wider.includes(name));

export const isSameWall = (one: Wall, other: Wall): boolean => one.length === other.length && isWithin(one, other);

const isProtected = (declaration: RecordDeclaration): boolean =>
  declaration.shape === 'register' && declaration.isProtected === true;
