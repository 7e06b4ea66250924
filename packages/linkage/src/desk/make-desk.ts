import { makeStoredKeys } from '../block/stored-keys.ts';
import { makeFieldTables } from '../compare/field-tables.ts';
import type { LinkageModel } from '../model.ts';
import { makePairWeights, type PairWeights } from '../predict/pair-weights.ts';
import { makePairScore } from '../predict/score-task.ts';
import { RecordSetBuilder } from '../records/build-records.ts';
import { ValuePool } from '../records/value-pool.ts';
import { comparedFields, type NormalValues, normalValuesOf, recordSetOfValues } from './values-record-set.ts';

/** One pair at a desk. */
export interface DeskScore {
  /** Bits. */
  readonly weight: number;
  /** A byte for each comparison. */
  readonly levels: Uint8Array;
}

/** A frozen model made ready for single records: what depends on the model alone is worked out once. */
export interface Desk {
  readonly model: LinkageModel;
  /** Raw cells in the order of `model.spec.fields` to normal values. */
  readonly normalise: (cells: readonly (string | null)[]) => NormalValues;
  readonly keysOf: (values: NormalValues) => readonly bigint[];
  /** Scores pairs among a few entries, by their places in `rows`. */
  readonly scorerOf: (rows: readonly NormalValues[]) => (left: number, right: number) => DeskScore;
}

/** Makes a desk of a model. Takes a moment for each value whose share the model lists; scoring then takes microseconds a pair. */
export function makeDesk(model: LinkageModel): Desk {
  const fields = comparedFields(model.spec);
  const keysOf = makeStoredKeys(fields, model.blocking);
  const rarity = rarityTables(model);
  return {
    model,
    keysOf,
    normalise(cells) {
      const builder = new RecordSetBuilder(model.spec);
      builder.addSource('desk', false);
      builder.add('0', cells);
      return normalValuesOf(builder.build(), 0);
    },
    scorerOf(rows) {
      const records = recordSetOfValues(model.spec, rows);
      const weights = weightsOf(model, records.fields, rarity);
      const score = makePairScore(
        {
          entries: records.size,
          tables: makeFieldTables(records),
          columns: records.fields,
          comparisons: model.comparisons,
          rules: [],
          eligible: 'any',
          sourceOf: null,
          uniqueSources: null,
        },
        weights,
      );
      return (left, right) => ({ weight: score.weightOf(left, right), levels: score.levels.slice() });
    },
  };
}

interface Rarity {
  readonly field: string;
  readonly rare: number;
  readonly bits: ReadonlyMap<string, number>;
}

function rarityTables(model: LinkageModel): readonly (Rarity | null)[] {
  return model.comparisons.map(({ termFrequencies, fields, levels }) => {
    if (termFrequencies === null) return null;
    const u = levels[0]?.u ?? 1;
    const { rare, shares } = termFrequencies;
    const bits = new Map(
      Object.entries(shares).map(([text, share]) => [text, Math.fround(Math.log2(u / Math.max(share, rare)))]),
    );
    return { field: fields[0] ?? '', rare: Math.log2(u / rare), bits };
  });
}

/** The engine's own weights, with the rarity of these values alone: reading all of the model's for each record would take long. */
function weightsOf(
  model: LinkageModel,
  fields: Parameters<typeof makePairWeights>[1],
  rarity: readonly (Rarity | null)[],
): PairWeights {
  const bare = model.comparisons.map((comparison) => ({ ...comparison, termFrequencies: null }));
  const weights = makePairWeights({ ...model, comparisons: bare }, fields, Number.NEGATIVE_INFINITY);
  return {
    ...weights,
    rarity: rarity.map((table) => {
      const pool = fields.find(({ name }) => name === table?.field)?.pool ?? new ValuePool();
      if (table === null || pool.count === 0) return null;
      return Float32Array.from({ length: pool.count }, (_, value) => table.bits.get(pool.textOf(value)) ?? table.rare);
    }),
  };
}
