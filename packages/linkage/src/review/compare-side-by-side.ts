import type { Text } from '@leeto/registers';
import { type Strength, strengthOf } from '../explain/evidence-strength.ts';
import { type ExplainOptions, makeExplainer, type PairScorer } from '../explain/explain-pair.ts';
import { markDifference, type Segment } from '../explain/mark-difference.ts';
import type { PairExplanation } from '../explain/pair-explanation.ts';
import { shownValue } from '../explain/show-values.ts';
import type { LinkageModel } from '../model.ts';
import type { RecordSet } from '../records/record-set.ts';

/** One field of two records, as a screen shows it. */
export interface SideBySideRow {
  readonly field: string;
  /** The comparison that the field takes part in; null for a field that no comparison uses. */
  readonly comparison: string | null;
  readonly label: Text;
  readonly left: string | null;
  readonly right: string | null;
  readonly leftMarks: readonly Segment[];
  readonly rightMarks: readonly Segment[];
  /** `same`, `different`, `not stated`. */
  readonly levelLabel: Text | null;
  readonly words: Text | null;
  /** Bits of the comparison, rarity included; 0 where it is silent. */
  readonly weight: number;
  readonly strength: Strength;
}

export interface SideBySide {
  readonly rows: readonly SideBySideRow[];
  readonly explanation: PairExplanation;
}

export interface SideBySideInput extends ExplainOptions {
  readonly records: RecordSet;
  readonly model: LinkageModel;
  readonly scorer: PairScorer;
  readonly left: number;
  readonly right: number;
  /** What this reviewer may see. */
  readonly visible?: (record: number) => boolean;
}

/**
 * Two records field by field, with what differs marked, and the explanation of their weight. Null where either record does not
 * exist or may not be seen, with no difference between the two.
 */
export function compareSideBySide(input: SideBySideInput): SideBySide | null {
  const { records, model, scorer, left, right, visible = () => true } = input;
  const isThere = (record: number) => Number.isInteger(record) && record >= 0 && record < records.size;
  if (![left, right].every((record) => isThere(record) && visible(record))) return null;
  const explanation = makeExplainer(records, model, scorer, input).explain(left, right);
  const rows = records.fields.map(({ name }): SideBySideRow => {
    const values = [left, right].map((record) => shownValue(records, record, name, input.rawOf));
    const [a = null, b = null] = values;
    const marks = markDifference(a, b);
    const comparison = model.comparisons.find(({ fields }) => fields.includes(name));
    const step = explanation.steps.find((candidate) => candidate.comparison === comparison?.id);
    const weight = step === undefined ? 0 : step.weight + step.rarityWeight;
    return {
      field: name,
      comparison: comparison?.id ?? null,
      label: comparison?.fields.length === 1 ? comparison.label : { en: name },
      left: a,
      right: b,
      leftMarks: marks.left,
      rightMarks: marks.right,
      levelLabel: step?.levelLabel ?? null,
      words: step?.words ?? null,
      weight,
      strength: strengthOf(weight),
    };
  });
  return { rows, explanation };
}
