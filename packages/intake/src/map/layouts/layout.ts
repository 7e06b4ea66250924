import type { Mapping, Recognition } from '../mapping.ts';

/**
 * What is known of a publisher's files: how their tables are recognised (by headers and titles, not by the file's name, so
 * that other years are recognised as well) and the mapping for each. Data only; fields whose columns a vintage does not have
 * fall away when the mapping is proposed.
 */
export interface Layout {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly LayoutTable[];
}

export interface LayoutTable {
  readonly id: string;
  readonly recognise: Recognition;
  /** Recognised, but no records of ours: the reason is shown. */
  readonly leaveOut?: string;
  readonly mapping?: Pick<Mapping, 'register' | 'nulls' | 'skipRowWhen' | 'emit' | 'provenance'>;
  /** Columns whose codes are explained in a list that comes beside the file. */
  readonly codeLists?: readonly LayoutCodeList[];
  /** A file that holds several releases one after another: only the rows with the greatest value of this column count. */
  readonly latestOf?: string;
}

export interface LayoutCodeList {
  /** Name under which the mapping keeps it. */
  readonly name: string;
  /** Headers that the list's own name or content is held against. */
  readonly columns: readonly string[];
  readonly classification: string;
  /** Codes known without the list. */
  readonly known?: Readonly<Record<string, string | null>>;
}
