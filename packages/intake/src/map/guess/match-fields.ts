import type { Catalogue, FieldDeclaration, Kind, RecordDeclaration } from '@leeto/registers';
import type { Codec } from '../codec.ts';
import { compileReading } from '../compile-reading.ts';
import { headerForm } from '../header-form.ts';
import { type CodeList, codeListFit, resolveCodeList } from './code-lists.ts';
import { type DateOrder, decideDateOrder } from './date-order.ts';
import { makeHeaderScore } from './header-score.ts';
import type { ColumnSample, TableSample } from './sample-table.ts';

/** A column taken for a field, and what speaks for it. Scores and shares from 0 to 1. */
export interface FieldMatch {
  readonly field: FieldDeclaration;
  readonly column: ColumnSample;
  readonly header: number;
  /** Share of the values that can be read as the field's kind. */
  readonly values: number;
  readonly score: number;
  readonly codec: Codec;
  /** Name of the code list in use, and labels of it that are none of ours. */
  readonly codeList: string | null;
  readonly doubts: readonly string[];
}

interface ValueFit {
  readonly share: number;
  readonly codec: Codec;
  readonly codeList: string | null;
  readonly doubts: readonly string[];
}

const openKinds: ReadonlySet<Kind> = new Set([
  'text',
  'long_text',
  'person_name',
  'identifier',
  'place',
  'document_number',
]);
const dateKinds: ReadonlySet<Kind> = new Set(['date', 'partial_date', 'instant', 'month']);

export type FieldMatcher = (declaration: RecordDeclaration) => readonly FieldMatch[];

export interface MatchTools {
  readonly sample: TableSample;
  readonly catalogue: Catalogue;
  readonly codeLists: readonly CodeList[];
  readonly latestYear: number;
}

/** Makes a matcher over one table; what a column's values say is worked out once and kept for all registers. */
export function makeFieldMatcher(tools: MatchTools): FieldMatcher {
  const headerScore = makeHeaderScore();
  const fitValues = makeValueFit(tools);
  return (declaration) => {
    const pairs: FieldMatch[] = [];
    for (const field of declaration.fields) {
      for (const column of tools.sample.columns) {
        const header = headerScore(field, column.column.header, column.column.headerParts);
        if (header < 0.4 || column.values.size === 0) continue;
        const fit = fitValues(field, column);
        const score = pairScore(header, fit.share, openKinds.has(field.kind));
        if (score > 0)
          pairs.push({
            field,
            column,
            header,
            values: fit.share,
            score,
            codec: fit.codec,
            codeList: fit.codeList,
            doubts: fit.doubts,
          });
      }
    }
    const matches = assign(pairs);
    return [...matches, ...matchByValues(declaration, matches, tools, fitValues)];
  };
}

function pairScore(header: number, values: number, isOpen: boolean): number {
  if (header >= 0.95) return values < 0.3 ? 0.45 : 0.7 + 0.05 * header + 0.25 * values;
  if (isOpen) return header >= 0.55 ? 0.7 * header + 0.1 : 0;
  return values >= 0.6 ? 0.6 * header + 0.25 * values : 0;
}

/**
 * Columns that no header explains, by their values alone: codes and countries of which exactly one field is still free; a
 * column of numbers or letters that are all different is the agency's own number of the record.
 */
function matchByValues(
  declaration: RecordDeclaration,
  matches: readonly FieldMatch[],
  { sample }: MatchTools,
  fitValues: ReturnType<typeof makeValueFit>,
): readonly FieldMatch[] {
  const fields = declaration.fields.filter((field) => !matches.some((match) => match.field.name === field.name));
  const columns = sample.columns.filter(
    (column) => column.values.size > 0 && !matches.some((match) => match.column === column),
  );
  const coded = fields.filter((field) => field.kind === 'code' || field.kind === 'country');
  const pairs = columns
    .filter(
      (column) => column.values.size > 1 && !/^(remarks?|comments?|notes?)$/.test(headerForm(column.column.header)),
    )
    .flatMap((column) =>
      coded.map((field): FieldMatch => {
        const fit = fitValues(field, column);
        return {
          field,
          column,
          header: 0,
          values: fit.share,
          score: 0.3,
          codec: fit.codec,
          codeList: fit.codeList,
          doubts: fit.doubts,
        };
      }),
    )
    .filter((pair) => pair.values >= 0.9);
  const found = pairs
    .filter((pair) =>
      pairs.every((other) => other === pair || (other.field !== pair.field && other.column !== pair.column)),
    )
    .map((pair) => ({
      ...pair,
      doubts: [...pair.doubts, `"${pair.column.column.header}" was taken for ${pair.field.name} by its values alone.`],
    }));
  const identifier = fields.find((field) => field.name === 'source_record_id');
  const numbered = columns.find((column) => !found.some((pair) => pair.column === column) && isRecordNumber(column));
  if (!identifier || !numbered) return found;
  return [
    ...found,
    { field: identifier, column: numbered, header: 0.4, values: 1, score: 0.4, codec: {}, codeList: null, doubts: [] },
  ];
}

