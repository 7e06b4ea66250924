import { cubeSteps, PERSONS, percent } from '../cube.ts';
import { countOf, dimension, personsValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { NORMAL } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import { journeySteps } from '../steps/journeys.ts';

const preceded = 'count(*) filter (previous_direction is not null)';
const unmatched = 'count(*) filter (previous_direction = direction)';

/** Movements that follow a movement in the same direction: each is proof of one that was not recorded. */
export const unmatchedCrossings = defineMeasure({
  id: 'unmatched_crossings',
  title: { en: 'Unmatched crossings' },
  definition: {
    en: 'Movements whose traveller was last seen going the same way: an arrival after an arrival lacks the exit between them, a departure after a departure the entry. The share is over movements of travellers seen before; the first movement of a traveller proves nothing.',
  },
  clause: 'Outcomes-based measurement of migration: missing movements (directions that do not alternate)',
  needs: ['border_movement'],
  dimensions: [dimension.port, dimension.direction, dimension.year],
  values: [
    { ...countOf('movements', 'Movements of identified travellers', 'movements'), of: 'persons' },
    { ...countOf('preceded', 'Movements of travellers seen before', 'movements'), of: 'persons' },
    countOf('unmatched', 'Movements after one in the same direction', 'movements'),
    {
      name: 'unmatched_share',
      label: { en: 'Share unmatched' },
      unit: '%',
      kind: 'share',
      of: 'unmatched',
      alsoOf: ['preceded'],
      decimals: 1,
    },
    personsValue,
  ],
  basis: 'microdata',
  status: 'interim',
  steps: [
    ...journeySteps,
    {
      name: 'facts',
      describe: 'The movements of the period, each with the direction of the one before.',
      sql: `select
  record_id, delivery_id, source_sheet, source_row, traveller, port, direction, previous_direction,
  year,
  month as period
from journeys
where ${inPeriod('crossed_on')}`,
    },
    ...cubeSteps({
      dimensions: ['port', 'direction', 'year'],
      values: {
        movements: 'count(*)',
        preceded,
        unmatched,
        unmatched_share: percent(unmatched, preceded),
        persons: PERSONS,
      },
    }),
  ],
  notes: [
    {
      en: 'Interim definition: movements are put together by travel document. A document re-issued abroad breaks the pair without being seen here; crossings away from ports make movements look unmatched.',
    },
    { en: 'The port is that of the movement recorded; the missing one may have been at another port.' },
  ],
  sensitivity: NORMAL,
});
