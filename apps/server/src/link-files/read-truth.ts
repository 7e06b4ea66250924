import { resolve } from 'node:path';
import { openFile, type RawTable } from '@leeto/intake';
import {
  LinkProblem,
  type RecordSet,
  type TruthLabels,
  truthFromColumn,
  truthFromPairs,
  wordForm,
} from '@leeto/linkage';
import { textOf } from './read-link-records.ts';

export interface ReadTruth {
  readonly truth: TruthLabels;
  readonly notices: readonly string[];
}

const ID_LEFT = [
  'unique_id_l',
  'id_l',
  'left_id',
  'id_left',
  'l_id',
  'id1',
  'id_1',
  'rec_id_l',
  'rec_id_1',
  'record_id_l',
  'id_a',
  'left',
];
const ID_RIGHT = [
  'unique_id_r',
  'id_r',
  'right_id',
  'id_right',
  'r_id',
  'id2',
  'id_2',
  'rec_id_r',
  'rec_id_2',
  'record_id_r',
  'id_b',
  'right',
];
const SOURCE_LEFT = ['source_dataset_l', 'left_source', 'source_l', 'source_left', 'source_1', 'source1', 'source_a'];
const SOURCE_RIGHT = [
  'source_dataset_r',
  'right_source',
  'source_r',
  'source_right',
  'source_2',
  'source2',
  'source_b',
];
const SCORE = ['clerical_match_score', 'match', 'is_match', 'score', 'label', 'match_score', 'same', 'verdict'];
const PERSON = [
  'person',
  'cluster',
  'person_id',
  'cluster_id',
  'truth',
  'entity',
  'entity_id',
  'true_id',
  'label',
  'identity',
  'true_person',
  'simulant_id',
];
const SOURCE = ['source', 'source_dataset', 'file', 'dataset', 'data_source'];

/** Reads labels of who is who: a table of labelled pairs, or of records with their person. Throws LinkProblem. */
export async function readTruth(path: string, records: RecordSet, idColumn: string | undefined): Promise<ReadTruth> {
  const opened = await openFile(resolve(path));
  const [table] = opened.tables;
  if (table === undefined) throw notTruth(opened.name, []);
  const at = (names: readonly string[]) =>
    table.columns.find(({ header }) => names.includes(wordForm(header)))?.index ?? -1;
  const [left, right] = [at(ID_LEFT), at(ID_RIGHT)];
  const find = makeRecordFinder(records);
  if (left >= 0 && right >= 0)
    return readPairs(
      table,
      { left, right, leftSource: at(SOURCE_LEFT), rightSource: at(SOURCE_RIGHT), score: at(SCORE) },
      find,
    );
  const id = at([wordForm(idColumn ?? 'id'), 'id', 'rec_id', 'record_id', 'unique_id', 'rid']);
  const person =
    table.columns.find(({ header, index }) => index !== id && PERSON.includes(wordForm(header)))?.index ?? -1;
  const others = table.columns.filter(({ index }) => index !== id && index !== at(SOURCE));
  const last = person >= 0 ? person : others.length === 1 ? (others[0]?.index ?? -1) : -1;
  if (id < 0 || last < 0)
    throw notTruth(
      opened.name,
      table.columns.map(({ header }) => header),
    );
  return readPersons(table, { id, source: at(SOURCE), person: last }, find, records.size);
}

type RecordFinder = (source: string | null, id: string) => number;

/** Record by source and id; without a known source the id alone, where one record has it. -1 unknown, -2 not to be told apart. */
function makeRecordFinder(records: RecordSet): RecordFinder {
  const bySource = records.sources.map(() => new Map<string, number>());
  for (let record = 0; record < records.size; record += 1)
    bySource[records.sourceOf[record] as number]?.set(records.idOf(record), record);
  const names = new Map(
    records.sources.flatMap(({ name }, index) => [
      [name, index],
      [name.replace(/\.[a-z0-9.]+$/i, ''), index],
    ]),
  );
  return (source, id) => {
    const own = source === null ? undefined : (names.get(source) ?? names.get(source.replace(/\.[a-z0-9.]+$/i, '')));
    if (own !== undefined) return bySource[own]?.get(id) ?? -1;
    const found = bySource.flatMap((ids) => ids.get(id) ?? []);
    return found.length === 1 ? (found[0] as number) : found.length === 0 ? -1 : -2;
  };
}

