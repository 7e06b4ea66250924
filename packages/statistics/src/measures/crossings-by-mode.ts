import { cubeSteps, PERSONS } from '../cube.ts';
import { dimension, movementValues } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { movementNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { crossingFacts } from '../steps/crossings.ts';

/** Crossings recorded, by mode of transport, direction and year. */
export const crossingsByMode = defineMeasure({
  id: 'crossings_by_mode',
  title: { en: 'Border crossings by mode of transport' },
  definition: {
    en: 'Crossings recorded, by mode of transport, direction and year. Movements are not persons and not migrants.',
  },
  clause: 'UN 1998 Recommendations Rev.1 (border statistics count movements, not persons)',
  needs: ['border_movement'],
  dimensions: [dimension.mode, dimension.direction, dimension.year],
  values: movementValues,
  basis: 'microdata',
  status: 'interim',
  steps: [
    ...crossingFacts,
    ...cubeSteps({
      isNumbered: true,
      dimensions: ['mode', 'direction', 'year'],
      values: { movements: 'count(*)', persons: PERSONS },
    }),
  ],
  notes: movementNotes,
  sensitivity: NORMAL,
});
