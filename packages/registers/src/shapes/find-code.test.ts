import { expect, test } from 'vitest';
import { defineClassification } from './define-classification.ts';
import { findCode, findItem, hasCode } from './find-code.ts';
import { spellingKey } from './spelling-key.ts';

const fruit = defineClassification({
  id: 'fruit',
  label: { en: 'Fruit' },
  description: { en: 'Fruit.' },
  version: '1',
  source: 'A garden',
  status: 'interim',
  items: [
    { code: 'AP', label: { en: 'Apple', st: 'Apole' }, aliases: ['Pomme & co.'] },
    { code: 'PE', label: { en: "Prickly pear (St. John's)" } },
  ],
});

test('codes, labels in both languages and aliases lead to the code, in any case, accent and punctuation', () => {
  for (const spelling of ['AP', 'ap', ' Apple ', 'APPLE', 'apole', 'Ápplé', 'pomme and co', 'POMME & CO']) {
    expect(findCode(fruit, spelling), spelling).toBe('AP');
  }
  expect(findCode(fruit, 'prickly pear, Saint Johns')).toBe('PE');
});

test('an unknown spelling leads nowhere, also when asked again', () => {
  expect(findCode(fruit, 'Pear')).toBe(null);
  expect(findCode(fruit, 'Pear')).toBe(null);
  expect(findCode(fruit, '')).toBe(null);
  expect(findCode(fruit, '--')).toBe(null);
});

test('codes are known only as they are written', () => {
  expect(hasCode(fruit, 'AP')).toBe(true);
  expect(hasCode(fruit, 'ap')).toBe(false);
  expect(findItem(fruit, 'PE')?.label.en).toContain('Prickly');
});

test('more spellings than are remembered change no answer', () => {
  for (let i = 0; i < 45_000; i++) expect(findCode(fruit, `nothing ${i}`)).toBe(null);
  expect(findCode(fruit, 'apple')).toBe('AP');
});

test.each([
  ["Côte d'Ivoire", 'cote divoire'],
  ['St. Kitts & Nevis', 'saint kitts and nevis'],
  ['Korea, Dem. People’s Rep.', 'korea democratic peoples republic'],
  ['Åland Is.', 'aland islands'],
  ['ŁÓDŹ', 'lodz'],
  ['Ｌｅｓｏｔｈｏ', 'lesotho'],
  ['كوريا', 'كوريا'],
  ['* – *', ''],
])('%s is kept as %j', (spelling, key) => {
  expect(spellingKey(spelling)).toBe(key);
});
