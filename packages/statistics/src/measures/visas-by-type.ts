import { cubeSteps, PERSONS } from '../cube.ts';
import { countOf, dimension, personsValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { NORMAL } from '../sensitivity.ts';
import { visaFacts } from '../steps/permits.ts';

/** Visas by type, decision and citizenship, a year. */
export const visasByType = defineMeasure({
  id: 'visas_by_type',
  title: { en: 'Visas by type, decision and citizenship' },
  definition: {
    en: 'Visa applications by type, decision, country of citizenship and year of the decision (of the application, where it is not decided).',
  },
  clause: 'UN 1998 Recommendations Rev.1, administrative data: permits issued by type and citizenship',
  needs: ['visa'],
  dimensions: [
    { name: 'visa_type', label: { en: 'Visa type' }, classification: 'visa_type' },
    { name: 'decision', label: { en: 'Decision' } },
    dimension.citizenship,
    dimension.year,
  ],
  values: [{ ...countOf('applications', 'Visa applications', 'applications'), of: 'persons' }, personsValue],
  basis: 'microdata',
  status: 'final',
  steps: [
    ...visaFacts,
    ...cubeSteps({
      dimensions: ['visa_type', 'decision', 'citizenship', 'year'],
      apart: ['year'],
      values: { applications: 'count(*)', persons: PERSONS },
    }),
  ],
  notes: [{ en: 'Applications are counted, not persons: one person may apply several times.' }],
  sensitivity: NORMAL,
});
