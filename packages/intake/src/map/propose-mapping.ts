import type { Catalogue } from '@leeto/registers';
import type { OpenedFile, RawTable } from '../raw.ts';
import { templateMapping } from '../templates/import-template.ts';
import type { CodeList } from './guess/code-lists.ts';
import { readCodeLists, resolveCodeList } from './guess/code-lists.ts';
import { makeFieldMatcher } from './guess/match-fields.ts';
import { type RegisterCandidate, type ScoredCandidate, scoreCandidate } from './guess/register-candidate.ts';
import { sampleTable, type TableSample } from './guess/sample-table.ts';
import { splitMovements } from './guess/split-movements.ts';
import { guessYearColumns } from './guess/year-columns.ts';
import { headerForm } from './header-form.ts';
import { applyLayout, findLayout } from './layouts/apply-layout.ts';
import type { FieldMapping, LeaveOut, Mapping, Source } from './mapping.ts';
import { findSavedMapping, recognitionOf } from './recognise-table.ts';

export interface ProposeOptions {
  /** The register that the table is for, where the user says so. */
  readonly register?: string;
  readonly codeLists?: readonly CodeList[];
  /** Mappings kept from earlier files; one that fits is used before anything is guessed. */
  readonly saved?: readonly Mapping[];
  readonly latestYear?: number;
  /** Rows already looked at, where the caller has done so. */
  readonly sample?: TableSample;
}

/** What is thought of a table, and why. */
export interface Proposal {
  /** The mapping to use, or null where the table is not recognised or is no data. */
  readonly mapping: Mapping | null;
  readonly by: 'template' | 'saved' | 'layout' | 'guess' | null;
  /** One sentence: recognised as …, because …; or not recognised, because …. */
  readonly because: string;
  /** True where the table was recognised as nothing to take (a table of contents, derived percentages). */
  readonly isLeftOut: boolean;
  /** Registers that it could be, best first. */
  readonly candidates: readonly RegisterCandidate[];
}

const accepted = 0.5;

/** Proposes a mapping: a saved one that fits, a known publisher's layout, or a guess from headers and values. */
export async function proposeMapping(
  opened: Pick<OpenedFile, 'name'> & Partial<Pick<OpenedFile, 'tables'>>,
  table: RawTable,
  catalogue: Catalogue,
  options: ProposeOptions = {},
): Promise<Proposal> {
  const template = templateMapping(table, catalogue);
  if (template && (options.register === undefined || template.register === options.register)) {
    const because = 'it is an import template: its headers name the fields';
    return { mapping: template, by: 'template', because, isLeftOut: false, candidates: [] };
  }
  const saved = findSavedMapping(table, opened.name, options.saved ?? []);
  if (saved && (options.register === undefined || saved.register === options.register)) {
    return {
      mapping: saved,
      by: 'saved',
      because: `the saved mapping "${saved.id}" has the same headers`,
      isLeftOut: false,
      candidates: [],
    };
  }
  const sample = options.sample ?? (await sampleTable(table));
  if (sample.rows === 0 || table.columns.length < 2) {
    return { mapping: null, by: null, because: 'it holds no rows under a header', isLeftOut: true, candidates: [] };
  }
  const layout = findLayout(table, opened.name);
  if (layout?.table.leaveOut !== undefined) {
    return {
      mapping: null,
      by: 'layout',
      because: `${layout.layout.title}: ${layout.table.leaveOut}`,
      isLeftOut: true,
      candidates: [],
    };
  }
  if (layout && (options.register === undefined || layout.table.mapping?.register === options.register)) {
    const input = {
      table,
      fileName: opened.name,
      columns: sample.columns,
      codeLists: options.codeLists ?? [],
      catalogue,
    };
    const mapping = await applyLayout(layout, input);
    return {
      mapping,
      by: 'layout',
      because: `its headers are those of ${layout.layout.title}`,
      isLeftOut: false,
      candidates: [],
    };
  }
  const own = await readCodeLists(opened, table);
  if (own.length > 0 && options.register === undefined) {
    return {
      mapping: null,
      by: null,
      because: 'it is a list of codes and what they mean',
      isLeftOut: true,
      candidates: [],
    };
  }
  const beside = (opened.tables ?? []).filter((each) => each !== table && each.columns.length <= 4);
  const lists = await Promise.all(beside.map((each) => readCodeLists(opened, each)));
  return guess(opened.name, sample, catalogue, {
    ...options,
    codeLists: [...(options.codeLists ?? []), ...lists.flat()],
  });
}

