import { expect, test } from 'vitest';
import { parseMapping } from './parse-mapping.ts';

const whole = {
  version: 1,
  id: 'post',
  title: 'Post',
  register: 'border_movement',
  recognise: { headers: ['Post'] },
  nulls: [],
  decimalMark: '.',
  codeLists: {},
  skipRowWhen: [],
  emit: [{ label: 'record', fields: { port: { from: { column: 'Post' } } } }],
  provenance: {},
  doubts: [],
};

test('a mapping comes back as it was written, with or without a byte order mark', () => {
  expect(parseMapping(JSON.stringify(whole), 'm.json')).toEqual(whole);
  expect(parseMapping(`\uFEFF${JSON.stringify(whole)}`, 'm.json')).toEqual(whole);
});

test('all that is wrong with a mapping is said at once', () => {
  const wrong = { ...whole, version: 2, decimalMark: ';', emit: [{ label: 'record', fields: { port: 'Post' } }] };
  expect(() => parseMapping(JSON.stringify(wrong), 'm.json')).toThrow(/"version".*"decimalMark".*"emit"/);
});

test('a text that is no JSON is refused with the place', () => {
  expect(() => parseMapping('{ "version": 1, }', 'm.json')).toThrow(/m\.json is not valid JSON/);
  expect(() => parseMapping('[]', 'm.json')).toThrow(/must be an object/);
});
