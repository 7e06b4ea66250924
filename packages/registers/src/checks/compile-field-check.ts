import type { Catalogue } from '../declaration.ts';
import type { FieldDeclaration } from '../field.ts';
import type { Reading } from '../kind.ts';
import { accepted, refused } from '../kinds/accepted.ts';
import { kindMeanings } from '../kinds/kind-meanings.ts';
import { codeIndexOf } from '../shapes/code-index.ts';

/** Checks one canonical value against its field. */
export type FieldCheck = (value: string) => Reading;

const MOST_CODES_IN_A_HINT = 12;

/**
 * Compiles the whole check of a field: form and range by its kind, and membership where the field names a classification.
 * Readings of codes are shared objects, so that a column of codes costs one look-up a value and no allocation.
 */
export function compileFieldCheck(field: FieldDeclaration, catalogue: Catalogue): FieldCheck {
  const meaning = kindMeanings[field.kind];
  const classification =
    field.classification === undefined ? undefined : catalogue.classifications.get(field.classification);
  if (classification === undefined || field.kind === 'sex') return (value) => meaning.check(value, field);
  const isOpen = field.kind === 'place';
  const readings = new Map<string, Reading>();
  for (const code of codeIndexOf(classification).items.keys()) readings.set(code, accepted(code));
  const hint = hintOf([...readings.keys()], classification.label.en);
  return (value) => {
    const known = readings.get(value);
    if (known !== undefined) return known;
    if (value === '_T' && field.concept !== undefined) return accepted(value);
    return isOpen ? meaning.check(value, field) : refused('unknown_code', hint);
  };
}

function hintOf(codes: readonly string[], list: string): string {
  return codes.length <= MOST_CODES_IN_A_HINT
    ? `one of ${codes.join(', ')}`
    : `a code of the list "${list}", such as ${codes.slice(0, 4).join(', ')}`;
}
