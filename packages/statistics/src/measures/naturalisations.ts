import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { NORMAL } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import { oncePerTraveller } from '../steps/travellers.ts';

/** Foreign citizens who acquired the citizenship of the country. */
export const naturalisations = defineMeasure({
  id: 'naturalisations',
  title: { en: 'Naturalisations by previous citizenship' },
  definition: {
    en: 'Persons to whom the citizenship of the country was granted, by the citizenship held before, way of acquisition, sex and year of the grant.',
  },
  clause:
    'UN 1998 Recommendations Rev.1, acquisition of citizenship; core tabulation of naturalisations by previous citizenship',
  needs: ['naturalisation'],
  dimensions: [
    dimension.citizenship,
    { name: 'ground', label: { en: 'Way of acquisition' }, classification: 'naturalisation_ground' },
    dimension.sex,
    dimension.year,
  ],
  values: [countOf('naturalisations', 'Naturalisations', 'persons')],
  basis: 'microdata',
  steps: [
    {
      name: 'facts',
      describe: 'Grants of citizenship of the period, each once however often it was entered.',
      sql: `select
  record_id,
  delivery_id,
  source_sheet,
  source_row,
  coalesce(nationality, '_U') as citizenship,
  coalesce(naturalisation_ground, '_U') as ground,
  coalesce(sex, '_U') as sex,
  strftime(granted_on, '%Y') as year,
  strftime(granted_on, '%Y-%m') as period
from naturalisation_rows n
where granted_on is not null and ${inPeriod('granted_on')}
${oncePerTraveller('n', 'n.granted_on')}`,
    },
    ...cubeSteps({
      dimensions: ['citizenship', 'ground', 'sex', 'year'],
      apart: ['year'],
      values: { naturalisations: 'count(*)' },
    }),
  ],
  notes: [{ en: 'A person who held several citizenships is counted under the one recorded.' }],
  sensitivity: NORMAL,
});
