import type { OnRecord } from '../agency-file.ts';
import type { CaseRecord } from '../casework.ts';
import type { Country } from '../country.ts';

/** Lays out one agency's file from the cases of all persons. `rows` counts records. */
export type CaseLayout = (
  country: Country,
  cases: readonly CaseRecord[],
  onRecord: OnRecord,
) => { readonly bytes: Uint8Array; readonly rows: number };
