import type { RawTable } from '@leeto/intake';
import { wordForm } from '@leeto/linkage';

const ID_LEFT = [
  ...['unique_id_l', 'id_l', 'left_id', 'id_left', 'l_id', 'id1', 'id_1', 'rec_id_l', 'rec_id_1', 'record_id_l'],
  ...['record_id_1', 'record1', 'record_1', 'id_a', 'left'],
];
const ID_RIGHT = [
  ...['unique_id_r', 'id_r', 'right_id', 'id_right', 'r_id', 'id2', 'id_2', 'rec_id_r', 'rec_id_2', 'record_id_r'],
  ...['record_id_2', 'record2', 'record_2', 'id_b', 'right'],
];
const SOURCE_LEFT = ['source_dataset_l', 'left_source', 'source_l', 'source_left', 'source_1', 'source1', 'source_a'];
const SOURCE_RIGHT = [
  ...['source_dataset_r', 'right_source', 'source_r', 'source_right', 'source_2', 'source2', 'source_b'],
];
const ANSWER = [
  ...['verdict', 'answer', 'decision', 'clerical_match_score', 'match', 'is_match', 'score', 'label', 'match_score'],
  ...['same', 'same_person', 'is_same', 'same_not_the_same'],
];
export const answerHeaders = '"verdict" or "match"';

/** Positions in a row; -1 where there is no such column. */
export interface PairColumns {
  readonly left: number;
  readonly right: number;
  readonly leftSource: number;
  readonly rightSource: number;
  /** The answer: a word or a score. */
  readonly score: number;
  /** Of a sample: how many pairs are in the row's band. */
  readonly stratumPairs: number;
}

/** Finds the columns of labelled pairs; null where the table has not two ids. Two ids and one further column: that one is the answer. */
export function findPairColumns(table: RawTable): PairColumns | null {
  const at = (names: readonly string[]) =>
    table.columns.find(({ header }) => names.includes(wordForm(header)))?.index ?? -1;
  const [left, right, leftSource, rightSource] = [at(ID_LEFT), at(ID_RIGHT), at(SOURCE_LEFT), at(SOURCE_RIGHT)];
  if (left < 0 || right < 0) return null;
  const others = table.columns.filter(({ index }) => ![left, right, leftSource, rightSource].includes(index));
  const named = at(ANSWER);
  return {
    left,
    right,
    leftSource,
    rightSource,
    score: named < 0 && others.length === 1 ? (others[0]?.index ?? -1) : named,
    stratumPairs: at(['pairs_in_band']),
  };
}
