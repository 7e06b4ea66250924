import type { IssueGroup } from '@leeto/intake';
import type { DeliveryCounts } from '@leeto/registers';

/** What one table of a file came to. */
export interface TableOutcome {
  readonly sheet: string;
  readonly rows: number;
  /** null: not taken into any register. */
  readonly register: string | null;
  readonly because: string;
}

/** What one delivery (the tables of a file that went to one register) came to. */
export interface DeliveryOutcome {
  readonly register: string;
  readonly deliveryId: number;
  readonly status: 'taken' | 'already_imported' | 'tried_only';
  readonly counts: DeliveryCounts;
  readonly leftOutBecause: Readonly<Record<string, number>>;
  /** Required fields (in words) that no column gives, and headers that were not used; both empty where nothing is missing. */
  readonly unmapped: { readonly fields: readonly string[]; readonly columns: readonly string[] };
  readonly issues: readonly IssueGroup[];
  readonly issuesFile: string | null;
}

/** What one file came to. */
export interface FileOutcome {
  readonly file: string;
  readonly status: 'taken' | 'unchanged' | 'code_list' | 'not_recognised' | 'refused';
  /** Why it was not recognised, or refused; '' where it was taken. */
  readonly because: string;
  readonly remedy: string;
  readonly tables: readonly TableOutcome[];
  readonly deliveries: readonly DeliveryOutcome[];
  readonly seconds: number;
}
