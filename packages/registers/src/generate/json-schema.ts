import type { Catalogue, RecordDeclaration } from '../declaration.ts';
import type { FieldDeclaration } from '../field.ts';
import type { Kind } from '../kind.ts';

/** A JSON Schema, draft 2020-12, as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Longest list that is written out as an enumeration; longer ones are named, and checked by the system. */
const MOST_CODES_WRITTEN_OUT = 400;

/** Canonical text of each kind as a pattern or format. Numbers travel as text too, so that no reader rounds them. */
const kindSchemas: Readonly<Record<Kind, JsonSchema>> = {
  text: { maxLength: 500 },
  long_text: { maxLength: 20_000 },
  person_name: { maxLength: 200 },
  date: { format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  partial_date: { pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
  instant: { pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z?$' },
  year: { pattern: '^\\d{4}$' },
  month: { pattern: '^\\d{4}-\\d{2}$' },
  sex: { enum: ['M', 'F', 'X'] },
  country: { pattern: '^([A-Z][A-Z0-9]{2}|_[TOU])$' },
  code: { minLength: 1, maxLength: 64 },
  identifier: { maxLength: 100 },
  document_number: { pattern: '^[A-Z0-9/-]{1,24}$' },
  place: { maxLength: 200 },
  phone: { pattern: '^\\+[1-9]\\d{5,14}$' },
  email: { format: 'email', maxLength: 254 },
  integer: { pattern: '^-?(0|[1-9]\\d{0,17})$' },
  decimal: { pattern: '^-?(0|[1-9]\\d{0,17})(\\.\\d+)?$' },
  money: { pattern: '^-?(0|[1-9]\\d{0,17})(\\.\\d{1,4})?$' },
  boolean: { enum: ['true', 'false'] },
  age: { pattern: '^(0|[1-9]\\d{0,2})$' },
  duration_days: { pattern: '^(0|[1-9]\\d{0,17})$' },
};

/**
 * Describes one record of a declaration in canonical text form as JSON Schema 2020-12: what a partner system may send. Rules
 * over several fields are not in it; the system checks them on arrival.
 */
export function jsonSchema(declaration: RecordDeclaration, catalogue: Catalogue): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:leeto:schema:${declaration.id}`,
    title: declaration.label.en,
    description: declaration.description.en,
    type: 'object',
    properties: Object.fromEntries(declaration.fields.map((field) => [field.name, fieldSchema(field, catalogue)])),
    required: declaration.fields.filter((field) => field.required === true).map((field) => field.name),
    additionalProperties: false,
  };
}

function fieldSchema(field: FieldDeclaration, catalogue: Catalogue): JsonSchema {
  const form: JsonSchema = {
    type: field.required === true ? 'string' : ['string', 'null'],
    title: field.label.en,
    description: field.unit === undefined ? field.description.en : `${field.description.en} In ${field.unit}.`,
    ...kindSchemas[field.kind],
    ...(field.maximumLength === undefined ? {} : { maxLength: field.maximumLength }),
    ...(field.kind === 'sex' && field.concept === 'SEX' ? { enum: ['M', 'F', 'X', '_T'] } : {}),
  };
  const codes = codesOf(field, catalogue);
  const listed = codes === undefined ? form : { ...form, enum: codes };
  const { enum: values, ...rest } = listed;
  if (!Array.isArray(values) || field.required === true) return listed;
  return { ...rest, enum: [...values, null] };
}

function codesOf(field: FieldDeclaration, catalogue: Catalogue): readonly string[] | undefined {
  if (field.classification === undefined || field.kind === 'sex' || field.kind === 'place') return undefined;
  const items = catalogue.classifications.get(field.classification)?.items ?? [];
  return items.length === 0 || items.length > MOST_CODES_WRITTEN_OUT ? undefined : items.map((item) => item.code);
}
