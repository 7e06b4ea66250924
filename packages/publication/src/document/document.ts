import type { ChartSpec } from '../charts/chart-spec.ts';
import type { MapSpec } from '../maps/map-spec.ts';
import type { FigureNote } from './figure-note.ts';
import type { TableContent } from './table-content.ts';

/** What an edition of the Profile is: stands on the cover, in every header, and in the files' metadata. */
export interface Edition {
  readonly title: string;
  readonly subtitle?: string;
  /** A demonstration instance is marked on every page. */
  readonly instanceKind: 'demonstration' | 'production';
  /** ISO date; the only date in the files, so that the same snapshot gives the same bytes. */
  readonly compiledOn: string;
  readonly snapshot: string;
  readonly language: 'en' | 'st';
  /** Who issues it, for the cover and the document's author. */
  readonly publisher: string;
}

/** A run of text inside a paragraph. `term` opens a definition, `cite` points to the list of sources. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'term'; readonly term: string; readonly text: string }
  | { readonly kind: 'cite'; readonly source: number }
  | { readonly kind: 'reference'; readonly target: string; readonly text: string };

export interface KeyFigure {
  readonly label: string;
  /** Formatted, with its unit where that is short: "1,234", "21.4 %". */
  readonly value: string;
  /** Reference period and what else the number needs to be read right. */
  readonly context: string;
  readonly change: string;
  readonly isSynthetic: boolean;
  readonly target: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'key_figures'; readonly items: readonly KeyFigure[] }
  | FigureBlock
  | MapBlock
  | TableBlock
  | { readonly kind: 'missing'; readonly subject: string; readonly holder: string; readonly text: string }
  | { readonly kind: 'definitions'; readonly items: readonly Definition[] };

export interface Captioned {
  readonly id: string;
  /** "1", "2" … counted over the document, apart for figures and tables. */
  readonly number: string;
  readonly title: string;
  readonly note: FigureNote;
}

export interface FigureBlock extends Captioned {
  readonly kind: 'figure';
  readonly chart: ChartSpec;
  /** What the picture shows, in a sentence or two, for those who do not see it. */
  readonly summary: string;
  /** The figures drawn, as a table. */
  readonly data: TableContent;
}

export interface MapBlock extends Captioned {
  readonly kind: 'map';
  readonly map: MapSpec;
  readonly summary: string;
  readonly data: TableContent;
}

export interface TableBlock extends Captioned {
  readonly kind: 'table';
  readonly content: TableContent;
}

export interface Definition {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
  readonly source: string;
}

export interface Section {
  readonly id: string;
  /** "A.1"; '' for front matter and annexes without a number. */
  readonly number: string;
  readonly title: string;
  /** 1 for a part or a chapter of front matter, 2 for a chapter, 3 for a section. */
  readonly level: 1 | 2 | 3;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Source {
  readonly number: number;
  readonly citation: string;
  readonly agency: string;
  readonly licence: string;
  readonly publishedOn: string;
  readonly isSynthetic: boolean;
}

/** A sheet of the annex: one released table in full, with labels for codes. */
export interface AnnexTable {
  readonly measure: string;
  readonly title: string;
  readonly definition: string;
  readonly clause: string;
  readonly content: TableContent;
  readonly note: FigureNote;
}

/** The Profile as all renderers read it: immutable, in one language, nothing left to look up. */
export interface ProfileDocument {
  readonly edition: Edition;
  readonly country: string;
  readonly isSynthetic: boolean;
  /** What stands on every page of a demonstration or of a Profile with synthetic data; '' where neither applies. */
  readonly mark: string;
  readonly sections: readonly Section[];
  readonly glossary: readonly Definition[];
  readonly sources: readonly Source[];
  readonly annex: readonly AnnexTable[];
}
