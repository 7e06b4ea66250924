import { randomBytes } from 'node:crypto';
import { StoreProblem } from '../problem.ts';
import type { PersonId } from './linkage-types.ts';

/** Below it open persons are numbered, one after the other; from it on protected layers draw at random. */
export const FIRST_PROTECTED_NUMBER = 1_000_000_000_000;
const RANGE = 8_000_000_000_000_000n;

export const formatPersonId = (number: number): PersonId => `P-${String(number).padStart(8, '0')}`;

/** Throws `StoreProblem` `person_id_malformed` on anything but `P-` and figures. */
export function parsePersonId(id: PersonId): number {
  const match = /^P-(\d{1,16})$/.exec(id);
  if (match !== null) return Number(match[1]);
  throw new StoreProblem('person_id_malformed', 'That is no number of a person.', 'Write it as P-00000042.');
}

/** A number that says nothing of how many were given before it. */
export function drawProtectedNumber(): number {
  return FIRST_PROTECTED_NUMBER + Number(randomBytes(8).readBigUInt64BE() % RANGE);
}
