import { expect, test } from 'vitest';
import { RecordSetBuilder } from '../records/build-records.ts';
import type { BlockingRule, KeyTransform, LinkKind } from '../spec/link-spec.ts';
import { makePeople, personSpec, recordsOf } from '../synthetic-records.fixture.ts';
import { countPairs, makeBlocks } from './block-plan.ts';
import { chooseRules } from './choose-rules.ts';
import { keyTexts } from './key-text.ts';
import { RuleKeyMaker } from './rule-keys.ts';

type Cells = readonly (string | null)[];

function makerOf(rows: readonly Cells[]) {
  const records = recordsOf(rows.map((cells) => ({ cells })));
  return new RuleKeyMaker(records.fields, records.fields, records.size);
}

/** All keys of each entry. */
function allKeys(maker: RuleKeyMaker, rule: BlockingRule, sample: Int32Array | null = null) {
  const { keyOf, further } = maker.make(rule, sample);
  return [...keyOf].map((key, entry) => {
    const more = further === null ? [] : [...further.keys.subarray(further.starts[entry], further.starts[entry + 1])];
    return key < 0 ? [] : [key, ...more];
  });
}

test.each<[string, LinkKind, KeyTransform, readonly string[]]>([
  ['mokoena', 'person_name', 'value', ['mokoena']],
  ['mokoena', 'person_name', 'first_3', ['mok']],
  ['li', 'person_name', 'first_3', []],
  ['m', 'person_name', 'first_1', ['m']],
  ['26658123456', 'phone', 'last_6', ['123456']],
  ['12345', 'phone', 'last_6', []],
  ['thabo@post.ls', 'email', 'user', ['thabo']],
  ['RAO1Z', 'document_number', 'look_alike', ['RA012']],
  ['19840307', 'date', 'date', ['19840307']],
  ['19840703', 'date', 'date', ['19840307']],
  ['19840317', 'date', 'date', ['19840317']],
  ['19840300', 'date', 'date', []],
  ['19840300', 'date', 'year_month', ['198403']],
  ['19840000', 'date', 'year_month', []],
  ['19840000', 'date', 'year', ['1984']],
  ['00000307', 'date', 'year', []],
  ['00000307', 'date', 'month_day', ['0307']],
])('%s of kind %s has by %s the keys %j', (text, kind, by, expected) => {
  expect(keyTexts(text, { kind }, by)).toEqual(expected);
});

test('the same text has the same key, whatever else is in the file', () => {
  const rule: BlockingRule = [
    { field: 'surname', by: 'word' },
    { field: 'born', by: 'year' },
  ];
  const one: Cells = ['Thabo', 'Mokoena Nthane', '1984-03-07', 'RA123456'];
  const others = makePeople(50, 3).map(({ cells }) => cells);
  const alone = allKeys(makerOf([one]), rule)[0];
  expect(allKeys(makerOf([...others, one]), rule).at(-1)).toEqual(alone);
  expect(alone?.length).toBe(2);
});

test('names in either order have one key', () => {
  const rule: BlockingRule = [{ field: 'given_name', by: 'either_order', with: 'surname' }];
  const [one, other, third, half] = allKeys(
    makerOf([
      ['Thabo', 'Mokoena', null, null],
      ['Mokoena', 'Thabo', null, null],
      ['Thabo', 'Thabo', null, null],
      ['Thabo', null, null, null],
    ]),
    rule,
  );
  expect(one).toEqual(other);
  expect(third).not.toEqual(one);
  expect(half).toEqual([]);
});

test('each of several values and each word has a key, and a part that is not stated leaves none', () => {
  const maker = makerOf([
    ['Thabo', 'Mokoena Nthane', '1984-03-07', 'RA123456;RB654987'],
    ['Thabo', 'Nthane', '1984-03-07', 'RB654987'],
    ['Thabo', 'Mokoena', null, null],
  ]);
  const rule: BlockingRule = [
    { field: 'surname', by: 'word' },
    { field: 'passport', by: 'value' },
  ];
  const [one = [], other = [], third] = allKeys(maker, rule);
  expect(new Set(one).size).toBe(4);
  expect(other.length).toBe(1);
  expect(one).toContain(other[0]);
  expect(third).toEqual([]);
  expect(allKeys(maker, rule, Int32Array.of(1, 0))).toEqual([other, one]);
});

test('a rule over a field that there is not is refused', () => {
  expect(() => makerOf([]).make([{ field: 'colour', by: 'value' }])).toThrow('colour');
});

test('chosen rules cost no more than the budget, counted exactly, and are the same ones each time', () => {
  for (const [persons, budget] of [
    [2000, 6000],
    [2000, 20_000],
    [2000, 200_000],
    [300, 1200],
  ] as const) {
    const records = recordsOf(makePeople(persons, persons));
    const largest = Math.max(200, Math.floor(Math.sqrt(budget / 25)));
    const stated = new Map(records.fields.map(({ name }) => [name, 0.95]));
    const choose = () =>
      chooseRules(new RuleKeyMaker(records.fields, records.fields, records.size), records.fields, stated, {
        entries: records.size,
        budget,
        largest,
      });
    const { rules, choices, expectedCoverage } = choose();
    expect(rules.length).toBeGreaterThan(0);
    const maker = new RuleKeyMaker(records.fields, records.fields, records.size);
    const cost = rules.reduce((sum, rule) => sum + makeBlocks(maker.make(rule), largest).pairs, 0);
    expect(cost).toBeLessThanOrEqual(budget);
    expect(expectedCoverage).toBeGreaterThan(0.5);
    expect(choices.filter(({ isChosen }) => isChosen).map(({ rule }) => rule)).toEqual(rules);
    expect(choose()).toEqual(choose());
  }
});

test('a cost reckoned from a sample is near the true one', () => {
  const builder = new RecordSetBuilder(personSpec);
  builder.addSource('people', false);
  for (const [i, { cells }] of makePeople(40_000, 5).entries()) builder.add(String(i), cells);
  const records = builder.build();
  const maker = new RuleKeyMaker(records.fields, records.fields, records.size);
  const budget = 5_000_000;
  const stated = new Map(records.fields.map(({ name }) => [name, 0.95]));
  const { rules } = chooseRules(maker, records.fields, stated, { entries: records.size, budget, largest: 447 });
  const cost = rules.reduce((sum, rule) => sum + countPairs(maker.make(rule), 447).pairs, 0);
  expect(cost).toBeLessThan(1.25 * budget);
  expect(cost).toBeGreaterThan(0.05 * budget);
});
