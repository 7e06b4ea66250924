import { createHash } from 'node:crypto';
import { assertReleased, type ReleasedTable } from '@leeto/disclosure';
import { makeLabeller } from '../tables/code-labels.ts';
import { confidentialityStatuses } from './code-lists.ts';
import type { ExchangeContext, ExchangeFile } from './exchange-context.ts';
import { structureVersion } from './structures.ts';
import { decimalsOf, fileColumns, tableCsv } from './table-csv.ts';

/** Tables as a Frictionless Data Package 2.0: `datapackage.json` with a table schema and the hash of each file, and the files. */
export function dataPackage(tables: readonly ReleasedTable[], context: ExchangeContext): readonly ExchangeFile[] {
  for (const table of tables) assertReleased(table);
  const files = tables.map((table) => ({
    table,
    file: { path: `data/${table.measure}.csv`, mediaType: 'text/csv', content: tableCsv(table) },
  }));
  const { edition, publisher, title, licence } = context;
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${publisher.id}-migration-${edition.id}`.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '-'),
    id: `${publisher.id}:${edition.id}`,
    title: title.en,
    description: `Protected tables, vintage ${edition.vintage}. An empty value with confidentiality C or D is suppressed; with F there are no data.`,
    version: structureVersion,
    created: edition.preparedAt,
    ...(licence === undefined ? {} : { licenses: [licence] }),
    contributors: [{ title: publisher.name.en, roles: ['publisher'] }],
    sources: sourcesOf(tables),
    resources: files.map(({ table, file }) => resource(table, file, context)),
  };
  return [
    { path: 'datapackage.json', mediaType: 'application/json', content: `${JSON.stringify(descriptor, null, 2)}\n` },
    ...files.map(({ file }) => file),
  ];
}

function resource(table: ReleasedTable, { path, content }: ExchangeFile, { catalogue }: ExchangeContext) {
  const labeller = makeLabeller(catalogue, 'en');
  const { metadata } = table;
  return {
    name: table.measure,
    type: 'table',
    // Readers of version 1 of the standard know a table by its profile.
    profile: 'tabular-data-resource',
    path,
    title: table.title.en,
    description: [
      table.definition.en,
      metadata.coverage.en,
      ...metadata.notes.map(({ en }) => en),
      table.protection.rule,
    ].join('\n\n'),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(content),
    hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    sources: sourcesOf([table]),
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: fileColumns(table).map((column) => {
        if (column.kind === 'dimension') {
          const dimension = table.dimensions[column.index];
          const codes = [...new Set(table.rows.map(({ key }) => key[column.index] ?? ''))];
          return {
            name: column.name,
            type: 'string',
            title: dimension?.label.en ?? column.name,
            constraints: { required: true },
            ...(dimension === undefined || codes.length === 0
              ? {}
              : { categories: codes.map((value) => ({ value, label: labeller.label(dimension, value) })) }),
          };
        }
        const value = table.values[column.index];
        if (column.kind === 'value') {
          const type = decimalsOf(table, column.index) === 0 ? 'integer' : 'number';
          return {
            name: column.name,
            type,
            title: value?.label.en ?? column.name,
            description: `Unit: ${value?.unit ?? ''}`,
          };
        }
        const codes = ['F', 'C', 'D'];
        return {
          name: column.name,
          type: 'string',
          title: `Confidentiality of ${value?.label.en ?? column.name}`,
          constraints: { required: true, enum: codes },
          categories: confidentialityStatuses.codes
            .filter(({ code }) => codes.includes(code))
            .map(({ code, label }) => ({ value: code, label: label.en })),
        };
      }),
      ...(table.dimensions.length === 0 ? {} : { primaryKey: table.dimensions.map(({ name }) => name) }),
      missingValues: [''],
    },
  };
}

function sourcesOf(tables: readonly ReleasedTable[]) {
  const citations = tables.flatMap(({ metadata }) =>
    metadata.sources.map(({ citation, isSynthetic }) => (isSynthetic ? `${citation} (synthetic)` : citation)),
  );
  return [...new Set(citations)].map((title) => ({ title }));
}
