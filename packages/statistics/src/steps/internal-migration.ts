import type { MeasureStep } from '../measure.ts';
import { publishedFacts, yearInPeriod } from './published.ts';

/** Steps to `facts` over the published matrix of districts: one row a pair of districts, sex, interval and year. */
export const internalMigrationFacts: readonly MeasureStep[] = publishedFacts({
  register: 'internal_migration',
  columns: {
    migration_interval: "coalesce(r.migration_interval, '_U')",
    from_district: "coalesce(r.from_district, '_U')",
    to_district: "coalesce(r.to_district, '_U')",
    sex: "coalesce(r.sex, '_T')",
    time_period: 'left(r.time_period, 4)',
    period: 'left(r.time_period, 4)',
    value: 'r.obs_value',
  },
  where: `r.reference_area = $country and r.obs_value is not null and ${yearInPeriod}`,
  slice: ['migration_interval', 'time_period'],
  cell: ['migration_interval', 'from_district', 'to_district', 'sex', 'time_period'],
});
