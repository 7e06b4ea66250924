import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { internalMigrationFacts } from '../steps/internal-migration.ts';
import { allSources, publishedTotals } from '../steps/published.ts';

/** Who lives where, and lived where before: the district matrix. */
export const internalMigrationMatrix = defineMeasure({
  id: 'internal_migration_matrix',
  title: { en: 'Internal migration between districts' },
  definition: {
    en: 'Persons by district of residence at the count and district of residence before (at birth, five years, or one year earlier), sex and year, as published. Those who stayed are on the diagonal.',
  },
  clause:
    'UN Principles and Recommendations for Population and Housing Censuses, Rev.3, internal migration; core tabulation district by district',
  needs: ['internal_migration'],
  dimensions: [
    dimension.source,
    { name: 'migration_interval', label: { en: 'Interval' }, classification: 'migration_interval' },
    { name: 'from_district', label: { en: 'District before' }, classification: 'district' },
    { name: 'to_district', label: { en: 'District now' }, classification: 'district' },
    dimension.sex,
    dimension.timePeriod,
  ],
  values: [publishedValue('persons', 'Persons', 'persons')],
  basis: 'published',
  parameters: [allSources],
  steps: [
    ...internalMigrationFacts,
    ...publishedTotals({
      dimensions: ['source', 'migration_interval', 'from_district', 'to_district', 'sex', 'time_period'],
      totals: ['sex', 'from_district', 'to_district'],
      value: 'persons',
    }),
  ],
  notes: publishedNotes,
  sensitivity: NO_PERSON,
});
