import { describe, expect, it } from 'vitest';
import { GIVEN_NAME_FORMS } from './given-name-forms.ts';
import { givenNameRoot, givenNameRoots } from './given-name-root.ts';

const meet = (left: string, right: string): boolean => {
  const roots = new Set(givenNameRoots(left));
  return givenNameRoots(right).some((root) => roots.has(root));
};

describe('givenNameRoots', () => {
  it.each([
    'bob robert',
    'rob bobby',
    'liz beth',
    'bill william',
    'kathryn kate',
    'alex alexander',
    'alex alexandra',
    'sipho sipho',
    'tumi boitumelo',
    'tumi itumeleng',
    'lebo lebogang',
    'lineo dineo',
    'thandi thandeka',
    'md mohammed',
    'ze jose',
    'koos jacobus',
    'peggy margaret',
    'kittie catherine',
    'tshepiso tsepi',
  ])('brings together %s', (pair) => {
    const [left = '', right = ''] = pair.split(' ');
    expect(meet(left, right)).toBe(true);
  });

  it.each([
    'alexander alexandra',
    'thabo mathabo',
    'mpho limpho',
    'sipho nosipho',
    'john joan',
    'patrick patricia',
    'samuel samantha',
    'thabo tebeho',
    'bheki becky',
    'pule puleng',
    'moshe moses',
  ])('keeps apart %s', (pair) => {
    const [left = '', right = ''] = pair.split(' ');
    expect(meet(left, right)).toBe(false);
  });

  it('knows more than three hundred names, written in folded letters, each once', () => {
    const roots = GIVEN_NAME_FORMS.map(([root]) => root);
    expect(roots.length).toBeGreaterThan(300);
    expect(GIVEN_NAME_FORMS.flat().filter((form) => !/^[a-z]+$/.test(form))).toEqual([]);
    expect(roots.filter((root, index) => roots.indexOf(root) !== index)).toEqual([]);
  });
});

describe('givenNameRoot', () => {
  it('gives the one full name of a short form', () => {
    expect(givenNameRoot('bob')).toBe('robert');
    expect(givenNameRoot('robert')).toBe('robert');
  });

  it('leaves a form of several names as it is', () => {
    expect(givenNameRoot('alex')).toBe('alex');
  });

  it('leaves an unknown name as it is', () => {
    expect(givenNameRoot('mokoena')).toBe('mokoena');
  });
});
