import { describe, expect, test } from 'vitest';
import { when } from '../condition.ts';
import type { RegisterDeclaration } from '../declaration.ts';
import { fieldOf } from '../declarations/field-of.ts';
import { DeclarationError } from './declaration-error.ts';
import { defineClassification } from './define-classification.ts';
import { defineDataset } from './define-dataset.ts';
import { defineMovementLog } from './define-movement-log.ts';
import { defineRegister } from './define-register.ts';

const sound: Omit<RegisterDeclaration, 'shape'> = {
  id: 'sample',
  label: { en: 'Sample' },
  description: { en: 'A sample.' },
  custodian: 'police',
  source: 'A standard',
  datedBy: 'seen_on',
  key: ['number'],
  fields: [fieldOf('number', 'identifier', 'Number', 'A number.'), fieldOf('seen_on', 'date', 'Seen on', 'A day.')],
  rules: [],
};

function problemsOf(define: () => unknown): readonly string[] {
  try {
    define();
  } catch (error) {
    if (error instanceof DeclarationError) return error.problems;
    throw error;
  }
  return [];
}

describe('defineRegister', () => {
  test('freezes the declaration to its depth', () => {
    const register = defineRegister(sound);
    expect(Object.isFrozen(register.fields)).toBe(true);
    expect(Object.isFrozen(register.fields[0]?.label)).toBe(true);
  });

  test('lists all problems at once', () => {
    const problems = problemsOf(() =>
      defineRegister({
        ...sound,
        key: ['number', 'absent_key'],
        datedBy: 'absent_date',
        fields: [
          ...sound.fields,
          fieldOf('number', 'text', 'Again', 'Twice.'),
          fieldOf('Bad Name', 'text', 'Bad', 'Bad.'),
          fieldOf('delivery_id', 'text', 'Kept', 'Kept by the store.'),
          fieldOf('colour', 'code', 'Colour', 'Without list.'),
          fieldOf('reason', 'text', 'Reason', 'Why.', { requiredWhen: when('absent_condition').isStated() }),
        ],
        rules: [
          {
            id: 'r',
            must: when('absent_rule').isNotBefore('seen_on'),
            severity: 'error',
            message: { en: 'No.' },
            fields: ['absent_pointer'],
          },
          { id: 'r', must: when('number').isStated(), severity: 'error', message: { en: 'No.' }, fields: ['number'] },
        ],
      }),
    );
    for (const word of [
      'absent_key',
      'absent_date',
      'declared twice',
      'Bad Name',
      'delivery_id',
      'code without classification',
      'absent_condition',
      'absent_rule',
      'absent_pointer',
      'rule "r" is declared twice',
    ]) {
      expect(
        problems.some((problem) => problem.includes(word)),
        word,
      ).toBe(true);
    }
  });
});

test('a movement log is dated by a required date', () => {
  expect(problemsOf(() => defineMovementLog(sound)).join()).toContain('not a required date');
});

test('each field of a dataset has one role, and its key is its dimensions', () => {
  const problems = problemsOf(() =>
    defineDataset({ ...sound, dimensions: ['number'], measure: 'number', attributes: ['absent'], key: ['seen_on'] }),
  ).join('\n');
  expect(problems).toContain('"number" has two roles');
  expect(problems).toContain('unknown field "absent"');
  expect(problems).toContain('"seen_on" is neither dimension nor measure nor attribute');
  expect(problems).toContain('the key of a dataset is its dimensions');
});

test('a classification refuses codes twice, lost parents, and aliases that two codes claim', () => {
  const problems = problemsOf(() =>
    defineClassification({
      id: 'sample',
      label: { en: 'Sample' },
      description: { en: 'A sample.' },
      version: '1',
      source: 'A standard',
      status: 'interim',
      items: [
        { code: 'a', label: { en: 'A' }, aliases: ['Same', 'b'] },
        { code: 'b', label: { en: 'B' }, aliases: ['SAME'], parent: 'z' },
        { code: 'b', label: { en: 'B' }, validFrom: '2020-01-01', validTo: '2019-01-01' },
      ],
    }),
  ).join('\n');
  expect(problems).toContain('code "b" stands twice');
  expect(problems).toContain('unknown parent "z"');
  expect(problems).toContain('ends before it begins');
  expect(problems).toContain('alias "SAME" of code "b" stands for code "a" too');
  expect(problems).toContain('alias "b" of code "a" stands for code "b" too');
});
