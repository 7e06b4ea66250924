import type { Catalogue } from '@leeto/registers';
import type { Finding, OpenedFile, RawTable } from '../raw.ts';
import { type ColumnInspection, inspectColumn } from './guess/inspect-column.ts';
import { sampleTable } from './guess/sample-table.ts';
import type { Mapping, Source } from './mapping.ts';
import { type Proposal, type ProposeOptions, proposeMapping } from './propose-mapping.ts';

/** What was found in a file, and why it is thought to be that. Holds no value of a person: examples are masked. */
export interface Inspection {
  readonly file: Pick<OpenedFile, 'name' | 'sha256' | 'bytes' | 'format' | 'container' | 'encoding' | 'delimiter'>;
  readonly findings: readonly Finding[];
  readonly tables: readonly TableInspection[];
}

export interface TableInspection {
  readonly sheet: string;
  readonly index: number;
  readonly titles: readonly string[];
  readonly headerRows: RawTable['headerRows'];
  readonly findings: readonly Finding[];
  /** Rows looked at; `isWhole`: that is all of them. */
  readonly rows: number;
  readonly isWhole: boolean;
  readonly estimatedRows: number;
  readonly duplicateRows: number;
  readonly columns: readonly ColumnInspection[];
  readonly proposal: Proposal;
}

export interface InspectOptions extends Omit<ProposeOptions, 'sample'> {
  readonly onProgress?: (progress: { readonly table: number; readonly tables: number }) => void;
  readonly signal?: AbortSignal;
}

/** Looks through every table of a file: columns, kinds, quality, the registers that it could be, the mapping proposed. */
export async function inspectFile(
  opened: OpenedFile,
  catalogue: Catalogue,
  options: InspectOptions = {},
): Promise<Inspection> {
  const tables: TableInspection[] = [];
  for (const table of opened.tables) {
    options.signal?.throwIfAborted();
    options.onProgress?.({ table: tables.length, tables: opened.tables.length });
    tables.push(await inspectTable(opened, table, catalogue, options));
  }
  const { name, sha256, bytes, format, container, encoding, delimiter } = opened;
  return { file: { name, sha256, bytes, format, container, encoding, delimiter }, findings: opened.findings, tables };
}

async function inspectTable(
  opened: OpenedFile,
  table: RawTable,
  catalogue: Catalogue,
  options: InspectOptions,
): Promise<TableInspection> {
  const sample = await sampleTable(table);
  const proposal = await proposeMapping(opened, table, catalogue, { ...options, sample });
  const fields = fieldsOfColumns(proposal.mapping);
  const declaration = proposal.mapping ? catalogue.records.get(proposal.mapping.register) : undefined;
  const latestYear = options.latestYear ?? new Date().getUTCFullYear();
  const columns = sample.columns.map((column) => {
    const name = fields.get(column.column.header) ?? null;
    const field = declaration?.fields.find((each) => each.name === name) ?? null;
    return inspectColumn(column, { field, catalogue, latestYear });
  });
  return {
    sheet: table.sheet,
    index: table.index,
    titles: table.titles,
    headerRows: table.headerRows,
    findings: table.findings,
    rows: sample.rows,
    isWhole: sample.isWhole,
    estimatedRows: table.estimatedRows,
    duplicateRows: sample.duplicateRows,
    columns,
    proposal,
  };
}

/** Header → the field that is read from it, where it is one column's. */
function fieldsOfColumns(mapping: Mapping | null): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const record of mapping?.emit ?? []) {
    for (const [name, { from }] of Object.entries(record.fields)) {
      for (const header of headersOf(from)) if (!fields.has(header)) fields.set(header, name);
    }
  }
  return fields;
}

function headersOf(source: Source): readonly string[] {
  if ('column' in source) return [source.column];
  if ('age' in source) return headersOf(source.age);
  if ('join' in source) return source.join.flatMap(headersOf);
  return 'first' in source ? source.first.flatMap(headersOf) : [];
}
