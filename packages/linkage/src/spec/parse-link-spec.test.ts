import { describe, expect, test } from 'vitest';
import { parseLinkSpec } from './parse-link-spec.ts';
import { SpecRefused } from './spec-problem.ts';

const read = (spec: unknown, files = 1) => parseLinkSpec(JSON.stringify(spec), 'spec.json', files).spec;

function problemsOf(spec: unknown, files = 1): readonly string[] {
  try {
    read(spec, files);
  } catch (error) {
    if (error instanceof SpecRefused) return error.problems.map(({ at }) => at);
    throw error;
  }
  return [];
}

describe('a spec as people write it', () => {
  test('is read whatever words name a kind or a part', () => {
    const fields = {
      first: { kind: 'person_name', part: 'forename' },
      surname: 'person_name',
      dob: 'dob',
      by: 'year',
      gender: { type: 'gender' },
      nat: { kind: 'nationality' },
      pp: { kind: 'passport', separator: ';' },
      mail: { kind: 'E-Mail' },
      zip: 'zip',
      born: { kind: 'date', format: 'dd/mm/yyyy', column: 'Born on' },
      who: { kind: 'name', columns: ['a', 'b'] },
    };
    expect(read({ id: 'rec_id', fields }).fields).toEqual({
      first: { kind: 'person_name', part: 'given' },
      surname: { kind: 'person_name', part: 'family' },
      dob: { kind: 'date' },
      by: { kind: 'date', part: 'year' },
      gender: { kind: 'sex' },
      nat: { kind: 'country' },
      pp: { kind: 'document_number', separator: ';' },
      mail: { kind: 'email' },
      zip: { kind: 'postcode' },
      born: { kind: 'date', order: 'dmy', column: 'Born on' },
      who: { kind: 'person_name', part: 'full', columns: ['a', 'b'] },
    });
  });

  test('has the mode that fits the number of files where it names none', () => {
    const fields = { dob: 'date' };
    expect(read({ fields }).mode).toBe('dedupe');
    expect(read({ fields }, 2).mode).toBe('link_and_dedupe');
    expect(read({ fields, mode: 'link_only' }, 2).mode).toBe('link');
    expect(problemsOf({ fields, mode: 'link' }, 1)).toEqual(['mode']);
  });

  test('may name sources by file, or files by source', () => {
    const fields = { dob: 'date' };
    expect(
      read({ fields, sources: { a: 'a.csv', 'b.csv': { unique: true, columns: { dob: 'Born' } } } }, 2).sources,
    ).toEqual({
      a: { file: 'a.csv' },
      'b.csv': { isUnique: true, columns: { dob: 'Born' } },
    });
  });

  test('blocks by what fields are read together', () => {
    const fields = { given: 'given_name', middle: 'middle_name', surname: 'surname', dob: 'date' };
    expect(
      read({ fields, blocking: ['surname:sound + dob', [{ field: 'middle', by: 'first_1' }, 'dob:year']] }).blocking,
    ).toEqual([
      [
        { field: 'surname', by: 'sound' },
        { field: 'dob', by: 'value' },
      ],
      [
        { field: 'given+middle', by: 'first_1' },
        { field: 'dob', by: 'year' },
      ],
    ]);
    expect(problemsOf({ fields, blocking: [['nobody'], ['dob:nose']] })).toEqual(['blocking[0]', 'blocking[1]']);
  });

  test('is refused with all its problems at once', () => {
    const wrong = {
      idd: 'x',
      mode: 'merge',
      threshold: 95,
      truth: 7,
      fields: { a: { kind: 'person_nam' }, b: { kind: 'date', part: 'given' }, c: { kind: 'text', colum: 'x' }, d: 4 },
    };
    expect(problemsOf(wrong)).toEqual(
      expect.arrayContaining([
        'idd',
        'mode',
        'threshold',
        'truth',
        'fields.a.kind',
        'fields.b.part',
        'fields.c.colum',
        'fields.d',
      ]),
    );
    for (const empty of [{}, { fields: {} }, { fields: 3 }]) expect(problemsOf(empty)).toEqual(['fields']);
    for (const none of [null, [], 3, 'x']) expect(problemsOf(none)).toEqual(['']);
    expect(() => parseLinkSpec('{"id"', 'spec.json', 1)).toThrow('not JSON');
  });
});
