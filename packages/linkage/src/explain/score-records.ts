import type { PairEvidence } from '../cluster/group-evidence.ts';
import { makeFieldTables } from '../compare/field-tables.ts';
import type { LinkageModel } from '../model.ts';
import { makePairEvidence } from '../predict/pair-evidence.ts';
import { makePairWeights } from '../predict/pair-weights.ts';
import { makePairScore } from '../predict/score-task.ts';
import type { RecordSet } from '../records/record-set.ts';
import type { PairScorer } from './explain-pair.ts';

/**
 * Scores records (not entries) pair by pair with the engine's own comparisons, and keeps the bits that rarity added. Making one
 * takes a moment for each distinct value; scoring a pair takes microseconds.
 */
export function makeRecordScorer(
  records: RecordSet,
  model: LinkageModel,
): PairScorer & { readonly evidence: PairEvidence } {
  const weights = makePairWeights(model, records.fields, records.fields, Number.NEGATIVE_INFINITY);
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
  return {
    levels: score.levels,
    rarity: score.rarity,
    score: score.weightOf,
    evidence: makePairEvidence(score, weights, model.comparisons),
  };
}
