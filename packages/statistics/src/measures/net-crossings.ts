import { cubeSteps, PERSONS } from '../cube.ts';
import { countOf, dimension, personsValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { movementNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { crossingFacts } from '../steps/crossings.ts';

/** Arrivals less departures. It is a balance of movements and says nothing of who changed residence. */
export const netCrossings = defineMeasure({
  id: 'net_crossings',
  title: { en: 'Balance of border crossings (not net migration)' },
  definition: {
    en: 'Recorded arrivals less recorded departures, by month and citizenship group. It is not net migration: movements are not migrants, and a missing record on one side moves the balance.',
  },
  clause: 'UN 1998 Recommendations Rev.1 (a migrant changes country of usual residence; a crossing does not say so)',
  needs: ['border_movement'],
  dimensions: [dimension.month, dimension.citizenshipGroup],
  values: [
    { ...countOf('arrivals', 'Arrivals', 'movements'), of: 'persons' },
    { ...countOf('departures', 'Departures', 'movements'), of: 'persons' },
    {
      name: 'balance',
      label: { en: 'Arrivals less departures' },
      unit: 'movements',
      kind: 'indicator',
      of: 'arrivals',
      alsoOf: ['departures', 'persons'],
      decimals: 0,
    },
    personsValue,
  ],
  basis: 'microdata',
  status: 'interim',
  steps: [
    ...crossingFacts,
    ...cubeSteps({
      isNumbered: true,
      dimensions: ['month', 'citizenship_group'],
      values: {
        arrivals: "count(*) filter (direction = 'arrival')",
        departures: "count(*) filter (direction = 'departure')",
        balance: "count(*) filter (direction = 'arrival') - count(*) filter (direction = 'departure')",
        persons: PERSONS,
      },
    }),
  ],
  notes: [{ en: 'A balance of movements, not net migration.' }, ...movementNotes],
  sensitivity: NORMAL,
});
