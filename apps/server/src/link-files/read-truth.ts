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
import { LabelReading, makeRecordFinder, type RecordFinder, verdictOf } from './label-reading.ts';
import { textOf } from './read-link-records.ts';
import { answerHeaders, findPairColumns, type PairColumns } from './truth-headers.ts';

export interface ReadTruth {
  readonly truth: TruthLabels;
  readonly notices: readonly string[];
}

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
  const find = makeRecordFinder(records);
  const pairs = findPairColumns(table);
  if (pairs !== null) return readPairs(table, pairs, find);
  const at = (names: readonly string[]) =>
    table.columns.find(({ header }) => names.includes(wordForm(header)))?.index ?? -1;
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

async function readPairs(table: RawTable, at: PairColumns, find: RecordFinder): Promise<ReadTruth> {
  const labels: { left: number; right: number; score: number }[] = [];
  const reading = new LabelReading(table.file, 'no answer');
  for await (const { rows, sourceRows } of table.rows()) {
    for (const [r, row] of rows.entries()) {
      const line = sourceRows[r] as number;
      const ref = (source: number, id: number) =>
        find(source < 0 ? null : textOf(row[source], false), textOf(row[id], false) ?? '');
      const [left, right] = [ref(at.leftSource, at.left), ref(at.rightSource, at.right)];
      if (!reading.areKnown(line, left, right)) continue;
      const score = at.score < 0 ? 1 : verdictOf(textOf(row[at.score], false));
      if (score === 'unreadable') reading.unreadable(line);
      else if (score === null) reading.unanswered();
      else labels.push({ left, right, score });
    }
  }
  if (labels.length === 0) throw reading.nothing(at.score < 0 ? '' : (headerAt(table, at.score) ?? ''));
  const inRange = labels.filter(({ score }) => score < 0 || score > 1).length;
  if (inRange > 0) throw reading.outOfRange(inRange, headerAt(table, at.score) ?? '');
  return { truth: truthFromPairs(labels), notices: reading.notices() };
}

async function readPersons(
  table: RawTable,
  at: { readonly id: number; readonly source: number; readonly person: number },
  find: RecordFinder,
  size: number,
): Promise<ReadTruth> {
  const values: (string | null)[] = new Array(size).fill(null);
  const reading = new LabelReading(table.file, 'no person');
  let known = 0;
  for await (const { rows, sourceRows } of table.rows()) {
    for (const [r, row] of rows.entries()) {
      const source = at.source < 0 ? null : textOf(row[at.source], false);
      const record = find(source, textOf(row[at.id], false) ?? '');
      if (!reading.areKnown(sourceRows[r] as number, record)) continue;
      const person = textOf(row[at.person], false);
      if (person === null) reading.unanswered();
      else known += 1;
      values[record] = person;
    }
  }
  if (known === 0) throw reading.nothing('');
  return { truth: truthFromColumn(values), notices: reading.notices() };
}

function headerAt(table: RawTable, at: number): string | undefined {
  return table.columns.find(({ index }) => index === at)?.header;
}

function notTruth(file: string, headers: readonly string[]): LinkProblem {
  return new LinkProblem({
    code: 'not_a_truth',
    message: `${file} does not say who is who${headers.length === 0 ? '' : `: its columns are ${headers.map((header) => `"${header}"`).join(', ')}`}.`,
    remedy: `Give pairs of ids (id_l, id_r, and a column such as ${answerHeaders} with "same" and "not the same", or a score from 0 to 1) or records with their person (id, person); with several files a source beside each id.`,
  });
}
