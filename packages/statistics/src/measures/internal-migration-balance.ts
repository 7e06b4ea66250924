import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { internalMigrationFacts } from '../steps/internal-migration.ts';
import { allSources } from '../steps/published.ts';

/** What each district gained and lost by internal migration. */
export const internalMigrationBalance = defineMeasure({
  id: 'internal_migration_balance',
  title: { en: 'Gains and losses of districts by internal migration' },
  definition: {
    en: 'Persons who moved into a district from other districts, who moved out of it to others, and the difference, by interval and year, both sexes, as published.',
  },
  clause: 'UN Principles and Recommendations for Population and Housing Censuses, Rev.3, internal migration',
  needs: ['internal_migration'],
  dimensions: [
    dimension.source,
    { name: 'migration_interval', label: { en: 'Interval' }, classification: 'migration_interval' },
    { name: 'district', label: { en: 'District' }, classification: 'district' },
    dimension.timePeriod,
  ],
  values: [
    { ...publishedValue('moved_in', 'Moved in', 'persons'), additive: false },
    { ...publishedValue('moved_out', 'Moved out', 'persons'), additive: false },
    { ...publishedValue('balance', 'Gain or loss', 'persons'), additive: false },
  ],
  basis: 'published',
  parameters: [allSources],
  steps: [
    ...internalMigrationFacts,
    {
      name: 'both_sexes',
      describe: 'Movers between two districts: the published total of both sexes, else the sum of the two.',
      sql: `select
  source, migration_interval, from_district, to_district, time_period,
  coalesce(sum(value) filter (sex = '_T'), sum(value) filter (sex in ('M', 'F'))) as persons
from facts
where from_district <> to_district and from_district <> '_T' and to_district <> '_T'
group by source, migration_interval, from_district, to_district, time_period
having count(*) filter (sex = '_T') = 1 or count(distinct sex) filter (sex in ('M', 'F')) = 2`,
    },
    {
      name: 'sides',
      describe: 'Each mover twice: as gained by one district and as lost by the other.',
      sql: `select source, migration_interval, to_district as district, time_period, persons as moved_in, 0 as moved_out from both_sexes
union all
select source, migration_interval, from_district, time_period, 0, persons from both_sexes`,
    },
    {
      name: 'table_rows',
      describe: 'Gains, losses and the difference of each district.',
      sql: `select
  source, migration_interval, district, time_period,
  sum(moved_in) as moved_in, sum(moved_out) as moved_out, sum(moved_in) - sum(moved_out) as balance
from sides
where district <> '_U'
group by source, migration_interval, district, time_period`,
    },
  ],
  notes: [
    ...publishedNotes,
    {
      en: 'Movers whose district before is not stated are in no gain and in no loss; those within a district are in neither.',
    },
  ],
  sensitivity: NO_PERSON,
});
