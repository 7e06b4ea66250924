import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { NORMAL } from '../sensitivity.ts';
import { corrected, inPeriod } from '../steps/crossings.ts';
import { oncePerTraveller, travellerKey } from '../steps/travellers.ts';

/** Refusals of entry at the border, from the register of refusals and the movement log, each refusal once. */
export const refusedEntriesByGround = defineMeasure({
  id: 'refused_entries_by_ground',
  title: { en: 'Refused entries by ground' },
  definition: {
    en: 'Refusals of entry by ground, port and year. A refusal that stands both in the register of refused entries and in the movement log (same traveller, day and port) is counted once, as the register has it.',
  },
  clause: 'Border management indicators (refusals by ground); SDG 10.7.2 sub-category 6',
  needs: ['refused_entry', 'border_movement'],
  dimensions: [
    { name: 'refusal_ground', label: { en: 'Ground of refusal' }, classification: 'refusal_ground' },
    dimension.port,
    dimension.year,
  ],
  values: [countOf('refusals', 'Refusals', 'refusals')],
  basis: 'microdata',
  status: 'final',
  steps: [
    corrected,
    {
      name: 'in_register',
      describe: 'Refusals in the register of refused entries, each once however often it was entered.',
      sql: `select record_id, delivery_id, source_sheet, source_row, refusal_ground, port, refused_on,
  ${travellerKey('r')} as traveller
from refused_entry_rows r
${oncePerTraveller('r', 'r.refused_on')}`,
    },
    {
      name: 'in_log',
      describe: 'Arrivals refused in the movement log that the register does not have, each once.',
      sql: `select m.record_id, m.delivery_id, m.source_sheet, m.source_row, m.refusal_ground, m.port, m.crossed_on,
  ${travellerKey('m')} as traveller
from border_movement_rows m
left join delivery d on d.delivery_id = m.delivery_id
where m.decision = 'refused'
  and not exists (
    select 1
    from corrected c
    where c.source_record_id = m.source_record_id
      and c.agency is not distinct from d.agency
  )
  and not exists (
    select 1
    from in_register r
    where r.traveller = ${travellerKey('m')}
      and r.refused_on = m.crossed_on
      and r.port = m.port
  )
${oncePerTraveller('m', 'm.crossed_on')}`,
    },
    {
      name: 'facts',
      describe: 'All refusals of the period, each once.',
      sql: `select
  record_id,
  delivery_id,
  source_sheet,
  source_row,
  coalesce(refusal_ground, '_U') as refusal_ground,
  coalesce(port, '_U') as port,
  coalesce(strftime(refused_on, '%Y'), '_U') as year,
  strftime(refused_on, '%Y-%m') as period
from (select * from in_register union all select * from in_log)
where ${inPeriod('refused_on')}`,
    },
    ...cubeSteps({ dimensions: ['refusal_ground', 'port', 'year'], apart: ['year'], values: { refusals: 'count(*)' } }),
  ],
  notes: [{ en: 'Refusals are counted, not persons: one person refused twice counts twice.' }],
  sensitivity: NORMAL,
});
