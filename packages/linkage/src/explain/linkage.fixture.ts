import type { Comparison, LevelDeclaration } from '../compare/comparison.ts';
import { SILENT } from '../compare/level-finder.ts';
import type { ComparisonModel, LevelModel, LinkageModel } from '../model.ts';
import { type FieldColumn, NOT_STATED, type RecordSet } from '../records/record-set.ts';
import { ValuePool } from '../records/value-pool.ts';
import type { LinkSpec } from '../spec/link-spec.ts';
import type { PairScorer } from './explain-pair.ts';

/** One record of a fixture: source, id, then the cells in the order of the spec's fields. All people are invented. */
export type FixtureRow = readonly [source: string, id: string, ...cells: (string | null)[]];

export const fixtureSpec: LinkSpec = {
  mode: 'link_and_dedupe',
  fields: {
    family_name: { kind: 'person_name', part: 'family' },
    date_of_birth: { kind: 'date' },
    sex: { kind: 'sex' },
    passport_number: { kind: 'document_number' },
  },
};

const level = (
  declared: Pick<LevelDeclaration, 'id' | 'label' | 'test'> & { usesTermFrequency?: boolean },
  m: number,
  u: number,
): LevelModel => ({
  ...declared,
  description: declared.label,
  initialM: m,
  m,
  u,
  weight: Math.log2(m / u),
  learntFrom: 'em',
  sql: 'true',
});

const same = { en: 'same', st: 'tšoanang' };
const differs = { id: 'else', label: { en: 'different', st: 'fapaneng' }, test: { is: 'else' } } as const;
const equal = { id: 'exact', label: same, test: { is: 'equal' } } as const;

const comparison = (declared: Omit<Comparison, 'levels'>, levels: readonly LevelModel[]): ComparisonModel => ({
  ...declared,
  levels,
  termFrequencies: null,
});

/** A model as training might give it, with round figures. */
export const fixtureModel: LinkageModel = {
  format: 'leeto-linkage-model',
  version: 1,
  spec: fixtureSpec,
  homeLimit: null,
  prior: 1 / 2 ** 12,
  comparisons: [
    {
      ...comparison({ id: 'family_name', label: { en: 'Family name', st: 'Fane' }, fields: ['family_name'] }, [
        level({ ...equal, usesTermFrequency: true }, 0.8, 0.00625),
        level(
          {
            id: 'one_letter',
            label: { en: 'one letter apart', st: 'fapaneng ka tlhaku e le ’ngoe' },
            test: { is: 'one_edit', minLength: 4 },
          },
          0.16,
          0.01,
        ),
        level(differs, 0.04, 0.98),
      ]),
      termFrequencies: { rare: 1 / 12_000, shares: { MOKOENA: 0.05, MOLEFE: 0.01 } },
    },
    comparison(
      { id: 'date_of_birth', label: { en: 'Date of birth', st: 'Letsatsi la tsoalo' }, fields: ['date_of_birth'] },
      [
        level(equal, 0.9, 0.0009),
        level(
          {
            id: 'swapped',
            label: { en: 'day and month swapped', st: 'letsatsi le khoeli li fapanyelitsoe' },
            test: { is: 'date_swapped' },
          },
          0.04,
          0.0025,
        ),
        level(differs, 0.06, 0.9966),
      ],
    ),
    comparison({ id: 'sex', label: { en: 'Sex', st: 'Boleng' }, fields: ['sex'] }, [
      level(equal, 0.995, 0.5),
      level(differs, 0.005, 0.5),
    ]),
    comparison(
      {
        id: 'passport_number',
        label: { en: 'Passport number', st: 'Nomoro ea phasepoto' },
        fields: ['passport_number'],
      },
      [level(equal, 0.7, 0.00001), level(differs, 0.3, 0.99999)],
    ),
  ],
  differenceRatios: [1],
  blocking: [
    {
      rule: [{ field: 'family_name', by: 'sound' }],
      label: 'family_name sounds alike',
      isChosen: true,
      pairs: 4200,
      reason: '',
      leftOut: [{ key: 'UNKNOWN', records: 1400 }],
    },
    {
      rule: [{ field: 'sex', by: 'value' }],
      label: 'sex',
      isChosen: false,
      pairs: 88_000_000,
      reason: 'more pairs than the budget allows',
      leftOut: [],
    },
  ],
  thresholds: { match: 4.25, review: -2 },
  trainedOn: {
    records: 200,
    randomPairs: 10_000,
    runs: [{ rule: 'date_of_birth', pairs: 310, iterations: 7, matches: 120 }],
  },
};

/** Records of a fixture, held as the engine holds them. */
export function fixtureRecords(
  rows: readonly FixtureRow[],
  unique: readonly string[] = [],
  spec: LinkSpec = fixtureSpec,
): RecordSet {
  const names = [...new Set(rows.map(([source]) => source))];
  const fields = Object.entries(spec.fields).map(([name, field], at): FieldColumn => {
    const pool = new ValuePool();
    const numbers = rows.map((row) => {
      const cell = row[at + 2] ?? null;
      return cell === null ? NOT_STATED : pool.add(cell);
    });
    return { name, field, pool, valueOf: Int32Array.from(numbers), further: null };
  });
  return {
    size: rows.length,
    spec,
    mode: spec.mode,
    sources: names.map((name) => ({ name, isUnique: unique.includes(name) })),
    sourceOf: Uint16Array.from(rows.map(([source]) => names.indexOf(source))),
    idOf: (record) => rows[record]?.[1] ?? '',
    fields,
  };
}

/** Levels and rarity of the fixture's model, by plain comparison of texts. */
export function fixtureScorer(records: RecordSet, model: LinkageModel = fixtureModel): PairScorer {
  const levels = new Uint8Array(model.comparisons.length);
  const rarity = new Float64Array(model.comparisons.length);
  const text = (record: number, field: string): string | null => {
    const column = records.fields.find((candidate) => candidate.name === field);
    const value = column?.valueOf[record] ?? NOT_STATED;
    return value === NOT_STATED ? null : (column?.pool.textOf(value) ?? null);
  };
  return {
    levels,
    rarity,
    score(left, right) {
      let total = Math.log2(model.prior / (1 - model.prior));
      for (const [at, { fields, levels: declared, termFrequencies }] of model.comparisons.entries()) {
        const [a, b] = [text(left, fields[0] ?? ''), text(right, fields[0] ?? '')];
        const found = a === null || b === null ? -1 : declared.findIndex(({ test }) => holds(test.is, a, b));
        const exact = declared[found];
        levels[at] = found < 0 ? SILENT : found;
        const share = termFrequencies?.shares[a ?? ''] ?? termFrequencies?.rare ?? 1;
        rarity[at] = exact?.usesTermFrequency ? Math.log2(exact.u) - Math.log2(share) : 0;
        total += (exact?.weight ?? 0) + (rarity[at] ?? 0);
      }
      return total;
    },
  };
}

function holds(test: string, a: string, b: string): boolean {
  if (test === 'equal') return a === b;
  if (test === 'one_edit') return a.length === b.length && [...a].filter((letter, at) => letter !== b[at]).length === 1;
  if (test === 'date_swapped') return a === `${b.slice(0, 5)}${b.slice(8)}-${b.slice(5, 7)}`;
  return true;
}