interface PairColumns {
  readonly left: number;
  readonly right: number;
  readonly leftSource: number;
  readonly rightSource: number;
  readonly score: number;
}

async function readPairs(table: RawTable, at: PairColumns, find: RecordFinder): Promise<ReadTruth> {
  const labels: { left: number; right: number; score: number }[] = [];
  const lost = new LostIds();
  for await (const { rows } of table.rows()) {
    for (const row of rows) {
      const ref = (source: number, id: number) =>
        lost.note(find(source < 0 ? null : textOf(row[source], false), textOf(row[id], false) ?? ''));
      const [left, right] = [ref(at.leftSource, at.left), ref(at.rightSource, at.right)];
      if (left < 0 || right < 0) continue;
      const score = at.score < 0 ? 1 : scoreOf(textOf(row[at.score], false));
      if (score !== null) labels.push({ left, right, score });
    }
  }
  if (labels.length === 0) throw noneKnown(table.file);
  return { truth: truthFromPairs(labels), notices: lost.notices(table.file) };
}

/** A labeller's answer as a number from 0 to 1; null where there is none ("unsure"). */
function scoreOf(text: string | null): number | null {
  if (text === null) return null;
  const number = Number(text);
  if (!Number.isNaN(number)) return number;
  if (/^(y|yes|true|t|match|same|m)$/i.test(text)) return 1;
  return /^(n|no|false|f|non-?match|not_?same|different|u)$/i.test(text) ? 0 : null;
}

async function readPersons(
  table: RawTable,
  at: { readonly id: number; readonly source: number; readonly person: number },
  find: RecordFinder,
  size: number,
): Promise<ReadTruth> {
  const values: (string | null)[] = new Array(size).fill(null);
  const lost = new LostIds();
  let known = 0;
  for await (const { rows } of table.rows()) {
    for (const row of rows) {
      const source = at.source < 0 ? null : textOf(row[at.source], false);
      const record = lost.note(find(source, textOf(row[at.id], false) ?? ''));
      if (record < 0) continue;
      values[record] = textOf(row[at.person], false);
      known += 1;
    }
  }
  if (known === 0) throw noneKnown(table.file);
  return { truth: truthFromColumn(values), notices: lost.notices(table.file) };
}

/** Counts ids that no record has, or that several sources have. */
class LostIds {
  #unknown = 0;
  #unclear = 0;

  note(record: number): number {
    if (record === -1) this.#unknown += 1;
    if (record === -2) this.#unclear += 1;
    return record;
  }

  notices(file: string): readonly string[] {
    const count = (number: number) => number.toLocaleString('en');
    return [
      ...(this.#unknown === 0
        ? []
        : [`${file} names ${count(this.#unknown)} times an id that no record has; those labels were left out.`]),
      ...(this.#unclear === 0
        ? []
        : [
            `${file} names ${count(this.#unclear)} times an id that several sources have, and no source; those labels were left out.`,
          ]),
    ];
  }
}

function noneKnown(file: string): LinkProblem {
  return new LinkProblem({
    code: 'truth_unknown_ids',
    message: `${file} names no id that any of the records has.`,
    remedy: 'Check that its ids (and sources, if it names them) are those of the files that are linked.',
  });
}

function notTruth(file: string, headers: readonly string[]): LinkProblem {
  return new LinkProblem({
    code: 'not_a_truth',
    message: `${file} says not who is who${headers.length === 0 ? '' : `: its columns are ${headers.map((header) => `"${header}"`).join(', ')}`}.`,
    remedy:
      'Give pairs (id_l, id_r, and a score from 0 to 1 if there is one) or records with their person (id, person); with several files a source beside each id.',
  });
}
