import { describe, expect, it } from 'vitest';
import type { Verdict } from '../persons/person-event.ts';
import { cohenKappa, krippendorffAlpha, withInterval } from './chance-corrected.ts';
import { drawRepeats } from './draw-repeats.ts';
import { measureAgreement } from './measure-agreement.ts';
import { type ReviewLog, recordDecision } from './review-log.ts';

const answer = (log: ReviewLog, pair: number, verdict: Verdict, reviewer: string, isRepeat = false) =>
  recordDecision(
    log,
    {
      left: { source: 'border', id: `b${pair}` },
      right: { source: 'permits', id: `p${pair}` },
      verdict,
      reviewer,
      decidedAt: '2026-03-02T08:00:00Z',
    },
    { isRepeat },
  );

describe('agreement corrected for chance', () => {
  it('is Cohen’s kappa of 0.4 for 20 and 15 answered alike of 50', () => {
    const times = (count: number, a: string, b: string) => Array.from({ length: count }, () => [a, b] as const);
    const answers = [
      ...times(20, 'same', 'same'),
      ...times(5, 'same', 'not'),
      ...times(10, 'not', 'same'),
      ...times(15, 'not', 'not'),
    ];
    expect(cohenKappa(answers)).toBeCloseTo(0.4, 12);
    const { low, high } = withInterval(answers, cohenKappa);
    // Large-sample interval of the same table: 0.4 ± 0.25.
    expect(low).toBeGreaterThan(0.08);
    expect(low).toBeLessThan(0.22);
    expect(high).toBeGreaterThan(0.56);
    expect(high).toBeLessThan(0.72);
  });

  it('is Krippendorff’s alpha of 0.743 for his own example of four observers', () => {
    const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
    const questions = Array.from({ length: 12 }, (_, at) =>
      observers.map((row) => row[at] ?? '.').filter((value) => value !== '.'),
    );
    expect(krippendorffAlpha(questions)).toBeCloseTo(0.743, 3);
  });

  it('does not exist where only one answer was ever given', () => {
    expect(cohenKappa([['same', 'same']])).toBeNaN();
    expect(krippendorffAlpha([['same', 'same']])).toBeNaN();
    expect(krippendorffAlpha([])).toBeNaN();
  });
});

describe('the agreement of reviewers', () => {
  let log: ReviewLog = [];
  for (let pair = 0; pair < 40; pair += 1) log = answer(log, pair, pair % 2 === 0 ? 'same' : 'not_the_same', 'Palesa');
  for (let pair = 0; pair < 10; pair += 1) {
    log = answer(log, pair, pair === 3 ? 'same' : pair % 2 === 0 ? 'same' : 'not_the_same', 'Palesa', true);
    log = answer(log, pair, pair < 3 ? 'unsure' : pair % 2 === 0 ? 'same' : 'not_the_same', 'Thabo', true);
  }
  const found = measureAgreement(log);

  it('is told for each reviewer alone and between reviewers', () => {
    expect(found.own.map(({ reviewer, questions, agreed }) => [reviewer, questions, agreed.value])).toEqual([
      ['Palesa', 10, 0.9],
    ]);
    const [between] = found.between;
    expect(between?.reviewers).toEqual(['Palesa', 'Thabo']);
    // Twenty comparisons: Thabo with what Palesa said first, and with what she said again.
    expect(between?.questions).toBe(20);
    expect(between?.agreed.value).toBeCloseTo((7 + 6) / 20, 12);
    expect(between?.kappa.value).toBeLessThan(between?.agreed.value ?? 0);
    expect(found.alpha.questions).toBe(10);
    expect(found.alpha.low).toBeLessThan(found.alpha.value);
  });

  it('names the questions that were answered differently', () => {
    expect(found.disagreements.map(({ left }) => left.id)).toEqual(['b0', 'b1', 'b2', 'b3']);
  });

  it('leaves out pairs that went on because a reviewer was unsure', () => {
    const passedOn = answer(answer([], 1, 'unsure', 'Palesa'), 1, 'same', 'Thabo');
    expect(measureAgreement(passedOn)).toMatchObject({ own: [], between: [], disagreements: [] });
  });

  it('is the same whenever it is measured', () => {
    expect(measureAgreement(log)).toEqual(found);
  });
});

describe('drawing repeats', () => {
  let log: ReviewLog = [];
  for (let pair = 0; pair < 2000; pair += 1) log = answer(log, pair, 'same', 'Palesa');

  it('draws about the share asked for, by seed, the reviewer’s own and those of others apart', () => {
    const own = drawRepeats(log, { seed: 4, reviewer: 'Palesa' });
    expect(own.length).toBeGreaterThan(60);
    expect(own.length).toBeLessThan(145);
    expect(own.every(({ to }) => to === 'own')).toBe(true);
    expect(drawRepeats(log, { seed: 4, reviewer: 'Palesa' })).toEqual(own);
    const others = drawRepeats(log, { seed: 4, reviewer: 'Thabo' });
    expect(others.every(({ to }) => to === 'other')).toBe(true);
    const ids = new Set(own.map(({ left }) => left.id));
    expect(others.filter(({ left }) => ids.has(left.id)).length).toBeLessThan(own.length / 2);
  });

  it('does not ask a reviewer again what that reviewer said a moment ago, nor what was repeated', () => {
    const fresh = drawRepeats(log, { seed: 4, reviewer: 'Palesa', share: 1 });
    expect(fresh).toHaveLength(1980);
    const repeated = answer(log, 0, 'same', 'Palesa', true);
    expect(drawRepeats(repeated, { seed: 4, reviewer: 'Palesa', share: 1 })).toHaveLength(1979);
  });

  it('draws no pair with a record that may not be seen', () => {
    const visible = ({ id }: { id: string }) => Number(id.slice(1)) % 2 === 0;
    const drawn = drawRepeats(log, { seed: 4, reviewer: 'Thabo', share: 1, visible });
    expect(drawn).toHaveLength(1000);
  });
});
