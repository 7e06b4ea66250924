import { FileRefused } from '../raw.ts';
import type { Mapping } from './mapping.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts: Check = (value) => Array.isArray(value) && value.every((each) => typeof each === 'string');

/** What each part of a mapping must be, in words for the person who edits it. */
const parts: readonly { readonly name: keyof Mapping; readonly check: Check; readonly wanted: string }[] = [
  { name: 'version', check: (value) => value === 1, wanted: '1' },
  { name: 'id', check: isText, wanted: 'a name for the mapping, such as "border-post-monthly"' },
  { name: 'title', check: isText, wanted: 'a title' },
  { name: 'register', check: isText, wanted: 'the id of a register, such as "border_movement"' },
  {
    name: 'recognise',
    check: (value) => isObject(value) && isTexts((value as { headers?: unknown }).headers),
    wanted: '{ "headers": ["…"] }',
  },
  { name: 'nulls', check: isTexts, wanted: 'a list of texts' },
  { name: 'decimalMark', check: (value) => value === '.' || value === ',', wanted: '"." or ","' },
  { name: 'codeLists', check: isObject, wanted: 'an object of lists of codes' },
  { name: 'skipRowWhen', check: Array.isArray, wanted: 'a list of tests with reasons' },
  {
    name: 'emit',
    check: areRecords,
    wanted: 'a list of records, each with "label" and "fields", each field with "from"',
  },
  { name: 'provenance', check: isObject, wanted: 'an object: agency, citation, isSynthetic …' },
  { name: 'doubts', check: isTexts, wanted: 'a list of texts' },
];

/**
 * Reads a mapping that a person may have edited. Throws `FileRefused` with every problem of its form; whether its columns are
 * there is told when it is used on a table.
 */
export function parseMapping(text: string, name: string): Mapping {
  const value = parseJson(text, name);
  const problems = isObject(value)
    ? parts
        .filter(({ name: part, check }) => !check((value as Record<string, unknown>)[part]))
        .map(({ name: part, wanted }) => `"${part}" must be ${wanted}`)
    : ['it must be an object'];
  if (problems.length === 0) return value as Mapping;
  throw new FileRefused(
    'mapping_malformed',
    `${name} is not a mapping: ${problems.join('; ')}.`,
    'Correct it, or write a fresh one: leeto inspect FILE --save-mapping mapping.json',
  );
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = error instanceof Error ? error.message : '';
    throw new FileRefused(
      'mapping_malformed',
      `${name} is not valid JSON: ${where}.`,
      'A comma or a quotation mark is missing or too many near that place.',
    );
  }
}

function areRecords(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((record: unknown) => {
      if (!isObject(record)) return false;
      const { label, fields } = record as { label?: unknown; fields?: unknown };
      return (
        isText(label) &&
        isObject(fields) &&
        Object.values(fields as object).every(
          (field) => isObject(field) && isObject((field as { from?: unknown }).from),
        )
      );
    })
  );
}
