import { cubeSteps, PERSONS } from '../cube.ts';
import { dimension, movementValues } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { movementNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { crossingFacts } from '../steps/crossings.ts';

/** Crossings recorded at all ports, by citizenship group, month and direction. */
export const crossingsByCitizenshipGroup = defineMeasure({
  id: 'crossings_by_citizenship_group',
  title: { en: 'Border crossings by citizenship group, month and direction' },
  definition: {
    en: 'Crossings recorded at all ports, by citizenship group, month and direction. Movements are not persons and not migrants.',
  },
  clause: 'UN 1998 Recommendations Rev.1 (border statistics count movements, not persons)',
  needs: ['border_movement'],
  dimensions: [dimension.citizenshipGroup, dimension.month, dimension.direction],
  values: movementValues,
  basis: 'microdata',
  status: 'interim',
  steps: [
    ...crossingFacts,
    ...cubeSteps({
      isNumbered: true,
      dimensions: ['citizenship_group', 'month', 'direction'],
      values: { movements: 'count(*)', persons: PERSONS },
    }),
  ],
  notes: movementNotes,
  sensitivity: NORMAL,
});
