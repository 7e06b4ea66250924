import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../random.ts';
import { measureClusters } from './cluster-measures.ts';
import { addUnit, effectiveTrials, emptyRatio, wilson } from './interval.ts';
import { holm, measureSubgroups } from './subgroups.ts';
import { truthFromColumn } from './truth-labels.ts';

describe('measureSubgroups', () => {
  it('adds up to the whole over all groups', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('dedupe' as const, 'link' as const),
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(4), fc.nat(1), fc.constantFrom('x', 'y', 'z')), {
          minLength: 2,
          maxLength: 30,
        }),
        (mode, rows) => {
          const truth = truthFromColumn(rows.map(([person]) => person));
          const linked = { personOf: Int32Array.from(rows, ([, cluster]) => cluster), persons: 5 };
          const records = { mode, sourceOf: Uint16Array.from(rows, ([, , source]) => source) };
          const groups = measureSubgroups({ linked, truth, records, groupOf: (record) => rows[record]?.[3] ?? null });
          const { pairs } = measureClusters(linked, truth, records);
          const sum = (of: (group: (typeof groups)[number]) => number): number =>
            groups.reduce((all, group) => all + (of(group) || 0), 0);
          expect(sum(({ truePairs }) => truePairs)).toBeCloseTo(pairs.truePositives + pairs.falseNegatives, 9);
          expect(sum(({ linkedPairs }) => linkedPairs)).toBeCloseTo(pairs.truePositives + pairs.falsePositives, 9);
          expect(sum(({ truePairs, recall }) => truePairs * recall.value)).toBeCloseTo(pairs.truePositives, 9);
          expect(sum(({ linkedPairs, precision }) => linkedPairs * precision.value)).toBeCloseTo(
            pairs.truePositives,
            9,
          );
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  /** Persons with three records each; those of the last group lose their third record more often. */
  function made(lossOfLast: number, seed: number) {
    const random = makeRandom(seed);
    const [persons, clusters, groups]: [string[], number[], string[]] = [[], [], []];
    for (let person = 0; person < 1200; person += 1) {
      const group = ['latin', 'arabic', 'ethiopic', 'cyrillic'][person % 4] as string;
      const isLost = random() < (group === 'cyrillic' ? lossOfLast : 0.1);
      for (let record = 0; record < 3; record += 1) {
        persons.push(`${person}`);
        clusters.push(record === 2 && isLost ? 2 * person + 1 : 2 * person);
        groups.push(group);
      }
    }
    return measureSubgroups({
      linked: { personOf: Int32Array.from(clusters), persons: 2400 },
      truth: truthFromColumn(persons),
      records: { mode: 'dedupe', sourceOf: new Uint16Array(persons.length) },
      groupOf: (record) => groups[record] ?? null,
    });
  }

  it('flags the group that is linked worse, and no other', () => {
    const groups = made(0.3, 1);
    expect(groups.filter(({ isRecallWorse }) => isRecallWorse).map(({ group }) => group)).toEqual(['cyrillic']);
    expect(groups.some(({ isPrecisionWorse }) => isPrecisionWorse)).toBe(false);
  });

  it('raises a false alarm in at most one labelling of twenty, or near it', () => {
    let alarms = 0;
    for (let seed = 1; seed <= 200; seed += 1)
      if (made(0.1, seed).some(({ isRecallWorse }) => isRecallWorse)) alarms += 1;
    expect(alarms / 200).toBeLessThan(0.09);
  });
});

describe('intervals', () => {
  it('are those of Wilson', () => {
    // 81 of 263 (Newcombe 1998, table I, method 3): 0.2553 to 0.3662.
    const { low, high } = wilson(81 / 263, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('count pairs that stand and fall together once', () => {
    const ratio = emptyRatio();
    for (let person = 0; person < 100; person += 1) addUnit(ratio, person < 90 ? 45 : 0, 45);
    expect(effectiveTrials(ratio)).toBeCloseTo(99, 6);
  });

  it('are corrected by Holm as in his method', () => {
    expect(holm([0.01, Number.NaN, 0.04, 0.03])).toEqual([0.03, Number.NaN, 0.06, 0.06]);
  });
});
