import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { PROTECTED } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import { oncePerTraveller } from '../steps/travellers.ts';

/** Foreigners removed from the country. */
export const removalsByGround = defineMeasure({
  id: 'removals_by_ground',
  title: { en: 'Removals by ground and citizenship' },
  definition: { en: 'Removals of foreigners from the country, by ground, citizenship and year of removal.' },
  clause: 'UN 1998 Recommendations Rev.1, administrative taxonomy: return of irregular migrants (expelled, removed)',
  needs: ['removal'],
  dimensions: [
    { name: 'removal_ground', label: { en: 'Ground of removal' }, classification: 'removal_ground' },
    dimension.citizenship,
    dimension.year,
  ],
  values: [countOf('removals', 'Removals', 'removals')],
  basis: 'microdata',
  status: 'final',
  steps: [
    {
      name: 'facts',
      describe: 'Removals of the period, each once however often it was entered.',
      sql: `select
  record_id,
  delivery_id,
  source_sheet,
  source_row,
  coalesce(removal_ground, '_U') as removal_ground,
  coalesce(nationality, '_U') as citizenship,
  coalesce(strftime(removed_on, '%Y'), '_U') as year,
  strftime(removed_on, '%Y-%m') as period
from removal_rows r
where ${inPeriod('removed_on')}
${oncePerTraveller('r', 'r.removed_on')}`,
    },
    ...cubeSteps({
      dimensions: ['removal_ground', 'citizenship', 'year'],
      apart: ['year'],
      values: { removals: 'count(*)' },
    }),
  ],
  notes: [{ en: 'Removals are counted, not persons: one person removed twice counts twice.' }],
  sensitivity: PROTECTED,
});
