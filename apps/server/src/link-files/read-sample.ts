import { resolve } from 'node:path';
import { openFile } from '@leeto/intake';
import { type LabelledRow, LinkProblem, type RecordSet } from '@leeto/linkage';
import { LabelReading, makeRecordFinder, verdictOf } from './label-reading.ts';
import { textOf } from './read-link-records.ts';
import { findPairColumns } from './truth-headers.ts';

/** Reads a sample that a person has filled in. Throws LinkProblem where it is none, or names records that are not there. */
export async function readSample(
  path: string,
  records: RecordSet,
): Promise<{ readonly rows: readonly LabelledRow[]; readonly notices: readonly string[] }> {
  const opened = await openFile(resolve(path));
  const [table] = opened.tables;
  const at = table === undefined ? null : findPairColumns(table);
  if (table === undefined || at === null || at.stratumPairs < 0 || at.score < 0) {
    throw new LinkProblem({
      code: 'not_a_sample',
      message: `${opened.name} is no sample of a linkage: it wants the columns verdict, left_id, right_id and pairs_in_band.`,
      remedy:
        'Give the to-label.csv that a linkage without truth wrote, with answers filled in. Labels of other pairs go with --labels (to learn from) or --truth (to measure by).',
    });
  }
  const find = makeRecordFinder(records);
  const reading = new LabelReading(table.file, 'no answer');
  const rows: LabelledRow[] = [];
  for await (const { rows: cells, sourceRows } of table.rows()) {
    for (const [r, row] of cells.entries()) {
      const line = sourceRows[r] as number;
      const ref = (source: number, id: number) =>
        find(source < 0 ? null : textOf(row[source], false), textOf(row[id], false) ?? '');
      const [left, right] = [ref(at.leftSource, at.left), ref(at.rightSource, at.right)];
      if (!reading.areKnown(line, left, right)) continue;
      const verdict = verdictOf(textOf(row[at.score], false));
      if (verdict === 'unreadable') reading.unreadable(line);
      else if (verdict === null) reading.unanswered();
      const isMatch = typeof verdict === 'number' ? verdict >= 0.5 : null;
      rows.push({ left, right, isMatch, stratumPairs: Number(textOf(row[at.stratumPairs], false) ?? Number.NaN) });
    }
  }
  if (rows.length === 0) throw reading.nothing('');
  return { rows, notices: reading.notices() };
}
