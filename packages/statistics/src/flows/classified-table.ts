/** Where a person usually lives, seen from the country; a value that later data can still decide is unknown. */
export const residenceStatuses = ['resident', 'non_resident', 'unknown'] as const;
export type ResidenceStatus = (typeof residenceStatuses)[number];

/** Whether a crossing changed the country of residence. */
export const migrationValues = ['yes', 'no', 'unknown'] as const;
export type MigrationValue = (typeof migrationValues)[number];

/** What a crossing turned out to be; `provisional` where it is not yet told. */
export const crossingClasses = [
  'migrant_arrival',
  'migrant_departure',
  'resident_traveller_arrival',
  'resident_traveller_departure',
  'visitor_arrival',
  'visitor_departure',
  'provisional',
] as const;
export type CrossingClass = (typeof crossingClasses)[number];

/** Why a crossing could not be used, by the codes of the production package of Stats NZ. */
export const crossingErrors = {
  1: 'sequence out of order',
  2: 'the same direction twice',
  3: 'no such direction',
  4: 'no such date',
  5: 'no crossings',
  99: 'other',
} as const satisfies Readonly<Record<number, string>>;
export type CrossingErrorCode = keyof typeof crossingErrors;

/**
 * Columns of the table `classified`, in order: one row a crossing. Codes are enumerations, which compare with text and take a
 * byte a row. `final_on` is null where the value is not final. Rows put in at the middle of a gap have no `crossing_no`.
 */
export const classifiedColumns = {
  /** Position of the crossing in the input, from 0. */
  crossing_no: 'bigint',
  /** As in the input: text or a whole number. */
  person_id: null,
  crossed_on: 'date',
  direction: "enum('departure', 'arrival')",
  status_before: enumeration(residenceStatuses),
  status_after: enumeration(residenceStatuses),
  migration: enumeration(migrationValues),
  class: enumeration(crossingClasses),
  status_before_final_on: 'date',
  status_after_final_on: 'date',
  migration_final_on: 'date',
  /** What stands here rests on a crossing that was not recorded and was put in at the middle of a gap. */
  imputed: 'boolean',
  /** Days observed after the crossing, at most the window. */
  observed_days: 'integer',
  /** Days of them in the country. */
  inside_days: 'integer',
  /** Within twelve months of returning at least weekly, or of coming home for at most a week at a time. */
  commuter: 'boolean',
  /** The crossing before it is missing: it went the same way as the last one recorded. */
  after_gap: 'boolean',
  error_code: 'integer',
} as const satisfies Readonly<Record<string, string | null>>;

/** The table as `create table` wants it, for the type of person ids given (`varchar`, `bigint`). */
export function classifiedTable(personType: string, name = 'classified'): string {
  const columns = Object.entries(classifiedColumns).map(([column, type]) => `${column} ${type ?? personType}`);
  return `create or replace table ${name} (\n  ${columns.join(',\n  ')}\n)`;
}

function enumeration(values: readonly string[]): string {
  return `enum(${values.map((value) => `'${value}'`).join(', ')})`;
}