/** All different and none missing; a running number 1, 2, 3 … names the line of a page, not the record. */
function isRecordNumber(column: ColumnSample): boolean {
  const isNamed = /\b(id|ref|reference|serial|no|number|nr|record|key)\b/.test(headerForm(column.column.header));
  if (!isNamed || column.blank > 0) return false;
  let total = 0;
  for (const count of column.values.values()) total += count;
  const texts = [...column.values.keys()].slice(0, 200);
  const running = texts.filter((text) => /^\d{1,6}$/.test(text)).length;
  return column.values.size >= total * 0.98 && running < texts.length * 0.9;
}

/** Each field and each column once, best pairs first. */
function assign(pairs: readonly FieldMatch[]): readonly FieldMatch[] {
  const fields = new Set<string>();
  const columns = new Set<number>();
  const matches: FieldMatch[] = [];
  for (const pair of [...pairs].sort((a, b) => b.score - a.score)) {
    const { index } = pair.column.column;
    if (fields.has(pair.field.name) || columns.has(index)) continue;
    fields.add(pair.field.name);
    columns.add(index);
    matches.push(pair);
  }
  return matches;
}

function makeValueFit(tools: MatchTools) {
  const known = new Map<string, ValueFit>();
  const orders = new Map<number, DateOrder | null>();
  const orderOf = (column: ColumnSample): DateOrder | null => {
    const { index } = column.column;
    const before = orders.get(index);
    if (before !== undefined) return before;
    const order = decideDateOrder(column.values, tools.latestYear);
    orders.set(index, order);
    return order;
  };
  return (field: FieldDeclaration, column: ColumnSample): ValueFit => {
    const key = `${field.kind} ${field.classification ?? ''} ${field.minimum ?? ''} ${field.maximum ?? ''} ${column.column.index}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const fit = dateKinds.has(field.kind)
      ? fitDates(field, column, orderOf(column), siblingOrder(tools, orderOf), tools)
      : fitOthers(field, column, tools);
    known.set(key, fit);
    return fit;
  };
}

/** The order that other columns of the same table show: a system writes all its dates alike. */
function siblingOrder(tools: MatchTools, orderOf: (column: ColumnSample) => DateOrder | null) {
  return (): DateOrder | null => {
    const decided = tools.sample.columns
      .map(orderOf)
      .filter(
        (order): order is DateOrder =>
          order !== null && order.evidence > 0 && (order.forms[0] === 'dmy' || order.forms[0] === 'mdy'),
      );
    return decided.sort((a, b) => b.evidence - a.evidence)[0] ?? null;
  };
}

function fitDates(
  field: FieldDeclaration,
  column: ColumnSample,
  order: DateOrder | null,
  sibling: () => DateOrder | null,
  tools: MatchTools,
): ValueFit {
  if (order === null) return { share: shareRead(field, column, {}, tools), codec: {}, codeList: null, doubts: [] };
  const decided = order.isDecided ? order : sibling();
  const forms = (decided ?? order).forms;
  const codec: Codec = forms.length === 0 ? {} : { dates: forms };
  const doubts = decided
    ? []
    : [
        `"${column.column.header}": nothing in the column shows whether the day or the month stands first; day first was taken.`,
      ];
  return { share: shareRead(field, column, codec, tools), codec, codeList: null, doubts };
}

function fitOthers(field: FieldDeclaration, column: ColumnSample, tools: MatchTools): ValueFit {
  const share = shareRead(field, column, {}, tools);
  const direct: ValueFit = { share, codec: {}, codeList: null, doubts: [] };
  const classification =
    field.classification === undefined ? undefined : tools.catalogue.classifications.get(field.classification);
  if (classification === undefined) return direct;
  const lists = tools.codeLists
    .map((list) => ({ list, ...codeListFit(list, column.column.header, column.values) }))
    .filter((each) => each.share >= 0.8 && (each.isNamed || share < 0.5))
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.share - a.share);
  for (const { list } of lists) {
    const { codes, unresolved } = resolveCodeList(list, classification);
    const codec: Codec = { codeList: list.name };
    const withList = shareRead(field, column, { codes }, tools);
    if (withList <= share) continue;
    const doubts =
      unresolved.length > 0
        ? [
            `"${column.column.header}": labels of "${list.name}" that are no code of "${classification.id}": ${unresolved.slice(0, 8).join('; ')}.`,
          ]
        : [];
    return { share: withList, codec, codeList: list.name, doubts };
  }
  return direct;
}

const mostTried = 150;

/** Share of the most frequent values that can be read, weighed by how often they occur. */
export function shareRead(
  field: FieldDeclaration,
  column: ColumnSample,
  codec: Codec,
  tools: Pick<MatchTools, 'catalogue' | 'latestYear'>,
): number {
  const read = compileReading(field, codec, {
    catalogue: tools.catalogue,
    mapping: { nulls: [], decimalMark: '.', codeLists: {} },
    latestYear: tools.latestYear,
  });
  let good = 0;
  let total = 0;
  let tried = 0;
  for (const [text, count] of column.values) {
    if (tried >= mostTried) break;
    tried += 1;
    const reading = read(text);
    if (reading.ok && reading.value === null) continue;
    total += count;
    if (reading.ok) good += count;
  }
  return total === 0 ? 0 : good / total;
}
