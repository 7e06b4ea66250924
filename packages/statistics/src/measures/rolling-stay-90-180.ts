import { cubeSteps, PERSONS } from '../cube.ts';
import { countOf, dimension, personsValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { NORMAL } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import { journeySteps } from '../steps/journeys.ts';

/** The rolling test: days present in any window of 180 days ending on an exit, entry and exit days both counted. */
export const rollingStay90180 = defineMeasure({
  id: 'rolling_stay_90_180',
  title: { en: 'Stays beyond 90 days in 180' },
  definition: {
    en: 'Exits of foreigners who, on the day of exit, had been present more than the allowed days in the window that ends on it; entry and exit days both count, a day of two visits once. Only stays with a recorded entry and exit are looked at.',
  },
  clause: 'Rolling 90/180-day test (entry and exit days both count)',
  needs: ['border_movement'],
  dimensions: [dimension.year, dimension.citizenshipGroup, { name: 'finding', label: { en: 'Finding' } }],
  values: [{ ...countOf('exits', 'Exits', 'movements'), of: 'persons' }, personsValue],
  basis: 'microdata',
  status: 'interim',
  parameters: [
    { name: 'allowed_days', describe: 'Days allowed in the window.', default: 90 },
    { name: 'window_days', describe: 'Length of the window in days.', default: 180 },
  ],
  steps: [
    ...journeySteps,
    {
      name: 'visits',
      describe: 'Visits with entry and exit; a visit that begins on the day the last one ended begins a day later.',
      sql: `select
  record_id,
  delivery_id,
  source_sheet,
  source_row,
  traveller,
  citizenship_group,
  next_on as left_on,
  crossed_on + coalesce(
    lag(next_on) over (partition by traveller order by crossed_on, next_on, place) = crossed_on, false
  )::integer as present_from
from journeys
where direction = 'arrival'
  and next_direction = 'departure'
  and nationality is not null
  and nationality <> $country`,
    },
    {
      name: 'presence',
      describe: 'Days present in the window ending on each exit: whole visits, less what lies before the window.',
      sql: `select
  *,
  sum(left_on - present_from + 1) over in_window
    - greatest(0, (left_on - ($window_days::integer - 1)) - min(present_from) over in_window) as days_present
from visits
window in_window as (
  partition by traveller order by epoch(left_on) // 86400
  range between $window_days::integer - 1 preceding and current row
)`,
    },
    {
      name: 'facts',
      describe: 'Exits of the period, within the allowance or beyond it.',
      sql: `select
  record_id, delivery_id, source_sheet, source_row, traveller, citizenship_group, days_present,
  strftime(left_on, '%Y') as year,
  strftime(left_on, '%Y-%m') as period,
  case when days_present > $allowed_days then 'beyond' else 'within' end as finding
from presence
where ${inPeriod('left_on')}`,
    },
    ...cubeSteps({
      dimensions: ['year', 'citizenship_group', 'finding'],
      values: { exits: 'count(*)', persons: PERSONS },
    }),
  ],
  notes: [
    {
      en: 'Interim definition: visits are put together by travel document. Holders of permits are not left out; a finding is a reason to look, not an offence.',
    },
  ],
  sensitivity: NORMAL,
});
