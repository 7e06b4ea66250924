import { AFRICAN_NAME_FORMS } from './given-name-forms-african.ts';
import { EUROPEAN_NAME_FORMS } from './given-name-forms-european.ts';

/**
 * Given names and the forms that stand for them, folded: one line a name, the full form first. A form may stand in
 * several lines: "alex" is Alexander and Alexandra. To add a name, add a line or a word; nothing else refers to the
 * list. /
 */
export const GIVEN_NAME_FORMS: readonly (readonly string[])[] = `${EUROPEAN_NAME_FORMS}\n${AFRICAN_NAME_FORMS}`
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '')
  .map((line) => line.split(/\s+/));
