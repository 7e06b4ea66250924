/** How counts of persons are protected before they leave the house. */
export interface DisclosureRule {
  readonly id: string;
  /** Counts from 1 to one less than this are suppressed. Zeros are not: they say that there is nobody to protect. */
  readonly threshold: number;
}

/**
 * The rules in use (frequency thresholds of official statistics): `operational` for tables that stay among officials,
 * `normal` for publication, `sensitive` for trafficking, health and asylum.
 */
export const disclosureRules = {
  operational: { id: 'operational', threshold: 3 },
  normal: { id: 'normal', threshold: 5 },
  sensitive: { id: 'sensitive', threshold: 10 },
} as const satisfies Record<string, DisclosureRule>;

/** Which code of a dimension is part of which other, by name of the dimension; `_T` above all codes needs no mention. */
export type Hierarchies = Readonly<Record<string, Readonly<Record<string, string>>>>;
