import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';

const PLACEHOLDERS = [
  'Unknown',
  'N/A',
  'FNU',
  'LNU',
  '?',
  '-',
  'xxx',
  'X X X',
  'TBC',
  'sir name',
  'No name',
  '00000',
  'ha e tsejoe',
  '不详',
];
const NAMES = [
  'Na',
  'Nil',
  'An',
  'Li',
  'No',
  'Non',
  'Ni',
  'Ne',
  'Xu',
  'Xxu',
  'Test',
  'Thabo',
  'Mona',
  'Unathi',
  'X',
  'Dk',
];

describe('isNotStated', () => {
  it.each(PLACEHOLDERS)('takes %j for a placeholder in a name and elsewhere', (text) => {
    expect(isNotStated(foldText(text), 'name')).toBe(true);
    expect(isNotStated(foldText(text), 'other')).toBe(true);
  });

  it.each(NAMES)('takes %j for a name', (text) => {
    expect(isNotStated(foldText(text), 'name')).toBe(false);
  });

  it.each(['na', 'nil', 'NA', 'none', 'x', 'test', '9999', '000-000'])(
    'takes %j for a placeholder in a code',
    (text) => {
      expect(isNotStated(foldText(text), 'other')).toBe(true);
    },
  );

  it.each(['0', '00', 'no', 'N', 'other', 'expired', '9', '99', 'A1', 'LSO', '1900'])('takes %j for a code', (text) => {
    expect(isNotStated(foldText(text), 'other')).toBe(false);
  });
});
