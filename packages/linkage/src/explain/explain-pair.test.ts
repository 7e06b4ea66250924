import { describe, expect, it } from 'vitest';
import { priorWeight } from '../model.ts';
import { makeExplainer } from './explain-pair.ts';
import { explainPhrases } from './explain-phrases.ts';
import { fixtureModel, fixtureRecords, fixtureScorer } from './linkage.fixture.ts';

const records = fixtureRecords([
  ['border', 'b1', 'TSELA', '1990-03-07', 'F', 'RC123456'],
  ['permits', 'p1', 'TSELA', '1990-07-03', 'F', null],
  ['permits', 'p2', 'MOKOENA', '1961-01-30', 'M', 'RC999999'],
  ['border', 'b2', 'MOKOENA', null, 'F', null],
]);
const { explain } = makeExplainer(records, fixtureModel, fixtureScorer(records));
const words = (left: number, right: number) => explain(left, right).steps.map((step) => step.words.en);

describe('explaining a pair', () => {
  it('says in words what each comparison found and how much that is', () => {
    expect(words(0, 1)).toEqual([
      'of two records drawn at random, about 1 pair in 4,100 is one person',
      'same family name, very rare (about 1 in 12,000 records): very strong evidence for',
      'date of birth: day and month swapped: some evidence for',
      'same sex: hardly any evidence either way',
      'passport number not stated in one of the records: says nothing',
    ]);
    expect(words(0, 2).slice(1)).toEqual([
      'different family name: some evidence against',
      'different date of birth: some evidence against',
      'different sex: strong evidence against',
      'different passport number: weak evidence against',
    ]);
    expect(words(1, 3).at(-1)).toBe('passport number not stated in either record: says nothing');
  });

  it('says of a common value that it is common, and counts it for less', () => {
    const step = explain(2, 3).steps[1];
    expect(step?.words.en).toBe('same family name, common (about 1 in 20 records): some evidence for');
    expect(step?.rarityWeight).toBeCloseTo(-3);
    expect(step?.weight).toBeCloseTo(7);
  });

  it('goes from the prior to the weight of the pair, step by step, without a gap', () => {
    for (const [left, right] of [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ] as const) {
      const { steps, weight } = explain(left, right);
      expect(steps[0]?.total).toBe(priorWeight(fixtureModel.prior));
      for (const [at, step] of steps.entries()) {
        const before = at === 0 ? 0 : (steps[at - 1]?.total ?? 0);
        expect(step.total).toBeCloseTo(before + step.weight + step.rarityWeight, 10);
      }
      expect(steps.at(-1)?.total).toBeCloseTo(weight, 10);
    }
  });

  it('gives what the number of differences adds a step of its own', () => {
    const scorer = fixtureScorer(records);
    const shifted = { ...scorer, score: (left: number, right: number) => scorer.score(left, right) - 1.5 };
    const steps = makeExplainer(records, fixtureModel, shifted).explain(0, 1).steps;
    expect(steps.at(-1)).toMatchObject({ comparison: 'differences', levelLabel: { en: '1 of 3 differ' } });
    expect(steps.at(-1)?.words.en).toBe('1 of the 3 fields that both state differ: weak evidence against');
    expect(steps.at(-1)?.weight).toBeCloseTo(-1.5);
  });

  it('sums up: the verdict, its probability, the strongest findings on both sides', () => {
    expect(explain(0, 1).summary.en).toBe(
      'Enough to be taken as one person (probability 98.7 %); for it: family name: same and date of birth: day and month swapped.',
    );
    expect(explain(0, 2).summary.en).toMatch(
      /^Not enough to be taken as one person \(probability < 0.01 %\); against it: sex: different/,
    );
  });

  it('shows what the source states where the caller keeps it, and the normalised value where not', () => {
    const raw = makeExplainer(records, fixtureModel, fixtureScorer(records), {
      rawOf: (record, field) => (field === 'family_name' ? `raw ${record}` : null),
    });
    expect(raw.explain(0, 1).steps[1]).toMatchObject({ left: 'raw 0', right: 'raw 1' });
    expect(explain(0, 1).steps[1]).toMatchObject({ left: 'TSELA', right: 'TSELA' });
    expect(explain(0, 1).steps[4]).toMatchObject({ left: 'RC123456', right: null, level: 'not_stated' });
  });

  it('shows a date as far as it is known', () => {
    const dated = fixtureRecords([
      ['border', 'b1', null, '19900307', null, null],
      ['border', 'b2', null, '19900300', null, null],
      ['border', 'b3', null, '19900000', null, null],
    ]);
    const shown = makeExplainer(dated, fixtureModel, fixtureScorer(dated));
    expect(shown.explain(0, 1).steps[2]).toMatchObject({ left: '1990-03-07', right: '1990-03' });
    expect(shown.explain(0, 2).steps[2]).toMatchObject({ right: '1990' });
  });

  it('speaks Sesotho in every sentence, with no place left unfilled', () => {
    for (const { words: text } of explain(0, 1).steps) {
      expect(text.st).toBeTruthy();
      expect(text.st).not.toBe(text.en);
      expect(text.st).not.toMatch(/[{}]/);
    }
    expect(explain(0, 1).summary.st).toMatch(/^Ho lekane hore li nkuoe e le motho a le mong/);
  });

  it('has every phrase in both languages, with the same places', () => {
    for (const [key, phrase] of Object.entries(explainPhrases)) {
      expect(phrase.st, key).toBeTruthy();
      expect(phrase.st.match(/\{\w+\}/g)?.toSorted() ?? [], key).toEqual(phrase.en.match(/\{\w+\}/g)?.toSorted() ?? []);
    }
  });
});
