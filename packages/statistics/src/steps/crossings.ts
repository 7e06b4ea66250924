import type { PipelineStep } from '@leeto/warehouse';
import { numberSteps } from '../cube.ts';
import type { MeasureStep } from '../measure.ts';
import { isIdentified, travellerKey } from './travellers.ts';

/** Which citizenship group a country belongs to: the first group that names it. */
export const groupOfCountry: PipelineStep = {
  name: 'group_of_country',
  describe: 'The citizenship group of each country: the first group that names it.',
  sql: `select country, arg_min(code, position) as citizenship_group
from (
  select code, position, unnest(countries) as country
  from (
    select unnest(groups, recursive := true), generate_subscripts(groups, 1) as position
    from (select from_json($citizenship_groups, '[{"code":"VARCHAR","countries":["VARCHAR"]}]') as groups)
  )
)
group by country`,
};

/** SQL for the group of a nationality, joined as `g`: `_U` where it is not stated, `other` where no group names it. */
export function citizenshipGroup(nationality: string): string {
  return `case when ${nationality} is null then '_U' else coalesce(g.citizenship_group, 'other') end`;
}

/** SQL that keeps the days of the wanted period; all days where none was asked for. */
export function inPeriod(day: string): string {
  return `($from is null or ${day} >= $from::date) and ($to is null or ${day} <= $to::date)`;
}

/** Numbers of events that a later event corrects. Numbers are an agency's own: another agency's event 17 is another event. */
export const corrected: MeasureStep = {
  name: 'corrected',
  describe: 'Events that a later event of the same agency corrects.',
  sql: `select distinct d.agency, m.corrects as source_record_id
from border_movement_rows m
left join delivery d on d.delivery_id = m.delivery_id
where m.corrects is not null`,
};

/**
 * Admitted crossings as recorded, each event at its latest correction. Refused persons did not enter; a person referred to a
 * second inspection is counted, since a refusal after it is an event of its own.
 */
const recorded: MeasureStep = {
  name: 'recorded',
  isKept: true,
  describe:
    'Crossings of our own border that took place: refusals left out, corrected events replaced by their corrections, movements at ports of other countries left to these.',
  sql: `select
  m.record_id,
  m.delivery_id,
  m.source_sheet,
  m.source_row,
  ${travellerKey('m')} as traveller,
  ${isIdentified('m')} as is_identified,
  m.nationality,
  ${citizenshipGroup('m.nationality')} as citizenship_group,
  coalesce(m.port, '_U') as port,
  coalesce(m.direction, '_U') as direction,
  coalesce(m.mode, '_U') as mode,
  coalesce(m.purpose, '_U') as purpose,
  coalesce(m.capture_source, '_U') as capture_source,
  m.crossed_on,
  m.crossed_at,
  strftime(m.crossed_on, '%Y-%m') as month,
  strftime(m.crossed_on, '%Y') as year,
  m.permit_number,
  m.authorised_until
from border_movement_rows m
left join group_of_country g on g.country = m.nationality
left join delivery d on d.delivery_id = m.delivery_id
where m.decision is distinct from 'refused'
  and m.crossed_on is not null
  and m.port is distinct from '_O'
  and not exists (
    select 1
    from corrected c
    where c.source_record_id = m.source_record_id
      and c.agency is not distinct from d.agency
  )`,
};

/** Nobody goes through one port twice in one direction, and back between, in so few minutes. */
const minutesOfOneCrossing = 10;

const repeated: MeasureStep = {
  name: 'repeated',
  isKept: true,
  describe: `Second recordings of one crossing: the same traveller at the same port, going the same way, at most ${minutesOfOneCrossing} minutes after the recording before.`,
  sql: `select record_id
from (
  select
    record_id,
    crossed_at - lag(crossed_at) over (partition by traveller, port, direction, crossed_on order by crossed_at, record_id) as since
  from recorded
  semi join (
    select traveller, port, direction, crossed_on
    from recorded
    where is_identified and crossed_at is not null
    group by traveller, port, direction, crossed_on
    having count(*) > 1
  ) using (traveller, port, direction, crossed_on)
  where is_identified and crossed_at is not null
)
where since <= to_minutes(${minutesOfOneCrossing})`,
};

const movements: MeasureStep = {
  name: 'movements',
  describe: 'Movements: recorded crossings, each once.',
  sql: `from recorded anti join repeated using (record_id)`,
};

/** Steps to `movements`, for measures that look beyond the period (pairing arrivals with departures). */
export const movementSteps: readonly MeasureStep[] = [groupOfCountry, corrected, recorded, repeated, movements];

const crossingDimensions = [
  'port',
  'direction',
  'citizenship_group',
  'mode',
  'purpose',
  'capture_source',
  'month',
  'year',
] as const;

/**
 * Steps to `facts` with one row a movement of the period, coded for the port tables, and on to `numbered`, which all of these
 * tables count: kept, so that codes and travellers are numbered once.
 */
export const crossingFacts: readonly MeasureStep[] = [
  ...movementSteps,
  {
    name: 'facts',
    describe: 'The movements of the period, each with its month and year.',
    sql: `select
  record_id, delivery_id, source_sheet, source_row, traveller as traveller_key, is_identified, citizenship_group, port, direction,
  mode, purpose, capture_source, month, year, month as period
from movements
where ${inPeriod('crossed_on')}`,
  },
  {
    name: 'number_of_traveller',
    describe: 'The travellers among the facts, numbered.',
    sql: `select traveller_key, row_number() over (order by traveller_key)::uinteger as traveller
from (select distinct traveller_key from facts)`,
  },
  ...numberSteps(crossingDimensions, 'facts.direction, facts.is_identified, number_of_traveller.traveller').map(
    (step) => ({
      ...step,
      isKept: true,
      sql:
        step.name === 'numbered'
          ? `${step.sql}\njoin number_of_traveller on number_of_traveller.traveller_key = facts.traveller_key`
          : step.sql,
    }),
  ),
];
