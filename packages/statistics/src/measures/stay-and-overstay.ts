import { cubeSteps, percent } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { stayNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { stayFacts } from '../steps/stays.ts';

const expected = 'count(*)';
const late = "count(*) filter (outcome = 'left_late')";
const missed = "count(*) filter (outcome = 'no_exit_entered_again')";
const noExit = "count(*) filter (outcome = 'no_exit')";
// The three ways of overstaying add up to it in every row, so that disclosure control protects them together.
const overstays = "count(*) filter (outcome <> 'left_in_time')";

function rate(name: string, label: string, of: string, ...alsoOf: string[]) {
  return { name, label: { en: label }, unit: '%', kind: 'rate', of, alsoOf, decimals: 1 } as const;
}

/** Overstay by month of expected departure: an upper bound, with the proof of missed exits and the corrected rate beside it. */
export const stayAndOverstay = defineMeasure({
  id: 'stay_and_overstay',
  title: { en: 'Stays and suspected overstay' },
  definition: {
    en: 'Stays of foreigners whose authorised end falls in the month (expected departures). In-country rate: no exit recorded, over expected. Total rate: left late or no exit recorded, over expected. Both are upper bounds, since an exit that was not recorded looks like an overstay. Missed exits are stays without an exit whose person entered again later: proof that they had left; the corrected rates leave them out.',
  },
  clause:
    'Entry/exit overstay reporting: authorised until = min(permit end, entry + granted days - 1); SDG 10.7.2 sub-category 6a (monitoring of visa overstays)',
  needs: ['border_movement'],
  uses: ['visa', 'residence_permit', 'work_permit'],
  dimensions: [dimension.month, dimension.citizenshipGroup],
  values: [
    countOf('expected', 'Expected departures', 'stays'),
    countOf('overstays_upper_bound', 'Suspected overstays (upper bound)', 'stays'),
    countOf('left_late', 'Left late', 'stays'),
    countOf('missed_exits', 'No exit recorded, entered again later', 'stays'),
    countOf('no_exit', 'No exit recorded, not seen again', 'stays'),
    rate('in_country_rate', 'Suspected in-country overstay rate (upper bound)', 'no_exit', 'missed_exits', 'expected'),
    rate('total_rate', 'Suspected total overstay rate (upper bound)', 'overstays_upper_bound', 'expected'),
    rate('missed_exit_share', 'Share of stays without exit that are proven missed exits', 'missed_exits', 'no_exit'),
    rate('corrected_in_country_rate', 'In-country overstay rate without missed exits', 'no_exit', 'expected'),
    rate(
      'corrected_total_rate',
      'Total overstay rate without missed exits',
      'overstays_upper_bound',
      'missed_exits',
      'expected',
    ),
  ],
  basis: 'microdata',
  status: 'interim',
  steps: [
    ...stayFacts,
    ...cubeSteps({
      dimensions: ['month', 'citizenship_group'],
      values: {
        expected,
        overstays_upper_bound: overstays,
        left_late: late,
        missed_exits: missed,
        no_exit: noExit,
        in_country_rate: percent(`${noExit} + ${missed}`, expected),
        total_rate: percent(overstays, expected),
        missed_exit_share: percent(missed, `${noExit} + ${missed}`),
        corrected_in_country_rate: percent(noExit, expected),
        corrected_total_rate: percent(`${late} + ${noExit}`, `${expected} - ${missed}`),
      },
    }),
  ],
  notes: stayNotes,
  sensitivity: NORMAL,
});
