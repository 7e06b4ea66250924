import type { DimensionColumn, ValueColumn } from './table.ts';

/** The dimensions that several measures share, under one name and label each. */
export const dimension = {
  port: { name: 'port', label: { en: 'Port of entry' }, classification: 'port' },
  month: { name: 'month', label: { en: 'Month' }, isTime: true },
  year: { name: 'year', label: { en: 'Year' }, isTime: true },
  timePeriod: { name: 'time_period', label: { en: 'Period' }, isTime: true },
  direction: { name: 'direction', label: { en: 'Direction' } },
  citizenshipGroup: { name: 'citizenship_group', label: { en: 'Citizenship group' } },
  citizenship: { name: 'citizenship', label: { en: 'Country of citizenship' }, classification: 'country' },
  mode: { name: 'mode', label: { en: 'Mode of transport' } },
  purpose: { name: 'purpose', label: { en: 'Purpose' }, classification: 'purpose' },
  ageGroup: { name: 'age_group', label: { en: 'Age at the crossing' }, classification: 'age_group' },
  sex: { name: 'sex', label: { en: 'Sex' } },
  source: { name: 'source', label: { en: 'Source' } },
} as const satisfies Record<string, DimensionColumn>;

/** Distinct travellers or holders beside a count of records, by which the records are protected. */
export const personsValue: ValueColumn = {
  name: 'persons',
  label: { en: 'Travel documents (persons, upper bound)' },
  unit: 'persons',
  kind: 'count',
  decimals: 0,
  additive: false,
};

/** Movements and the travellers who made them: the pair that every port table carries. */
export const movementValues: readonly ValueColumn[] = [
  { name: 'movements', label: { en: 'Movements' }, unit: 'movements', kind: 'count', of: 'persons', decimals: 0 },
  personsValue,
];

/** A count of records, each of one person. */
export function countOf(name: string, label: string, unit: string): ValueColumn {
  return { name, label: { en: label }, unit, kind: 'count', decimals: 0 };
}

/** A published figure: nobody's record is in it, so it rests on no count. */
export function publishedValue(name: string, label: string, unit: string, decimals = 0): ValueColumn {
  const kind = unit === '%' ? 'share' : decimals === 0 ? 'count' : 'amount';
  return { name, label: { en: label }, unit, kind, decimals };
}

/** Deaths in migration, as documented by the source. */
export const deathValues: readonly ValueColumn[] = [
  publishedValue('dead_and_missing', 'Dead and missing', 'persons'),
  publishedValue('dead', 'Dead', 'persons'),
  publishedValue('missing', 'Missing', 'persons'),
  publishedValue('incidents', 'Incidents', 'incidents'),
];
