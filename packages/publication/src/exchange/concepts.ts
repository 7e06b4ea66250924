import type { Text } from '@leeto/registers';

/** A concept of the scheme: what a dimension or an attribute is about. */
export interface Concept {
  readonly id: string;
  readonly label: Text;
  readonly description: Text;
}

const concept = (id: string, label: string, description: string): Concept => ({
  id,
  label: { en: label },
  description: { en: description },
});

/** The dimensions of the migration data structure, in their order (SDMX cross-domain concepts where there is one). */
export const migrationDimensions = [
  concept('FREQ', 'Frequency', 'The interval at which the figures occur.'),
  concept('REF_AREA', 'Reference area', 'The country to which the figure relates.'),
  concept('MEASURE', 'Measure', 'What is counted or measured: immigrants, emigrants, stock, crossings.'),
  concept('CITIZEN', 'Country of citizenship', 'Citizenship of the persons counted.'),
  concept('BIRTH', 'Country of birth', 'Country of birth of the persons counted.'),
  concept('PARTNER', 'Country of previous or next residence', 'Where immigrants came from, where emigrants went to.'),
  concept('SEX', 'Sex', 'Sex of the persons counted.'),
  concept('AGE', 'Age', 'Age of the persons counted, in completed years.'),
  concept('REASON', 'Reason', 'Reason for migration, or main purpose of the trip.'),
  concept('STATUS', 'Status of residence', 'Whether the persons counted are residents or temporary population.'),
  concept('GEO', 'Geographical area within the country', 'District to which the figure relates.'),
  concept('TIME_PERIOD', 'Time period', 'The period to which the figure relates.'),
] as const satisfies readonly Concept[];

export type MigrationDimension = (typeof migrationDimensions)[number]['id'];

/**
 * Attributes of each figure. Those that are the same for a whole table (residence rule, vintage) stand with each figure all the
 * same: clients lose attributes of data sets, and figures of several vintages are put together.
 */
export const migrationAttributes = [
  concept('UNIT_MEASURE', 'Unit of measure', 'The unit in which the figure is expressed.'),
  concept('UNIT_MULT', 'Unit multiplier', 'The power of ten by which the figure is to be multiplied.'),
  concept('OBS_STATUS', 'Observation status', 'Whether the figure is normal, provisional, missing or suppressed.'),
  concept('CONF_STATUS', 'Confidentiality status', 'Whether the figure is free or suppressed, and why.'),
  concept('RESIDENCE_RULE', 'Residence rule', 'The rule by which residents are told from visitors.'),
  concept('VINTAGE', 'Vintage', 'The day as of which the figure was made; later vintages revise it.'),
  concept('LOW95', 'Lower end of the interval', 'Lower end of the 95 % interval of the figure.'),
  concept('HIGH95', 'Upper end of the interval', 'Upper end of the 95 % interval of the figure.'),
  concept('COMMENT_OBS', 'Comment', 'What a reader needs to know of the figure.'),
] as const satisfies readonly Concept[];

export type MigrationAttribute = (typeof migrationAttributes)[number]['id'];

export const observedValue: Concept = concept('OBS_VALUE', 'Observation value', 'The figure itself.');

/** Which dimension of the migration data structure a table's dimension is, by its name. */
export const conceptByDimension: Readonly<Record<string, MigrationDimension>> = {
  reference_area: 'REF_AREA',
  citizenship: 'CITIZEN',
  country_of_birth: 'BIRTH',
  previous_residence: 'PARTNER',
  next_residence: 'PARTNER',
  country_of_previous_residence: 'PARTNER',
  country_of_next_residence: 'PARTNER',
  sex: 'SEX',
  age: 'AGE',
  age_group: 'AGE',
  purpose: 'REASON',
  reason: 'REASON',
  residence_status: 'STATUS',
  district: 'GEO',
};

/** MEASURE codes of the migration data structure. */
export const migrationMeasures: Readonly<Record<string, Text>> = {
  IMM: { en: 'Immigrants' },
  EMI: { en: 'Emigrants' },
  NET: { en: 'Net migration' },
  STK: { en: 'Migrant stock' },
  NATZ: { en: 'Naturalisations' },
  CROSS: { en: 'Border crossings' },
  PERM: { en: 'Permits issued' },
};

/** Which of them a table's value column is, by its name. */
export const measureByColumn: Readonly<Record<string, string>> = {
  immigrants: 'IMM',
  emigrants: 'EMI',
  net_migration: 'NET',
  stock: 'STK',
  naturalisations: 'NATZ',
  movements: 'CROSS',
  permits: 'PERM',
};
