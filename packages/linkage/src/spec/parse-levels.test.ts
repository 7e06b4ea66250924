import { describe, expect, test } from 'vitest';
import { chooseComparisons } from '../compare/choose-comparisons.ts';
import { linkRecords } from '../link-records.ts';
import { groupFields } from '../records/field-groups.ts';
import { makePeople, recordsOf } from '../synthetic-records.fixture.ts';
import { parseLinkSpec } from './parse-link-spec.ts';
import { SpecRefused } from './spec-problem.ts';

const fields = {
  given_name: { kind: 'person_name', part: 'given' },
  surname: { kind: 'person_name', part: 'family' },
  born: { kind: 'date' },
  passport: { kind: 'document_number', separator: ';' },
};

function parse(spec: object) {
  return parseLinkSpec(JSON.stringify({ fields, ...spec }), 'spec.json', 1).spec;
}

function problemsOf(spec: object): string {
  try {
    parse(spec);
  } catch (error) {
    if (error instanceof SpecRefused) return error.message;
    throw error;
  }
  return '';
}

function levelsIn(spec: ReturnType<typeof parse>, field: string) {
  const comparisons = chooseComparisons(groupFields(spec));
  return comparisons.find(({ id }) => id === field)?.levels.map(({ id }) => id);
}

describe('levels in a spec', () => {
  test('a field may have some of its kind’s levels, and tests of its own, beside it or under "comparisons"', () => {
    const surname = ['exact', 'sound', { test: 'jaro_winkler', atLeast: 0.95 }, { jaro_winkler: 0.85 }];
    const spec = parse({ comparisons: { surname } });
    expect(levelsIn(spec, 'surname')).toEqual(['exact', 'sound', 'jaro_winkler_0_95', 'jaro_winkler_0_85', 'else']);
    expect(parse({ fields: { ...fields, surname: { ...fields.surname, levels: surname } } })).toEqual(spec);
    expect(parse({ levels: [{ field: 'surname', levels: surname }] })).toEqual(spec);
    expect(levelsIn(spec, 'born')).toContain('last_figure');
    expect(levelsIn(parse({ comparisons: { born: 'exact', passport: ['look_alike'] } }), 'passport')).toEqual([
      'exact',
      'look_alike',
      'else',
    ]);
  });

  test('a spec that was written out is read again as it is', () => {
    const own = [{ id: 'close', label: 'nearly', test: 'any', of: [{ one_edit: 4 }, { jaro_winkler: 0.9 }], m: 0.1 }];
    const spec = parse({ comparisons: { surname: own, born: [{ test: 'date_within_years', years: 5 }] } });
    expect(parseLinkSpec(JSON.stringify(spec), 'spec.json', 1).spec).toEqual(spec);
  });

  test('everything that is wrong with levels is told at once, with what is accepted', () => {
    const told = problemsOf({
      comparisons: {
        surname: ['exact', 'sonud', { test: 'jaro_winkler', atLeast: 95 }],
        born: [{ test: 'jaro_winkler', atLeast: 0.9 }],
        passport: [],
        surnam: ['exact'],
      },
    });
    for (const words of ['"sonud"', 'did you mean "sound"', 'from 0.001 to 0.999; it is 95', 'says nothing of a date'])
      expect(told).toContain(words);
    expect(told).toContain('a list of levels is wanted');
    expect(told).toContain('did you mean "surname"');
    expect(problemsOf({ comparisons: { surname: ['else', 'exact'] } })).toContain('must be the first');
    expect(problemsOf({ comparisons: { surname: ['sound', 'sound'] } })).toContain('stands twice');
    expect(problemsOf({ comparisons: { surname: [{ jaro_winkler: 0.8 }, { jaro_winkler: 0.9 }] } })).toContain(
      'never reached',
    );
    expect(problemsOf({ fields: { name: { kind: 'full_name', levels: ['exact'] } } })).toContain('full name');
    expect(problemsOf({ comparisons: 7 })).toContain('levels by field');
  });

  test('what is compared is what the spec says', async () => {
    const people = makePeople(150, 3);
    const spec = parse({ comparisons: { given_name: ['exact'], surname: ['exact', { jaro_winkler: 0.93 }] } });
    const { model, clusters } = await linkRecords(recordsOf(people, spec), { threads: 0 });
    expect(model.comparisons.map(({ levels }) => levels.length)).toEqual([2, 3, 11, 4]);
    expect(model.comparisons[1]?.silentIfSwapped).toBeUndefined();
    expect(model.comparisons[1]?.levels[1]?.sql).toContain('jaro_winkler');
    expect(clusters.persons).toBeLessThan(people.length);
    expect(clusters.persons).toBeGreaterThan(140);
  });
});