function guess(fileName: string, sample: TableSample, catalogue: Catalogue, options: ProposeOptions): Proposal {
  const latestYear = options.latestYear ?? new Date().getUTCFullYear();
  const codeLists = options.codeLists ?? [];
  const match = makeFieldMatcher({ sample, catalogue, codeLists, latestYear });
  const declarations = [...catalogue.records.values()].filter(
    (each) => options.register === undefined || each.id === options.register,
  );
  const scored = declarations
    .map((declaration) => scoreCandidate(declaration, match(declaration), sample, { fileName, catalogue }))
    .sort((a, b) => b.score - a.score);
  const candidates = scored
    .slice(0, 5)
    .map(({ register, score, reasons, missing }) => ({ register, score, reasons, missing }));
  const [best] = scored;
  const isTaken =
    best !== undefined && (best.score >= accepted || (options.register !== undefined && best.matches.length > 0));
  const years =
    isTaken && best.missing.length === 0 ? null : guessYearColumns(sample, fileName, catalogue, options.register);
  if (years)
    return {
      mapping: years,
      by: 'guess',
      because: 'its columns are years, which make a series',
      isLeftOut: false,
      candidates,
    };
  if (!isTaken)
    return { mapping: null, by: null, because: notRecognised(best, catalogue), isLeftOut: false, candidates };
  const mapping = buildMapping(best, sample, catalogue, {
    codeLists,
    others: scored,
    isNamed: options.register !== undefined,
  });
  const because = `${best.reasons.join('; ')} (score ${best.score.toFixed(2)})`;
  return { mapping, by: 'guess', because, isLeftOut: false, candidates };
}

/** A number that the record must have is, where it was never given, the agency's own number of the record. */
function sourceOf(matched: ScoredCandidate['matches'][number], best: ScoredCandidate): Source {
  const column = { column: matched.column.column.header };
  const { field } = matched;
  if (!field.required || field.kind !== 'identifier' || matched.column.blank === 0) return column;
  const own = best.matches.find((each) => each.field.name === 'source_record_id');
  return own ? { first: [column, { column: own.column.column.header }] } : column;
}

function notRecognised(best: ScoredCandidate | undefined, catalogue: Catalogue): string {
  if (best === undefined || best.matches.length === 0) return 'none of its headers is known in any register';
  const label = catalogue.records.get(best.register)?.label.en ?? best.register;
  const fields = catalogue.records.get(best.register)?.fields ?? [];
  const missing = best.missing.map((name) => fields.find((field) => field.name === name)?.label.en ?? name);
  const what =
    missing.length > 0 ? `nothing in it gives ${missing.join(', ')}` : 'too few of its columns are known there';
  return `the nearest register is "${label}", but ${what}`;
}

interface BuildOptions {
  readonly codeLists: readonly CodeList[];
  readonly others: readonly ScoredCandidate[];
  readonly isNamed: boolean;
}

function buildMapping(
  best: ScoredCandidate,
  sample: TableSample,
  catalogue: Catalogue,
  options: BuildOptions,
): Mapping {
  const fields: Record<string, FieldMapping> = {};
  const codeLists: Record<string, Record<string, string | null>> = {};
  const doubts = [...best.otherDoubts];
  for (const field of best.declaration.fields) {
    const other = best.others[field.name];
    if (other) fields[field.name] = other;
    const matched = best.matches.find((each) => each.field.name === field.name);
    if (!matched || other) continue;
    const isUnreadable = matched.values < 0.3 && !field.required && matched.header < 1;
    if (isUnreadable) continue;
    const hasCodec = Object.keys(matched.codec).length > 0;
    fields[field.name] = {
      from: sourceOf(matched, best),
      ...(hasCodec ? { via: matched.codec } : {}),
    };
    doubts.push(...matched.doubts);
    if (matched.values < 0.8 && matched.column.values.size > 0) {
      doubts.push(
        `"${matched.column.column.header}" as ${field.name}: only ${Math.round(matched.values * 100)} % of its values can be read.`,
      );
    }
    const list = options.codeLists.find((each) => each.name === matched.codeList);
    const classification =
      field.classification === undefined ? undefined : catalogue.classifications.get(field.classification);
    if (list && classification) codeLists[list.name] = { ...resolveCodeList(list, classification).codes };
  }
  for (const field of best.missing) doubts.push(`Nothing in the table gives "${field}", which is required.`);
  const second = options.others[1];
  if (!options.isNamed && second && best.score - second.score < 0.05) {
    doubts.push(
      `"${second.register}" fits nearly as well (${second.score.toFixed(2)} against ${best.score.toFixed(2)}).`,
    );
  }
  const emit = splitMovements(best.declaration, fields, sample) ?? [{ label: 'record', fields }];
  return {
    version: 1,
    id: `${best.register}-${headerForm(sample.table.sheet || sample.table.file.replace(/\.[a-z.]+$/i, '')).replaceAll(' ', '-')}`,
    title: best.declaration.label.en,
    register: best.register,
    recognise: recognitionOf(sample.table),
    nulls: [],
    decimalMark: sample.table.decimalMark,
    codeLists,
    skipRowWhen: totalsIn(sample.table),
    emit,
    provenance: { agency: best.declaration.custodian },
    doubts: [...new Set(doubts)],
  };
}

/** Rows that sum others up, by the words in their first columns. */
function totalsIn(table: RawTable): readonly LeaveOut[] {
  const words =
    '^(sub-?\\s?|grand )?totals?\\b|^(page|daily|weekly|monthly) (sub-?)?totals?\\b|^(kakaretso|summe|soma|somme)\\b|^(carried|brought) forward';
  const places = table.columns.slice(0, 3).map((_, place) => ({ of: { place }, matches: words }));
  return [{ test: { any: places }, reason: 'total of other rows' }];
}
