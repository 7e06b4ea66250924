import { parseMapping } from '@leeto/intake';
import { defaultCountry, getCountryContext } from '@leeto/server';
import { expect, test } from 'vitest';
import { columnToName, draftMapping } from './draft-mapping.ts';

test('a draft is a mapping in form, and waits for a column for each required field', () => {
  const declaration = getCountryContext(defaultCountry).catalogue.records.get('border_movement');
  if (declaration === undefined) throw new Error('no such register');
  const draft = draftMapping(declaration, ['Moedi', 'Tsela'], 'Moedi 2025.xlsx');
  expect(parseMapping(JSON.stringify(draft), 'draft.json')).toEqual(draft);
  const fields = draft.emit[0]?.fields ?? {};
  const required = declaration.fields.filter((field) => field.required).map(({ name }) => name);
  expect(Object.keys(fields)).toEqual(required);
  for (const { from } of Object.values(fields)) expect(from).toEqual({ column: columnToName });
});
