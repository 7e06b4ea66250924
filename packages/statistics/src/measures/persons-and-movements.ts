import { cubeSteps, PERSONS } from '../cube.ts';
import { dimension, movementValues } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { movementNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { crossingFacts } from '../steps/crossings.ts';

/** How many persons stand behind the movements of a year. */
export const personsAndMovements = defineMeasure({
  id: 'persons_and_movements',
  title: { en: 'Persons and movements' },
  definition: {
    en: 'Movements of a year, the distinct travellers who made them, and movements a traveller. Travellers of two directions or years are not added up: the total counts each once.',
  },
  clause: 'UN 1998 Recommendations Rev.1 (movements and persons are to be told apart)',
  needs: ['border_movement'],
  dimensions: [dimension.year, dimension.citizenshipGroup, dimension.direction],
  values: [
    ...movementValues,
    {
      name: 'movements_per_person',
      label: { en: 'Movements a person' },
      unit: 'movements a person',
      kind: 'rate',
      of: 'persons',
      decimals: 1,
    },
    {
      name: 'without_document',
      label: { en: 'Movements of nobody known: neither document nor name' },
      unit: 'movements',
      kind: 'count',
      decimals: 0,
    },
  ],
  basis: 'microdata',
  status: 'interim',
  steps: [
    ...crossingFacts,
    ...cubeSteps({
      isNumbered: true,
      dimensions: ['year', 'citizenship_group', 'direction'],
      values: {
        movements: 'count(*)',
        persons: PERSONS,
        movements_per_person: `count(*) / ${PERSONS}`,
        without_document: 'count(*) filter (not is_identified)',
      },
    }),
  ],
  notes: [...movementNotes, { en: 'A movement with neither document nor name counts as a person of its own.' }],
  sensitivity: NORMAL,
});
