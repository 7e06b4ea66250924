import { describe, expect, it } from 'vitest';
import { fixtureModel, fixtureRecords, fixtureScorer } from '../explain/linkage.fixture.ts';
import { compareSideBySide } from './compare-side-by-side.ts';

const records = fixtureRecords([
  ['border', 'b1', 'TSELA', '1990-03-07', 'F', 'RC123456'],
  ['permits', 'p1', 'TSELU', '1990-07-03', 'F', null],
]);
const input = { records, model: fixtureModel, scorer: fixtureScorer(records), left: 0, right: 1 };

describe('two records side by side', () => {
  it('gives a row a field with values, marks, level and words', () => {
    const rows = compareSideBySide(input)?.rows ?? [];
    expect(rows.map(({ field }) => field)).toEqual(['family_name', 'date_of_birth', 'sex', 'passport_number']);
    expect(rows[0]).toMatchObject({
      left: 'TSELA',
      right: 'TSELU',
      leftMarks: [
        { text: 'TSEL', mark: 'same' },
        { text: 'A', mark: 'different' },
      ],
      levelLabel: { en: 'one letter apart' },
      strength: 'some',
    });
    expect(rows[1]?.rightMarks.filter(({ mark }) => mark === 'moved').map(({ text }) => text)).toEqual(['07', '03']);
    expect(rows[3]).toMatchObject({ right: null, weight: 0, strength: 'hardly_any' });
    expect(rows[3]?.words?.en).toBe('passport number not stated in one of the records: says nothing');
  });

  it('answers a record that may not be seen as one that does not exist', () => {
    expect(compareSideBySide({ ...input, visible: (record) => record === 0 })).toBeNull();
    expect(compareSideBySide({ ...input, right: 99 })).toBeNull();
    expect(compareSideBySide({ ...input, right: -1 })).toBeNull();
  });
});
