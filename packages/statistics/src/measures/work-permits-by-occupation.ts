import { cubeSteps, PERSONS } from '../cube.ts';
import { countOf, dimension, personsValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { permitNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { workPermitFacts } from '../steps/permits.ts';

/** Work permits granted in a year, by major occupation group and industry. */
export const workPermitsByOccupation = defineMeasure({
  id: 'work_permits_by_occupation',
  title: { en: 'Work permits by occupation and industry' },
  definition: {
    en: 'Work permits granted in the year, by major group of the occupation (ISCO-08) and section of the industry (ISIC Rev.4).',
  },
  clause: 'ISCO-08 major groups; ISIC Rev.4 sections; ILO 20th ICLS Guidelines 2018 (for-work international migrants)',
  needs: ['work_permit'],
  dimensions: [
    { name: 'occupation', label: { en: 'Occupation (major group)' }, classification: 'isco08' },
    { name: 'industry', label: { en: 'Industry' }, classification: 'isic_section' },
    dimension.year,
  ],
  values: [{ ...countOf('permits', 'Work permits issued', 'permits'), of: 'persons' }, personsValue],
  basis: 'microdata',
  status: 'final',
  steps: [
    ...workPermitFacts,
    ...cubeSteps({
      dimensions: ['occupation', 'industry', 'year'],
      apart: ['year'],
      values: { permits: 'count(*)', persons: PERSONS },
    }),
  ],
  notes: permitNotes,
  sensitivity: NORMAL,
});
