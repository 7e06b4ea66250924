import { cubeSteps, PERSONS } from '../cube.ts';
import { dimension, movementValues } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { movementNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { crossingFacts } from '../steps/crossings.ts';

const detail = ['port', 'month', 'direction', 'citizenship_group', 'mode', 'purpose'];

/**
 * The six-way table from which smaller ones are cut: for analysis inside the house, too fine to publish whole. It has the
 * finest cells, each total over one dimension (what protects a cell from being found by subtraction), each dimension alone,
 * and the grand total; the totals between are in the smaller tables.
 */
export const crossingsDetail = defineMeasure({
  id: 'crossings_detail',
  title: { en: 'Border crossings by port, month, direction, citizenship group, mode and purpose' },
  definition: {
    en: 'Crossings recorded, by all six characteristics at once. Movements are not persons and not migrants.',
  },
  clause:
    'UN 1998 Recommendations Rev.1 (border statistics count movements, not persons); IRTS 2008, main purpose of a trip',
  needs: ['border_movement'],
  dimensions: [
    dimension.port,
    dimension.month,
    dimension.direction,
    dimension.citizenshipGroup,
    dimension.mode,
    dimension.purpose,
  ],
  values: movementValues,
  basis: 'microdata',
  status: 'interim',
  steps: [
    ...crossingFacts,
    ...cubeSteps({
      isNumbered: true,
      dimensions: detail,
      values: { movements: 'count(*)', persons: PERSONS },
      groupings: [
        detail,
        ...detail.map((left) => detail.filter((name) => name !== left)),
        ...detail.map((only) => [only]),
        [],
      ],
    }),
  ],
  notes: movementNotes,
  sensitivity: NORMAL,
  isInternal: true,
});
