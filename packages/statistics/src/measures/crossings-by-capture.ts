import { cubeSteps, PERSONS } from '../cube.ts';
import { dimension, movementValues } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { movementNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { crossingFacts } from '../steps/crossings.ts';

/** Crossings recorded, by port of entry, way of recording (electronic system, manual log, advance passenger information, import) and year. */
export const crossingsByCapture = defineMeasure({
  id: 'crossings_by_capture',
  title: { en: 'Border crossings by way of recording' },
  definition: {
    en: 'Crossings recorded, by port of entry, way of recording (electronic system, manual log, advance passenger information, import) and year. Movements are not persons and not migrants.',
  },
  clause: 'Port of entry statistics: share of crossings recorded by hand (data quality of the border record)',
  needs: ['border_movement'],
  dimensions: [dimension.port, { name: 'capture_source', label: { en: 'Way of recording' } }, dimension.year],
  values: movementValues,
  basis: 'microdata',
  status: 'interim',
  steps: [
    ...crossingFacts,
    ...cubeSteps({
      isNumbered: true,
      dimensions: ['port', 'capture_source', 'year'],
      values: { movements: 'count(*)', persons: PERSONS },
    }),
  ],
  notes: movementNotes,
  sensitivity: NORMAL,
});
