import type { ErrorKind } from './population-pack.ts';

/** One written file and what it holds. `rows` counts records, not titles, totals or notes. */
export interface AgencyFile {
  readonly file: string;
  /** Agency id of the country pack. */
  readonly agency: string;
  readonly register: string;
  readonly rows: number;
}

/** The truth on one record of an agency's file. */
export interface RecordTruth {
  readonly file: string;
  /** '' for text files. */
  readonly sheet: string;
  /** 1-based row of the sheet, or line of the file. */
  readonly row: number;
  readonly register: string;
  readonly sourceRecordId: string;
  readonly personId: string;
  /** '' where the record belongs to no crossing. */
  readonly crossingId: string;
  readonly isDuplicate: boolean;
  readonly errors: readonly ErrorKind[];
}

export type OnRecord = (truth: RecordTruth) => void;

/** The files of the demonstration. Names say that nothing in them is real. */
export const fileNames = {
  electronic: 'synthetic_ebcs_movements',
  manual: 'synthetic_manual_posts_register.xlsx',
  visas: 'synthetic_evisa_applications.csv',
  residencePermits: 'synthetic_home_affairs_residence_permits.xlsx',
  workPermits: 'synthetic_labour_work_permits.xls',
  asylum: 'synthetic_refugees_register.xlsx',
  removals: 'synthetic_police_removals.csv',
  returns: 'synthetic_police_returns.csv',
  refusedEntries: 'synthetic_immigration_refused_entries.xlsx',
} as const;

export type AgencyFileId = keyof typeof fileNames;
