import type { ReleasedTable } from '@leeto/disclosure';
import { inLanguage, type Provenance } from '@leeto/registers';
import type { FigureNote } from '../document/figure-note.ts';
import { marksIn, NO_DATA_MARK, SUPPRESSED_MARK, type TableContent } from '../document/table-content.ts';
import { formatPeriod } from '../phrases/format-period.ts';
import type { SourceList } from './sources.ts';
import { tellWithheld } from './tell-measure.ts';

const statusLabels = {
  en: { final: 'Final', provisional: 'Provisional', interim: 'Interim definition' },
  st: { final: 'Ea ho qetela', provisional: 'Ea nakoana', interim: 'Tlhaloso ea nakoana' },
} as const;

const residenceRules: Readonly<Record<string, string>> = {
  '12m': 'Resident after 12 months in or out of the country (UN 1998 Recommendations, Rev. 1)',
  '6m1d': 'Resident after six months and one day in the last twelve',
};

export const syntheticLabels = { en: 'Synthetic data', st: 'Lintlha tse iqapetsoeng' } as const;

export interface NoteInput {
  readonly table: ReleasedTable;
  /** What is shown: the legend explains its marks and no others. */
  readonly content: TableContent;
  /** Dimensions fixed in what is shown; of several publishers only the one shown is cited. */
  readonly held: Readonly<Record<string, string>>;
  readonly context: {
    readonly sourceList: SourceList;
    readonly edition: { readonly language: 'en' | 'st' };
  };
}

/** The sources of what is shown: of several publishers only the one that is held. */
export function citedSources(table: ReleasedTable, held: Readonly<Record<string, string>>): readonly Provenance[] {
  const { sources } = table.metadata;
  const shown = sources.filter((source) => held.source === undefined || source.agency === held.source);
  return shown.length > 0 ? shown : sources;
}

/** Puts into words all that a table's figures carry with them. */
export function noteOfTable({ table, content, held, context }: NoteInput): FigureNote {
  const { language } = context.edition;
  const { metadata } = table;
  const cited = citedSources(table, held);
  const marks = marksIn(content);
  const withheld = tellWithheld(table);
  const facts = [
    { label: 'Reference period', text: formatPeriod(metadata.referencePeriod, language) },
    { label: 'Coverage', text: inLanguage(metadata.coverage, language) },
    { label: 'Residence', text: residenceRules[metadata.residenceRule] ?? metadata.residenceRule },
    {
      label: 'Protection',
      text: table.basis === 'published' && withheld === '' ? '' : joinSentences(table.protection.rule, withheld),
    },
    { label: 'Note', text: joinSentences(content.remark, ...metadata.notes.map((note) => inLanguage(note, language))) },
  ];
  return {
    sources: [...new Set(cited.map((source) => context.sourceList.cite(source)))],
    facts: facts.filter((fact) => fact.text !== ''),
    status: metadata.status,
    statusLabel: statusLabels[language][metadata.status],
    isSynthetic: cited.some((source) => source.isSynthetic),
    syntheticLabel: syntheticLabels[language],
    legend: [
      ...(marks.suppressed ? [{ mark: SUPPRESSED_MARK, meaning: 'withheld to protect persons' }] : []),
      ...(marks.noData ? [{ mark: NO_DATA_MARK, meaning: 'no data' }] : []),
    ],
    measure: table.measure,
    snapshot: metadata.snapshot,
    explain: `leeto explain ${table.measure}`,
  };
}

function joinSentences(...sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence.trim() !== '')
    .map((sentence) => (/[.!?]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`))
    .join(' ');
}
