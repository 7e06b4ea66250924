import { cubeSteps, PERSONS } from '../cube.ts';
import { dimension, movementValues } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { movementNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { crossingFacts } from '../steps/crossings.ts';

/** Crossings recorded, by stated purpose, direction and year. */
export const crossingsByPurpose = defineMeasure({
  id: 'crossings_by_purpose',
  title: { en: 'Border crossings by purpose' },
  definition: {
    en: 'Crossings recorded, by stated purpose, direction and year. Movements are not persons and not migrants.',
  },
  clause: 'IRTS 2008, main purpose of a trip',
  needs: ['border_movement'],
  dimensions: [dimension.purpose, dimension.direction, dimension.year],
  values: movementValues,
  basis: 'microdata',
  status: 'interim',
  steps: [
    ...crossingFacts,
    ...cubeSteps({
      isNumbered: true,
      dimensions: ['purpose', 'direction', 'year'],
      values: { movements: 'count(*)', persons: PERSONS },
    }),
  ],
  notes: movementNotes,
  sensitivity: NORMAL,
});
