import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { emigration, immigration } from '../flow-measure.ts';
import { defineMeasure } from '../measure.ts';
import { finalYears, residenceNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import { ageGroup, residenceFlowSteps, residenceParameters, residenceUses } from '../steps/residence-flows.ts';

/** Net migration by age and sex. */
export const netMigration = defineMeasure({
  id: 'net_migration',
  title: { en: 'Net migration by age and sex' },
  definition: {
    en: 'Persons who took up residence in the country, those who gave it up, and the difference, by five-year age group, sex and year.',
  },
  clause: 'UN 1998 Recommendations Rev.1, core tabulation: net migration by age and sex',
  needs: ['border_movement'],
  uses: residenceUses,
  dimensions: [dimension.sex, dimension.ageGroup, dimension.year],
  values: [
    countOf('immigrants', 'Immigrants', 'persons'),
    countOf('emigrants', 'Emigrants', 'persons'),
    {
      name: 'net_migration',
      label: { en: 'Net migration' },
      unit: 'persons',
      kind: 'rate',
      of: 'immigrants',
      alsoOf: ['emigrants'],
      decimals: 0,
    },
  ],
  basis: 'microdata',
  status: 'interim',
  residenceRule: '12m',
  parameters: residenceParameters,
  steps: [
    ...residenceFlowSteps,
    {
      name: 'facts',
      describe: 'The migrations of the period, by the outcome rule; commuters are left out.',
      sql: `select f.record_id, f.delivery_id, f.source_sheet, f.source_row, f.direction, f.sex,
  ${ageGroup('f.age')} as age_group, f.year, f.month as period
from residence_flows f
where ((${immigration}) or (${emigration})) and f.is_year_final and ${inPeriod('f.crossed_on')}`,
    },
    ...cubeSteps({
      dimensions: ['sex', 'age_group', 'year'],
      apart: ['year'],
      values: {
        immigrants: "count(*) filter (direction = 'arrival')",
        emigrants: "count(*) filter (direction = 'departure')",
        net_migration: "count(*) filter (direction = 'arrival') - count(*) filter (direction = 'departure')",
      },
    }),
  ],
  notes: [...residenceNotes, finalYears],
  sensitivity: NORMAL,
});
