import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { PROTECTED } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import { oncePerTraveller } from '../steps/travellers.ts';

/** Citizens coming back, as recorded in cases of return. */
export const returnsByType = defineMeasure({
  id: 'returns_by_type',
  title: { en: 'Returns of citizens by type and country' },
  definition: {
    en: 'Recorded returns of citizens, by type (voluntary, assisted voluntary, forced, spontaneous), country returned from, sex and year. Returns nobody recorded a case for are not in it.',
  },
  clause: 'UN framework 2021/2025: returning citizens; Migration Profile template A.3 Return',
  needs: ['return_case'],
  dimensions: [
    { name: 'return_type', label: { en: 'Type of return' } },
    { name: 'returned_from', label: { en: 'Country returned from' }, classification: 'country' },
    dimension.sex,
    dimension.year,
  ],
  values: [countOf('returns', 'Returns', 'returns')],
  basis: 'microdata',
  status: 'final',
  steps: [
    {
      name: 'facts',
      describe: 'Cases of return of the period, each once however often it was entered.',
      sql: `select
  record_id,
  delivery_id,
  source_sheet,
  source_row,
  coalesce(return_type, '_U') as return_type,
  coalesce(returned_from, '_U') as returned_from,
  coalesce(sex, '_U') as sex,
  coalesce(strftime(returned_on, '%Y'), '_U') as year,
  strftime(returned_on, '%Y-%m') as period
from return_case_rows r
where ${inPeriod('returned_on')}
${oncePerTraveller('r', 'r.returned_on')}`,
    },
    ...cubeSteps({
      dimensions: ['return_type', 'returned_from', 'sex', 'year'],
      apart: ['year'],
      values: { returns: 'count(*)' },
    }),
  ],
  notes: [{ en: 'Returns are counted, not persons: one person who returned twice counts twice.' }],
  sensitivity: PROTECTED,
});
