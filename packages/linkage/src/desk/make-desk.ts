import { makeStoredKeys } from '../block/stored-keys.ts';
import type { PairEvidence } from '../cluster/group-evidence.ts';
import { makeRecordScorer } from '../explain/score-records.ts';
import type { LinkageModel } from '../model.ts';
import { priorOfDoubles } from '../predict/score-doubles.ts';
import { groupFields } from '../records/field-groups.ts';
import { readGroup } from '../records/read-group.ts';
import type { RecordSet } from '../records/record-set.ts';
import { comparedFields, type NormalValues, recordSetOfValues } from './values-record-set.ts';

/** One pair at a desk. */
export interface DeskScore {
  /** Bits. */
  readonly weight: number;
  /** A byte for each comparison. */
  readonly levels: Uint8Array;
}

/** Scores pairs among a few entries, by their places. */
export interface DeskScorer {
  (left: number, right: number): DeskScore;
  /** The same in its parts, as clusters weigh it. */
  readonly evidence: PairEvidence;
  /** Bits of a record against its own double. */
  readonly ofDouble: (row: number) => number;
}

/** A frozen model made ready for single records: what depends on the model alone is worked out once. */
export interface Desk {
  readonly model: LinkageModel;
  /** Raw cells in the order of `model.spec.fields` to normal values. */
  readonly normalise: (cells: readonly (string | null)[]) => NormalValues;
  readonly keysOf: (values: NormalValues) => readonly bigint[];
  /** Scores pairs among a few entries, by their places in `rows`. */
  readonly scorerOf: (rows: readonly NormalValues[]) => DeskScorer;
}

/** Makes a desk of a model. Takes a moment for each value whose share the model lists; scoring then takes microseconds a pair. */
export function makeDesk(model: LinkageModel): Desk {
  const fields = comparedFields(model.spec);
  const keysOf = makeStoredKeys(fields, model.blocking);
  return {
    model,
    keysOf,
    normalise: makeNormalise(model.spec),
    scorerOf(rows) {
      const records = recordSetOfValues(model.spec, rows);
      const scorer = makeRecordScorer(records, modelOfValues(model, records));
      return Object.assign(
        (left: number, right: number) => ({ weight: scorer.score(left, right), levels: scorer.levels.slice() }),
        { evidence: scorer.evidence, ofDouble: (row: number) => scorer.score(row, row) + priorOfDoubles(model) },
      );
    },
  };
}

/** Reads single records: of several values of one field the first, as entries are kept. */
function makeNormalise(spec: LinkageModel['spec']): Desk['normalise'] {
  const order = new Map(Object.keys(spec.fields).map((name, at) => [name, at]));
  const groups = groupFields(spec);
  return (cells) =>
    groups.map((group) => {
      const own = group.members.map((name) => cells[order.get(name) ?? -1] ?? '');
      return readGroup(group, spec, own)[0] ?? null;
    });
}

interface Shares {
  readonly rare: number;
  readonly shares: Readonly<Record<string, number>>;
}

interface StratifiedShares extends Shares {
  readonly within?: { readonly field: string; readonly strata: Readonly<Record<string, Shares>> };
}

/** The model with the shares of these values alone: reading all of them for each record would take long. */
function modelOfValues(model: LinkageModel, { fields }: Pick<RecordSet, 'fields'>): LinkageModel {
  const texts = new Map(
    fields.map(({ name, pool }) => [name, Array.from({ length: pool.count }, (_, value) => pool.textOf(value))]),
  );
  const comparisons = model.comparisons.map((comparison) => {
    const frequencies: StratifiedShares | null = comparison.termFrequencies;
    if (frequencies === null) return comparison;
    const values = texts.get(comparison.fields[0] ?? '') ?? [];
    const { within } = frequencies;
    const termFrequencies = { ...frequencies, shares: sharesOf(frequencies, values) };
    if (within === undefined) return { ...comparison, termFrequencies };
    const groups = (texts.get(within.field) ?? []).flatMap((group) => {
      const table = within.strata[group];
      return table === undefined ? [] : [[group, { ...table, shares: sharesOf(table, values) }] as const];
    });
    return {
      ...comparison,
      termFrequencies: { ...termFrequencies, within: { ...within, strata: Object.fromEntries(groups) } },
    };
  });
  return { ...model, comparisons };
}

function sharesOf({ shares }: Shares, values: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    values.flatMap((text) => {
      const share = Object.hasOwn(shares, text) ? shares[text] : undefined;
      return share === undefined ? [] : [[text, share] as const];
    }),
  );
}
