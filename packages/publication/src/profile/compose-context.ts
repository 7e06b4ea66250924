import type { ReleasedTable } from '@leeto/disclosure';
import { type Catalogue, inLanguage } from '@leeto/registers';
import type { Block, Edition, Inline } from '../document/document.ts';
import { markTerms } from '../document/mark-terms.ts';
import { type Labeller, makeLabeller } from '../tables/code-labels.ts';
import type { MeasureView } from './measure-view.ts';
import { measureViews } from './measure-views.ts';
import type { Told } from './present-measure.ts';
import type { LegalInstrument, ProfilePack } from './profile-pack.ts';
import { makeSourceList, type SourceList } from './sources.ts';

export interface ComposeInput {
  readonly pack: ProfilePack;
  /** Released tables by measure id. */
  readonly tables: ReadonlyMap<string, ReleasedTable>;
  readonly edition: Edition;
  readonly catalogue: Catalogue;
  /** Records of the register of laws and policies; absent or empty: the chapter says that none are recorded. */
  readonly instruments?: readonly LegalInstrument[];
  /** How measures are shown; entries replace those of the same id in `measureViews`. */
  readonly views?: readonly MeasureView[];
}

/** What the makers of chapters share while a document is composed. Its counters never leave `composeProfile`. */
export interface ComposeContext extends ComposeInput {
  readonly labeller: Labeller;
  readonly sourceList: SourceList;
  readonly viewOf: (id: string) => MeasureView | undefined;
  readonly agencyName: (id: string) => string;
  readonly nextNumber: (kind: 'figure' | 'table') => string;
  /** What each measure came to, in the order of the document: material for the summary. */
  readonly told: Told[];
  /** Subjects without data, in the order of the document. */
  readonly gaps: { readonly subject: string; readonly holder: string }[];
  /** Text with its terms marked, each once a chapter. */
  readonly say: (text: string, seen: Set<string>) => readonly Inline[];
  readonly paragraph: (text: string, seen: Set<string>, tail?: readonly Inline[]) => Block;
}

export function makeContext(input: ComposeInput): ComposeContext {
  const { language } = input.edition;
  const views = new Map(
    [...measureViews, ...(input.pack.views ?? []), ...(input.views ?? [])].map((view) => [view.id, view]),
  );
  const counters = { figure: 0, table: 0 };
  const terms = input.pack.glossary.map((entry) => ({
    id: entry.id,
    forms: [entry.term.en, inLanguage(entry.term, language), ...(entry.forms ?? [])],
  }));
  const say = (text: string, seen: Set<string>) => markTerms(text, terms, seen);
  return {
    ...input,
    labeller: makeLabeller(input.catalogue, language, input.pack.codeLabels ?? {}),
    sourceList: makeSourceList(input.catalogue, language),
    viewOf: (id) => views.get(id),
    agencyName: (id) => {
      const agency = input.catalogue.agencies.get(id);
      return agency ? inLanguage(agency.name, language) : id;
    },
    nextNumber: (kind) => {
      counters[kind] += 1;
      return String(counters[kind]);
    },
    told: [],
    gaps: [],
    say,
    paragraph: (text, seen, tail = []) => ({ kind: 'paragraph', content: [...say(text, seen), ...tail] }),
  };
}
