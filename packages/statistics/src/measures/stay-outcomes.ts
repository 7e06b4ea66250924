import { cubeSteps, PERSONS } from '../cube.ts';
import { countOf, dimension, personsValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { stayNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { stayFacts } from '../steps/stays.ts';

/** What became of stays whose authorised end has passed, as a partition: its parts add up to the expected departures. */
export const stayOutcomes = defineMeasure({
  id: 'stay_outcomes',
  title: { en: 'Stays by outcome' },
  definition: {
    en: 'Stays of foreigners whose authorised end falls in the month, by what became of them: left in time, left late, no exit recorded, no exit recorded but entered again later (a missed exit).',
  },
  clause: 'Entry/exit overstay reporting: authorised until = min(permit end, entry + granted days - 1)',
  needs: ['border_movement'],
  uses: ['visa', 'residence_permit', 'work_permit'],
  dimensions: [dimension.month, dimension.citizenshipGroup, { name: 'outcome', label: { en: 'Outcome' } }],
  values: [
    { ...countOf('stays', 'Stays', 'stays'), of: 'persons' },
    personsValue,
    {
      name: 'median_overstay_days',
      label: { en: 'Median overstay of those who left late' },
      unit: 'days',
      kind: 'rate',
      of: 'persons',
      decimals: 0,
    },
  ],
  basis: 'microdata',
  status: 'interim',
  steps: [
    ...stayFacts,
    ...cubeSteps({
      dimensions: ['month', 'citizenship_group', 'outcome'],
      values: {
        stays: 'count(*)',
        persons: PERSONS,
        median_overstay_days: "median(overstay_days) filter (outcome = 'left_late')",
      },
    }),
  ],
  notes: stayNotes,
  sensitivity: NORMAL,
});
