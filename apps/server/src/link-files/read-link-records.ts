import type { RawCell } from '@leeto/intake';
import { LinkProblem, type LinkSpec, type RecordSet, RecordSetBuilder, scriptOfName } from '@leeto/linkage';
import type { FoundColumns } from './find-columns.ts';
import { noticesOfReading } from './notices-of-reading.ts';
import type { LinkFile } from './open-link-files.ts';
import { withoutEmptyFields } from './without-empty-fields.ts';

export interface ReadRecords {
  readonly records: RecordSet;
  /** Cells of the truth column by record; null where the spec names none or no file has it. */
  readonly truth: readonly (string | null)[] | null;
  /** Records by source. */
  readonly counts: readonly number[];
  readonly notices: readonly string[];
  /** Script of each record's name, where it was asked for. */
  readonly scriptOf: ((record: number) => string | null) | null;
}

export interface ReadOptions {
  /** Fields without any value stay (a model that is given wants them). */
  readonly keepsEmptyFields?: boolean;
  /** Names are looked at for their script, which normal values do not show. */
  readonly wantsScripts?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads all records of the files. Throws LinkProblem where ids stand twice in a file, where there is nothing to link, or where no field has
 * any value.
 */
export async function readLinkRecords(
  spec: LinkSpec,
  files: readonly LinkFile[],
  columns: readonly FoundColumns[],
  options: ReadOptions = {},
): Promise<ReadRecords> {
  const builder = new RecordSetBuilder(spec);
  const truth: (string | null)[] = [];
  const scripts: (string | null)[] = [];
  const names = Object.values(spec.fields).flatMap(({ kind }, f) => (kind === 'person_name' ? [f] : []));
  const notices: string[] = [];
  const counts: number[] = [];
  const total = files.reduce((sum, { table }) => sum + table.estimatedRows, 0);
  const joins = Object.values(spec.fields).map((field) => field.separator ?? (field.kind === 'date' ? '-' : ' '));
  for (const [index, file] of files.entries()) {
    const places = columns[index] as FoundColumns;
    builder.addSource(file.source, spec.sources?.[file.source]?.isUnique === true);
    const blankMarks = await columnsWhereNaIsBlank(file, places);
    const cells: (string | null)[] = new Array(joins.length).fill(null);
    const seen = new Map<string, number>();
    const doubles: { id: string; row: number; first: number }[] = [];
    let doubled = 0;
    let withoutId = 0;
    const before = builder.size;
    for await (const { rows, sourceRows } of file.table.rows()) {
      options.signal?.throwIfAborted();
      for (let r = 0; r < rows.length; r += 1) {
        const row = rows[r] as readonly RawCell[];
        const sourceRow = sourceRows[r] as number;
        for (let f = 0; f < joins.length; f += 1) {
          const own = places.fields[f] as readonly number[];
          cells[f] =
            own.length === 1
              ? textOf(row[own[0] as number], blankMarks.has(own[0] as number))
              : joined(row, own, joins[f] as string, blankMarks);
        }
        let id = places.id < 0 ? String(builder.size - before + 1) : (textOf(row[places.id], false) ?? '');
        if (id === '') {
          withoutId += 1;
          id = `row ${sourceRow}`;
        }
        if (places.id >= 0) {
          const first = seen.get(id);
          if (first === undefined) seen.set(id, sourceRow);
          else {
            doubled += 1;
            if (doubles.length < 20) doubles.push({ id, row: sourceRow, first });
          }
        }
        builder.add(id, cells);
        if (options.wantsScripts === true) scripts.push(scriptOfName(names.map((f) => cells[f] ?? '').join(' ')));
        if (spec.truth !== undefined) truth.push(places.truth < 0 ? null : textOf(row[places.truth], false));
      }
      options.onProgress?.(builder.size, total);
    }
    if (doubled > 0) throw duplicateIds(file, spec.id ?? '', doubled, doubles);
    if (withoutId > 0)
      notices.push(
        `${file.source}: ${withoutId === 1 ? '1 row has' : `${withoutId.toLocaleString('en')} rows have`} no "${spec.id}" and ${withoutId === 1 ? 'is' : 'are'} called "row N" by ${withoutId === 1 ? 'its' : 'their'} place in the file.`,
      );
    notices.push(...noticesOfReading(file));
    counts.push(builder.size - before);
    if (builder.size === before) notices.push(`${file.source} has no records.`);
  }
  const built = builder.build();
  if (built.size === 0) {
    throw new LinkProblem({
      code: 'no_records',
      message: `${files.map(({ source }) => source).join(', ')}: no records below the header.`,
      remedy: 'Give a file with a header and a row for each record.',
    });
  }
  const isTruthThere = spec.truth !== undefined && columns.some((own) => own.truth >= 0);
  const records = options.keepsEmptyFields === true ? built : withoutEmptyFields(built, notices);
  return {
    records,
    truth: isTruthThere ? truth : null,
    counts,
    notices,
    scriptOf: options.wantsScripts === true ? (record) => scripts[record] ?? null : null,
  };
}

/** A cell as trimmed text, as written; null where blank. */
export function textOf(cell: RawCell | undefined, isNaBlank: boolean): string | null {
  if (cell === null || cell === undefined) return null;
  const text = (typeof cell === 'string' ? cell : String(cell)).trim();
  return text === '' || (isNaBlank && text === 'NA') ? null : text;
}

function joined(
  row: readonly RawCell[],
  places: readonly number[],
  separator: string,
  blankMarks: ReadonlySet<number>,
): string | null {
  const texts = places.map((at) => textOf(row[at], blankMarks.has(at))).filter((text) => text !== null);
  return texts.length === 0 ? null : texts.join(separator);
}

/** In some files (R writes them so) NA is no name but the sign for a blank: where it stands far more often than a name could. */
async function columnsWhereNaIsBlank({ table }: LinkFile, places: FoundColumns): Promise<ReadonlySet<number>> {
  const wanted = [...new Set(places.fields.flat())];
  const marks = new Map(wanted.map((at) => [at, 0]));
  let rows = 0;
  for await (const batch of table.rows()) {
    for (const row of batch.rows) {
      rows += 1;
      for (const at of wanted) {
        const cell = row[at];
        if (typeof cell === 'string' && cell.trim() === 'NA') marks.set(at, (marks.get(at) ?? 0) + 1);
      }
    }
    if (rows >= 5_000) break;
  }
  return new Set(wanted.filter((at) => (marks.get(at) ?? 0) > Math.max(2, rows * 0.02)));
}

function duplicateIds(
  { source }: LinkFile,
  id: string,
  count: number,
  doubles: readonly { readonly id: string; readonly row: number; readonly first: number }[],
): LinkProblem {
  const shown = doubles.map((own) => `  "${own.id}": rows ${own.first} and ${own.row}`);
  const rest = count > doubles.length ? [`  … and ${(count - doubles.length).toLocaleString('en')} more`] : [];
  const rows = count === 1 ? '1 row has an id' : `${count.toLocaleString('en')} rows have an id`;
  return new LinkProblem({
    code: 'duplicate_ids',
    message: `${source}: ${rows} ("${id}") that an earlier row has:\n${[...shown, ...rest].join('\n')}`,
    remedy:
      'An id must name one row of its file. Name another column as "id", or leave "id" out of the spec: rows are then numbered.',
  });
}
