import { LinkProblem } from '../link-problem.ts';
import { type HeaderMeaning, idHeaderScore, isTruthHeader, mayBeIdentity, meaningOfHeader } from './header-kind.ts';
import type { LinkField, LinkSpec } from './link-spec.ts';
import { meaningOfValues } from './value-shapes.ts';

/** A column as the first rows of a file show it. */
export interface SampledColumn {
  readonly header: string;
  /** Cells that are not blank, trimmed, in the order of the rows. */
  readonly values: readonly string[];
  /** Rows looked at, blank cells included. */
  readonly rows: number;
}

export interface SpecProposal {
  readonly spec: LinkSpec;
  /** A line for each column that is used. */
  readonly because: readonly string[];
}

/**
 * Proposes a spec from the headers and first values of files. Columns of the same header in several files are one field; of the id and
 * truth columns the header must be in all of them. Throws LinkProblem where nothing in the columns tells persons apart.
 */
export function proposeLinkSpec(files: readonly (readonly SampledColumn[])[]): SpecProposal {
  const headers = [...new Set(files.flatMap((columns) => columns.map(({ header }) => header)))];
  const of = (header: string) =>
    files.map((columns) => columns.find((column) => column.header === header)).filter((column) => column !== undefined);
  const isEverywhere = (header: string) => of(header).length === files.length;
  const isDistinct = (header: string) =>
    of(header).every(({ values, rows }) => values.length === rows && new Set(values).size === rows);
  const truth = headers.find((header) => isTruthHeader(header) && isEverywhere(header));
  const id = headers
    .filter((header) => header !== truth && isEverywhere(header) && isDistinct(header))
    .map((header) => ({ header, score: idHeaderScore(header) }))
    .filter(({ header, score }) => score > 0 && !(score === 1 && meaningOfHeader(header)?.kind === 'identifier'))
    .sort((a, b) => b.score - a.score)[0]?.header;
  const fields: Record<string, LinkField> = {};
  const because = [
    id === undefined
      ? 'id: no column names each row, so rows are numbered from 1'
      : `id: "${id}", which names each row`,
    ...(truth === undefined ? [] : [`truth: "${truth}", by its header; never compared, used to measure errors`]),
  ];
  for (const header of headers) {
    if (header === id || header === truth) continue;
    const columns = of(header);
    const values = columns.flatMap((column) => column.values);
    const proposal = meaningOf(header, values);
    if (proposal === null) continue;
    fields[header] = proposal.meaning;
    const { kind, part } = proposal.meaning;
    because.push(`"${header}": ${kind}${part === undefined ? '' : ` (${part})`}, by ${proposal.by}`);
  }
  const kinds = new Set(Object.values(fields).map(({ kind }) => kind));
  const TELLING = ['person_name', 'document_number', 'identifier', 'email', 'phone'] as const;
  if (!TELLING.some((kind) => kinds.has(kind))) {
    throw new LinkProblem({
      code: 'nothing_identifies_persons',
      message: `No column was recognised that tells persons apart (a name, a document or identity number, a telephone number, an e-mail address). The columns are ${headers
        .slice(0, 30)
        .map((header) => `"${header}"`)
        .join(', ')}${headers.length > 30 ? ' …' : ''}.`,
      remedy:
        'Say which column is what, in a file named with --spec: {"id":"rec_id","fields":{"NAME OF COLUMN":{"kind":"person_name","part":"full"}}}',
    });
  }
  return {
    spec: {
      ...(id === undefined ? {} : { id }),
      fields,
      mode: files.length > 1 ? 'link_and_dedupe' : 'dedupe',
      ...(truth === undefined ? {} : { truth }),
    },
    because,
  };
}

function meaningOf(
  header: string,
  values: readonly string[],
): { readonly meaning: HeaderMeaning; readonly by: string } | null {
  if (values.length === 0) return null;
  if (mayBeIdentity(header) && areNumbersOfPersons(values))
    return {
      meaning: { kind: 'identifier' },
      by: 'its values: they do not name rows, and are long enough to name persons',
    };
  const byHeader = meaningOfHeader(header);
  const byValues = meaningOfValues(values);
  if (byHeader === null) return byValues === null ? null : { meaning: byValues, by: 'its values' };
  // A header may lie: dates under "name" are no names.
  const isContradicted =
    byValues !== null &&
    byValues.kind !== byHeader.kind &&
    (byValues.kind === 'email' || (byValues.kind === 'date' && byHeader.kind === 'person_name'));
  return isContradicted ? { meaning: byValues, by: 'its values' } : { meaning: byHeader, by: 'its header' };
}

/** Values of five signs and more with figures in them: no row numbers, no codes. */
function areNumbersOfPersons(values: readonly string[]): boolean {
  const long = values.filter((value) => value.length >= 5 && /\d{3}/.test(value)).length;
  return long >= values.length * 0.9;
}
