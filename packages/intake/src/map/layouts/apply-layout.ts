import type { Catalogue } from '@leeto/registers';
import type { RawTable } from '../../raw.ts';
import { cellText } from '../cell-text.ts';
import { type CodeList, codeListFit, resolveCodeList } from '../guess/code-lists.ts';
import type { ColumnSample } from '../guess/sample-table.ts';
import { headerForm } from '../header-form.ts';
import type { FieldMapping, LeaveOut, Mapping, RecordMapping, RowTest, Source } from '../mapping.ts';
import { isRecognised, recognitionOf } from '../recognise-table.ts';
import { findColumn } from '../table-scope.ts';
import type { Layout, LayoutTable } from './layout.ts';
import { layouts } from './layouts.ts';

export interface FoundLayout {
  readonly layout: Layout;
  readonly table: LayoutTable;
}

/** The first known layout that fits, or undefined. */
export function findLayout(table: RawTable, fileName: string): FoundLayout | undefined {
  for (const layout of layouts) {
    const found = layout.tables.find((each) => isRecognised(each.recognise, table, fileName));
    if (found) return { layout, table: found };
  }
  return undefined;
}

export interface LayoutInput {
  readonly table: RawTable;
  readonly fileName: string;
  readonly columns: readonly ColumnSample[];
  readonly codeLists: readonly CodeList[];
  readonly catalogue: Catalogue;
}

/** The mapping of a known layout for one table: fields whose columns it lacks fall away, code lists are filled in. */
export async function applyLayout(found: FoundLayout, input: LayoutInput): Promise<Mapping | null> {
  const { mapping } = found.table;
  if (mapping === undefined) return null;
  const doubts: string[] = [];
  const codeLists = fillCodeLists(found.table, input, doubts);
  const declaration = input.catalogue.records.get(mapping.register);
  const required = new Set(declaration?.fields.filter((field) => field.required).map((field) => field.name));
  const latest = found.table.latestOf === undefined ? [] : await onlyLatest(input.table, found.table.latestOf);
  return {
    version: 1,
    id: `${found.layout.id}/${found.table.id}`,
    title: found.layout.title,
    register: mapping.register,
    recognise: { ...recognitionOf(input.table), ...found.table.recognise },
    nulls: mapping.nulls,
    decimalMark: input.table.decimalMark,
    codeLists,
    skipRowWhen: [...latest, ...mapping.skipRowWhen].filter(({ test }) => !isOfMissingColumn(test, input.table)),
    emit: mapping.emit.map((record) => prune(record, input.table, required)),
    provenance: mapping.provenance,
    doubts,
  };
}

function fillCodeLists(
  table: LayoutTable,
  { columns, codeLists, catalogue }: LayoutInput,
  doubts: string[],
): Mapping['codeLists'] {
  const filled: Record<string, Record<string, string | null>> = {};
  for (const wanted of table.codeLists ?? []) {
    const classification = catalogue.classifications.get(wanted.classification);
    const sample = columns.find((each) =>
      wanted.columns.some((header) => headerForm(header) === headerForm(each.column.header)),
    );
    if (classification === undefined || sample === undefined) continue;
    const best = codeLists
      .map((list) => ({ list, fits: wanted.columns.map((header) => codeListFit(list, header, sample.values)) }))
      .map(({ list, fits }) => ({ list, share: fits[0]?.share ?? 0, isNamed: fits.some((fit) => fit.isNamed) }))
      .filter((each) => each.share > 0.5 || (each.isNamed && each.share > 0))
      .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.share - a.share)[0];
    filled[wanted.name] = { ...(wanted.known ?? {}) };
    if (best === undefined) {
      if (wanted.known === undefined) {
        doubts.push(
          `"${sample.column.header}" holds codes of the publisher; give its list of codes and labels beside the file.`,
        );
      }
      continue;
    }
    const { codes, unresolved } = resolveCodeList(best.list, classification);
    filled[wanted.name] = { ...codes, ...(wanted.known ?? {}) };
    if (unresolved.length > 0) {
      const shown = unresolved.slice(0, 12).join('; ');
      doubts.push(
        `Of the list "${best.list.name}", ${unresolved.length} labels are no code of "${classification.id}": ${shown}.`,
      );
    }
  }
  return filled;
}

/** A column that is not there is blank in every row: a test for blanks would leave the whole table out. */
function isOfMissingColumn(test: RowTest, table: RawTable): boolean {
  return 'isBlank' in test && test.isBlank && pruneSource(test.of, table) === null;
}

async function onlyLatest(table: RawTable, header: string): Promise<readonly LeaveOut[]> {
  const column = findColumn(table, header);
  if (!column) return [];
  let latest = '';
  for await (const batch of table.rows()) {
    for (const row of batch.rows) {
      const text = cellText(row[column.index]) ?? '';
      if (text > latest) latest = text;
    }
  }
  if (latest === '') return [];
  const test = { not: { of: { column: column.header }, is: [latest] } };
  return [{ test, reason: `superseded: an earlier release than that of ${latest} in the same file` }];
}

function prune(record: RecordMapping, table: RawTable, required: ReadonlySet<string>): RecordMapping {
  const fields: Record<string, FieldMapping> = {};
  for (const [name, field] of Object.entries(record.fields)) {
    const from = pruneSource(field.from, table);
    if (from !== null) fields[name] = { ...field, from };
    else if (required.has(name)) fields[name] = field;
  }
  return { ...record, fields };
}

/** The source with what the table lacks left out, and patterns replaced by the headers that they found; null: nothing is left. */
function pruneSource(source: Source, table: RawTable): Source | null {
  if ('column' in source) return findColumn(table, source.column) ? source : null;
  if ('columnLike' in source) {
    const expression = new RegExp(source.columnLike, 'iu');
    const column = table.columns.find(
      (each) => expression.test(each.header) || expression.test(each.headerParts.at(-1) ?? ''),
    );
    return column ? { column: column.header } : null;
  }
  if ('first' in source) {
    const first = source.first.map((each) => pruneSource(each, table)).filter((each) => each !== null);
    if (first.length === 0) return null;
    return first.length === 1 && first[0] ? first[0] : { ...source, first };
  }
  if ('join' in source) {
    const join = source.join.map((each) => pruneSource(each, table));
    const kept = join.filter((each) => each !== null);
    const hasColumn = kept.some((each) => !('constant' in each));
    if (!hasColumn || (source.complete && kept.length < join.length)) return null;
    return { ...source, join: kept };
  }
  if ('digest' in source) return { digest: source.digest.filter((header) => findColumn(table, header)) };
  return source;
}
