import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { residenceNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { momentSteps } from '../steps/month-ends.ts';
import { residenceFlowSteps, residenceParameters, residenceUses } from '../steps/residence-flows.ts';

/** Who is in the country without living there, at the end of each month. */
export const temporaryPopulation = defineMeasure({
  id: 'temporary_population',
  title: { en: 'Temporary population by sub-type' },
  definition: {
    en: 'Persons resident abroad who are in the country on the last day of the month: cross-border commuters, else by the purpose of the trip, and citizens or foreigners. Whoever came more than a year before and was not seen leaving is not counted.',
  },
  clause: 'UN framework 2021/2025: temporary (non-resident) population by sub-type',
  needs: ['border_movement'],
  uses: residenceUses,
  dimensions: [
    { name: 'subtype', label: { en: 'Sub-type' } },
    { name: 'citizens', label: { en: 'Citizens or foreigners' } },
    dimension.month,
  ],
  values: [countOf('persons', 'Persons', 'persons')],
  basis: 'microdata',
  status: 'interim',
  residenceRule: '12m',
  parameters: residenceParameters,
  steps: [
    ...residenceFlowSteps,
    ...momentSteps('month'),
    {
      name: 'facts',
      describe: 'Persons inside on the day whose residence is abroad.',
      sql: `select
  l.record_id,
  l.delivery_id,
  l.source_sheet,
  l.source_row,
  case
    when l.commuter then 'commuters'
    when l.purpose = '_U' then '_U'
    when l.purpose = '1.2' then 'visitors_of_relatives'
    when l.purpose = '1.3' then 'students'
    when l.purpose = '1.4' then 'patients'
    when starts_with(l.purpose, '1') then 'visitors_personal'
    when starts_with(l.purpose, '2') then 'business'
    when starts_with(l.purpose, '3') then 'workers'
    else 'other'
  end as subtype,
  case l.citizenship when $country then 'citizens' when '_U' then '_U' else 'foreigners' end as citizens,
  strftime(l.day, '%Y-%m') as month,
  strftime(l.day, '%Y-%m') as period
from last_crossings l
where l.direction = 'arrival' and l.status_after = 'non_resident' and l.day - l.crossed_on <= 365`,
    },
    ...cubeSteps({
      dimensions: ['subtype', 'citizens', 'month'],
      apart: ['month'],
      values: { persons: 'count(*)' },
    }),
  ],
  notes: residenceNotes,
  sensitivity: NORMAL,
});
