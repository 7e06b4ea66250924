import { makeExplainer } from '../explain/explain-pair.ts';
import { fixtureModel, fixtureRecords, fixtureScorer } from '../explain/linkage.fixture.ts';
import { makeRandom } from '../random.ts';
import { inventedRows, linkFixture } from '../review/link-result.fixture.ts';
import type { Accuracy, ReportInput } from './report-input.ts';

const accuracy = (precision: number, recall: number, width = 0): Accuracy => {
  const share = (value: number) =>
    width === 0 ? { value } : { value, low: value - width, high: Math.min(1, value + width) };
  return {
    precision: share(precision),
    recall: share(recall),
    f1: share((2 * precision * recall) / (precision + recall)),
  };
};

/** A report with every part, on invented people. */
export function reportFixture(): ReportInput {
  const records = fixtureRecords(inventedRows(160, makeRandom(3)), ['permits']);
  return {
    result: linkFixture(records),
    title: 'Linkage of the border log, permits and asylum cases',
    madeAt: '2026-03-02T09:14:00Z',
    version: '0.1.0',
    seed: 7,
    files: [
      { name: 'border.csv', records: 140, sha256: 'a'.repeat(64) },
      { name: 'permits.csv', records: 130, sha256: 'b'.repeat(64) },
      { name: 'asylum.csv', records: 128, sha256: 'c'.repeat(64) },
    ],
    commands: ['npx leeto link border.csv permits.csv asylum.csv --spec spec.json --out linked'],
    explainer: makeExplainer(records, fixtureModel, fixtureScorer(records)),
    evaluation: {
      estimated: { ...accuracy(0.9971, 0.9812, 0.0021), from: 'model' },
      measured: {
        pairs: accuracy(0.9984, 0.9871),
        bCubed: accuracy(0.9991, 0.9926),
        edges: accuracy(0.9979, 0.9733),
      },
      blockingRecall: 0.9913,
      thresholds: {
        are: 'measured',
        rows: [0, 3.17, 4.25, 6.63].map((threshold, at) => ({
          threshold,
          probability: [0.5, 0.9, 0.95, 0.99][at] ?? 0,
          precision: 0.98 + at * 0.006,
          recall: 0.99 - at * 0.004,
          f1: 0.985 + at * 0.001,
        })),
      },
      subgroups: [
        {
          dimension: 'sex',
          group: 'F',
          records: 201,
          precision: { value: 0.998 },
          recall: { value: 0.985, low: 0.985 - 0.01, high: 0.985 + 0.006 },
        },
        {
          dimension: 'sex',
          group: 'M',
          records: 197,
          precision: { value: 0.998 },
          recall: { value: 0.989, low: 0.989 - 0.01, high: 0.989 + 0.006 },
        },
        {
          dimension: 'passport_number',
          group: '–',
          records: 188,
          precision: { value: 0.995 },
          isRecallWorse: true,
          recall: { value: 0.962, low: 0.962 - 0.01, high: 0.962 + 0.006 },
        },
      ],
      missedBy: { not_proposed: 12, below_threshold: 9, held_back: 3 },
      errors: [
        { kind: 'false_link', left: 0, right: 5 },
        { kind: 'missed_link', left: 1, right: 2 },
      ],
    },
  };
}
