import type { FieldDeclaration } from '../field.ts';
import type { Reading } from '../kind.ts';
import { accepted, refused } from './accepted.ts';

/** Holds a number against the field's `minimum` and `maximum`. */
export function numberInRange(value: string, number: number, field: FieldDeclaration): Reading {
  if (field.minimum !== undefined && number < Number(field.minimum)) {
    return refused('below_minimum', `a number of at least ${field.minimum}${unitOf(field)}`);
  }
  if (field.maximum !== undefined && number > Number(field.maximum)) {
    return refused('above_maximum', `a number of at most ${field.maximum}${unitOf(field)}`);
  }
  return accepted(value);
}

/** Holds a calendar text against the field's `minimum` and `maximum`, to the precision that both have. */
export function dateInRange(value: string, field: FieldDeclaration): Reading {
  if (field.minimum !== undefined && isBefore(value, String(field.minimum))) {
    return refused('below_minimum', `${field.minimum} or later`);
  }
  if (field.maximum !== undefined && isBefore(String(field.maximum), value)) {
    return refused('above_maximum', `${field.maximum} or earlier`);
  }
  return accepted(value);
}

/** Holds a text against the field's `maximumLength`. */
export function textInRange(value: string, field: FieldDeclaration, longest: number): Reading {
  const most = field.maximumLength ?? longest;
  if (value.length === 0) return refused('empty', 'a text, or nothing at all where it is not stated');
  if (value.length > most) return refused('too_long', `at most ${most} characters`);
  if (hasControlCharacter(value)) return refused('control_character', 'a text without control characters');
  return accepted(value);
}

/** Whether a text holds a control character other than tab and line ends: a sign of a broken file, refused by the database. */
function hasControlCharacter(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return true;
  }
  return false;
}

function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

const unitOf = (field: FieldDeclaration): string => (field.unit === undefined ? '' : ` ${field.unit}`);
