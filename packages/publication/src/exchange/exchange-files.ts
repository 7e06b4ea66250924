import { assertReleased, type ReleasedTable } from '@leeto/disclosure';
import { dataPackage } from './data-package.ts';
import { ddiCodebook } from './ddi-codebook.ts';
import type { ExchangeContext, ExchangeFile } from './exchange-context.ts';
import { hxlCsv } from './hxl-csv.ts';
import { jsonStat } from './json-stat.ts';
import { sdmxCsv } from './sdmx-csv.ts';
import { sdmxJson } from './sdmx-json.ts';
import { sdmxStructure } from './sdmx-structure.ts';
import { designStructures } from './structures.ts';
import { tableCsv } from './table-csv.ts';

/** The forms in which released tables leave the house; each is a folder of its own. */
export const exchangeForms = ['csv', 'sdmx', 'package', 'hxl', 'ddi', 'json-stat'] as const;
export type ExchangeForm = (typeof exchangeForms)[number];

export const formInWords: Readonly<Record<ExchangeForm, string>> = {
  csv: 'CSV, a file a table',
  sdmx: 'SDMX-CSV 2.0, SDMX-JSON 2.0, SDMX-ML 3.0 and 2.1 structures',
  package: 'Frictionless Data Package 2.0',
  hxl: 'CSV with HXL hashtags',
  ddi: 'DDI-Codebook 2.5 with CSV',
  'json-stat': 'JSON-stat 2.0',
};

/**
 * Released tables as files of one form, in a fixed order; tables without rows have nothing to exchange. Pure: the same tables and context give the same bytes. Throws
 * `NotReleasedError` for a table that did not pass disclosure control, `ExchangeError` for one that the form cannot tell.
 */
export function exchangeFiles(
  form: ExchangeForm,
  tables: readonly ReleasedTable[],
  context: ExchangeContext,
): readonly ExchangeFile[] {
  for (const table of tables) assertReleased(table);
  return makers[form](
    tables.filter(({ rows }) => rows.length > 0),
    context,
  );
}

type Maker = (tables: readonly ReleasedTable[], context: ExchangeContext) => readonly ExchangeFile[];

const csvFiles: Maker = (tables) =>
  tables.map((table) => ({ path: `data/${table.measure}.csv`, mediaType: 'text/csv', content: tableCsv(table) }));

const makers: Readonly<Record<ExchangeForm, Maker>> = {
  csv: csvFiles,
  sdmx: (tables, context) => {
    const structures = designStructures(tables, context);
    return [
      {
        path: 'structure.xml',
        mediaType: 'application/vnd.sdmx.structure+xml;version=3.0.0',
        content: sdmxStructure(structures, context),
      },
      {
        path: 'structure-2.1.xml',
        mediaType: 'application/vnd.sdmx.structure+xml;version=2.1',
        content: sdmxStructure(structures, context, '2.1'),
      },
      ...tables.flatMap((table) => [
        {
          path: `${table.measure}.csv`,
          mediaType: 'application/vnd.sdmx.data+csv;version=2.0.0',
          content: sdmxCsv(table, structures, context),
        },
        {
          path: `${table.measure}.json`,
          mediaType: 'application/vnd.sdmx.data+json;version=2.0.0',
          content: sdmxJson(table, structures, context),
        },
      ]),
    ];
  },
  package: dataPackage,
  hxl: (tables, context) =>
    tables.map((table) => ({
      path: `${table.measure}.hxl.csv`,
      mediaType: 'text/csv',
      content: hxlCsv(table, context),
    })),
  ddi: (tables, context) => [
    { path: 'codebook.xml', mediaType: 'application/xml', content: ddiCodebook(tables, context) },
    ...csvFiles(tables, context),
  ],
  'json-stat': (tables, context) =>
    tables.map((table) => ({
      path: `${table.measure}.json`,
      mediaType: 'application/json',
      content: jsonStat(table, context),
    })),
};
