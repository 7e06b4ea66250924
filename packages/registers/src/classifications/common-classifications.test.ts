import { expect, test } from 'vitest';
import { findCode } from '../shapes/find-code.ts';
import { ageGroup } from './age-group.ts';
import { commonClassifications } from './common-classifications.ts';
import { direction } from './direction.ts';
import { isco08 } from './isco08.ts';
import { isicSection } from './isic-section.ts';
import { purpose } from './purpose.ts';

test('every classification has an id of its own', () => {
  const ids = commonClassifications.map((classification) => classification.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every label leads back to its own code', () => {
  for (const classification of commonClassifications) {
    for (const item of classification.items) {
      const found = findCode(classification, item.label.en);
      const isNamedAsParent =
        item.parent !== undefined &&
        classification.items.some((each) => each.code === found && each.label.en === item.label.en);
      expect(isNamedAsParent ? item.code : found, `${classification.id} ${item.label.en}`).toBe(item.code);
    }
  }
});

test('ISCO-08 has 10 major, 43 sub-major and 130 minor groups', () => {
  const count = (length: number): number => isco08.items.filter((item) => item.code.length === length).length;
  expect([count(1), count(2), count(3)]).toEqual([10, 43, 130]);
  expect(findCode(isco08, '2211')).toBe('221');
  expect(findCode(isco08, 'Medical Doctors')).toBe('221');
});

test('ISIC has sections A to U', () => {
  expect(isicSection.items.map((item) => item.code).join('')).toBe('ABCDEFGHIJKLMNOPQRSTU');
});

test('words of agencies lead to codes', () => {
  expect(findCode(direction, 'ENTRY')).toBe('arrival');
  expect(findCode(direction, 'ho tsoa')).toBe('departure');
  expect(findCode(ageGroup, '5-9')).toBe('Y5T9');
  expect(findCode(ageGroup, '85+')).toBe('Y_GE85');
  expect(findCode(purpose, 'Visiting family')).toBe('1.2');
  expect(findCode(purpose, 'mosebetsi')).toBe('3');
});
