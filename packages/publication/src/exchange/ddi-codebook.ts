import { assertReleased, type ReleasedTable } from '@leeto/disclosure';
import { makeLabeller } from '../tables/code-labels.ts';
import { confidentialityStatuses } from './code-lists.ts';
import type { ExchangeContext } from './exchange-context.ts';
import { decimalsOf, type FileColumn, fileColumns } from './table-csv.ts';
import { referencePeriodOf } from './time-period.ts';
import { element, type XmlElement, xmlText } from './xml-text.ts';

/**
 * A codebook of an export by DDI-Codebook 2.5: the study (what, who, when, where, how protected), a file for each table, a
 * variable for each column with its codes. Elements stand in the order that the schema's content models ask for.
 */
export function ddiCodebook(tables: readonly ReleasedTable[], context: ExchangeContext): string {
  for (const table of tables) assertReleased(table);
  const { edition, publisher, title } = context;
  const number = element('IDNo', { agency: publisher.id }, edition.id);
  const titles = (words: string) => element('titlStmt', {}, element('titl', {}, words), number);
  const made = edition.preparedAt.slice(0, 10);
  const root = element(
    'codeBook',
    {
      xmlns: 'ddi:codebook:2_5',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'ddi:codebook:2_5 http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd',
      version: '2.5',
      'xml:lang': 'en',
    },
    element(
      'docDscr',
      {},
      element(
        'citation',
        {},
        titles(`Codebook of ${title.en}`),
        element('prodStmt', {}, element('producer', {}, publisher.name.en), element('prodDate', { date: made }, made)),
      ),
    ),
    studyDescription(tables, context, titles(title.en)),
    ...tables.map((table, index) => fileDescription(table, `F${index + 1}`)),
    element(
      'dataDscr',
      {},
      tables.flatMap((table, index) => variables(table, `F${index + 1}`, context)),
    ),
  );
  return xmlText(root);
}

function studyDescription(
  tables: readonly ReleasedTable[],
  { publisher, country, edition, licence }: ExchangeContext,
  titles: XmlElement,
): XmlElement {
  const made = edition.preparedAt.slice(0, 10);
  const distinct = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '');
  const periods = tables
    .map(({ metadata }) => metadata.referencePeriod)
    .filter((period) => period !== '')
    .map(referencePeriodOf);
  const from = periods.map((period) => period.from).sort()[0];
  const until = periods
    .map((period) => period.until)
    .sort()
    .at(-1);
  const sources = distinct(
    tables.flatMap(({ metadata }) =>
      metadata.sources.map(({ citation, isSynthetic }) => (isSynthetic ? `${citation} (synthetic)` : citation)),
    ),
  );
  return element(
    'stdyDscr',
    {},
    element(
      'citation',
      {},
      titles,
      element('rspStmt', {}, element('AuthEnty', {}, publisher.name.en)),
      element('prodStmt', {}, element('producer', {}, publisher.name.en), element('prodDate', { date: made }, made)),
      element('distStmt', {}, element('distrbtr', {}, publisher.name.en)),
      element('verStmt', {}, element('version', { date: edition.vintage }, `Vintage ${edition.vintage}`)),
    ),
    element(
      'stdyInfo',
      {},
      element(
        'subject',
        {},
        element('keyword', {}, 'international migration'),
        element('keyword', {}, country.name.en),
      ),
      element('abstract', {}, tables.map(({ title, definition }) => `${title.en}: ${definition.en}`).join('\n')),
      element(
        'sumDscr',
        {},
        from === undefined ? null : element('timePrd', { event: 'start', date: from }, from),
        until === undefined ? null : element('timePrd', { event: 'end', date: until }, until),
        element('nation', { abbr: country.code }, country.name.en),
        ...distinct(tables.map(({ metadata }) => metadata.coverage.en)).map((text) => element('geogCover', {}, text)),
        element('anlyUnit', {}, 'Aggregates'),
        ...distinct(tables.flatMap(({ values }) => values.map(({ unit }) => unit))).map((unit) =>
          element('universe', {}, unit),
        ),
        element('dataKind', {}, 'aggregate data'),
      ),
    ),
    element(
      'method',
      {},
      element(
        'dataColl',
        {},
        element('collMode', {}, 'Administrative records'),
        sources.length === 0
          ? null
          : element(
              'sources',
              {},
              sources.map((source) => element('dataSrc', {}, source)),
            ),
      ),
      element('notes', {}, distinct(tables.flatMap(({ metadata }) => metadata.notes.map(({ en }) => en))).join('\n')),
    ),
    element(
      'dataAccs',
      {},
      element(
        'useStmt',
        {},
        element('confDec', { required: 'no' }, distinct(tables.map(({ protection }) => protection.rule)).join('\n')),
        licence === undefined ? null : element('conditions', {}, `${licence.title}: ${licence.path}`),
      ),
    ),
  );
}

function fileDescription(table: ReleasedTable, id: string): XmlElement {
  const path = `data/${table.measure}.csv`;
  return element(
    'fileDscr',
    { ID: id, URI: path },
    element(
      'fileTxt',
      {},
      element('fileName', {}, path),
      element('fileCont', {}, table.title.en),
      element(
        'dimensns',
        {},
        element('caseQnty', {}, String(table.rows.length)),
        element('varQnty', {}, String(fileColumns(table).length)),
      ),
      element('fileType', { charset: 'UTF-8' }, 'text/csv'),
    ),
  );
}

function variables(table: ReleasedTable, file: string, { catalogue }: ExchangeContext): readonly XmlElement[] {
  const labeller = makeLabeller(catalogue, 'en');
  const categories = (codes: readonly (readonly [string, string])[]) =>
    codes.map(([code, label]) =>
      element('catgry', {}, element('catValu', {}, code), label === '' ? null : element('labl', {}, label)),
    );
  const told = (column: FileColumn): { label: string; categories: readonly XmlElement[]; decimals?: number } => {
    const value = table.values[column.index];
    if (column.kind === 'value')
      return {
        label: value?.label.en ?? '',
        categories: [],
        decimals: decimalsOf(table, column.index),
      };
    if (column.kind === 'confidentiality') {
      const codes = confidentialityStatuses.codes.filter(({ code }) => ['F', 'C', 'D'].includes(code));
      const list = categories(codes.map(({ code, label }) => [code, label.en]));
      return { label: `Confidentiality of ${value?.label.en ?? ''}`, categories: list };
    }
    const dimension = table.dimensions[column.index];
    const codes = [...new Set(table.rows.map(({ key }) => key[column.index] ?? ''))];
    const list = categories(
      codes.map((code) => [code, dimension === undefined ? '' : labeller.label(dimension, code)]),
    );
    return { label: dimension?.label.en ?? '', categories: list };
  };
  return fileColumns(table).map((column, index) => {
    const { label, categories: list, decimals } = told(column);
    const isNumber = decimals !== undefined;
    return element(
      'var',
      {
        ID: `${file}_V${index + 1}`,
        name: column.name,
        files: file,
        intrvl: isNumber ? 'contin' : 'discrete',
        dcml: isNumber ? String(decimals) : undefined,
        measUnit: isNumber ? table.values[column.index]?.unit : undefined,
        temporal: column.kind === 'dimension' && table.dimensions[column.index]?.isTime === true ? 'Y' : undefined,
      },
      element('labl', {}, label),
      list,
      element('varFormat', { type: isNumber ? 'numeric' : 'character', schema: 'other' }),
    );
  });
}
