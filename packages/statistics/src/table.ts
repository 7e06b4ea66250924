import type { Provenance, Text } from '@leeto/registers';

/** Status of a figure, shown wherever it stands. `interim`: made by a definition that a better one will replace. */
export type FigureStatus = 'final' | 'provisional' | 'interim';

export interface DimensionColumn {
  /** snake_case. */
  readonly name: string;
  readonly label: Text;
  /** Classification id whose labels say the codes, where there is one. `_T` codes a total in every dimension. */
  readonly classification?: string;
  readonly isTime?: boolean;
}

export interface ValueColumn {
  readonly name: string;
  readonly label: Text;
  /** "movements", "persons", "US dollars, millions", "%". */
  readonly unit: string;
  /** What disclosure control has to know: counts of units get the threshold; the others follow the count named in `of`. */
  readonly kind: 'count' | 'share' | 'rate' | 'amount' | 'indicator';
  /**
   * The count column on which this one rests and with which it is suppressed. Always there for a share, rate or amount of
   * microdata; a count of movements names the count of persons here, so that one commuter's forty crossings are one person.
   */
  readonly of?: string;
  /** Further count columns with which it is suppressed: a rate of two parts would give away the hidden one of them. */
  readonly alsoOf?: readonly string[];
  readonly decimals: number;
  /** `false` where a total is not the sum of its parts (distinct persons, rates). Absent: for counts it is. */
  readonly additive?: boolean;
}

/** One row: a code per dimension (in order), a number or null ("no data") per value column (in order). */
export interface MeasureRow {
  readonly key: readonly string[];
  readonly values: readonly (number | null)[];
}

/** All that a figure has to carry with it (source, period, coverage, residence rule, status, vintage). */
export interface FigureMetadata {
  readonly sources: readonly Provenance[];
  /** `2025-01/2025-12`, `2020`; '' where there are no data. */
  readonly referencePeriod: string;
  /** What is in and what is not: ports that reported, populations left out. */
  readonly coverage: Text;
  /** "12m", "6m1d", or '' where residence plays no part. */
  readonly residenceRule: string;
  readonly status: FigureStatus;
  /** Why it is provisional or interim, and other notes a reader needs. */
  readonly notes: readonly Text[];
  readonly snapshot: string;
}

/** A measure computed: not yet releasable. Only `disclosure` makes of it what `publication` accepts. */
export interface MeasureTable {
  readonly measure: string;
  readonly title: Text;
  readonly definition: Text;
  readonly clause: string;
  readonly dimensions: readonly DimensionColumn[];
  readonly values: readonly ValueColumn[];
  readonly rows: readonly MeasureRow[];
  readonly metadata: FigureMetadata;
  /** `microdata`: counted from persons' records, needs protection. `published`: somebody's published aggregates. */
  readonly basis: 'microdata' | 'published';
}

/** The code of a total in every dimension (SDMX). */
export const TOTAL = '_T';
/** The code of "not stated" in every dimension (SDMX). */
export const NOT_STATED = '_U';
