import type { MeasureStep } from '../measure.ts';
import { inPeriod } from './crossings.ts';
import { journeySteps, observedUntil } from './journeys.ts';
import { travellerKey } from './travellers.ts';

function permitColumns(register: string, number: string, days: string): string {
  return `select
    ${travellerKey('p')} as traveller,
    p.${number} as permit_number,
    coalesce(p.decision, 'granted') as decision,
    p.applied_on,
    coalesce(p.decided_on, p.valid_from) as decided_on,
    p.valid_from,
    p.valid_until,
    ${days} as granted_days
  from ${register}_rows p
  where p.document_number is not null or p.${number} is not null`;
}

/**
 * Steps to `facts` with one row a stay of a foreigner whose authorised end has passed: its month of expected departure
 * and what became of it. `authorised_until` is the one recorded at the border, else min(permit end, entry + granted days − 1),
 * the day of entry counting as day 1; a decision during the stay replaces it; an application pending suspends it.
 */
export const stayFacts: readonly MeasureStep[] = [
  ...journeySteps,
  observedUntil,
  {
    name: 'permits',
    describe: 'Visas and permits, granted or pending, with the traveller who holds them.',
    sql: `${permitColumns('visa', 'visa_number', 'p.granted_days')}
  union all
  ${permitColumns('residence_permit', 'permit_number', 'null')}
  union all
  ${permitColumns('work_permit', 'permit_number', 'null')}`,
  },
  {
    name: 'arrivals',
    describe: 'Arrivals of foreigners, each with the exit that followed it and what was authorised at the border.',
    sql: `select
  record_id,
  delivery_id,
  source_sheet,
  source_row,
  traveller,
  citizenship_group,
  permit_number,
  authorised_until as stamped_until,
  crossed_on as entered_on,
  case when next_direction = 'departure' then next_on end as left_on,
  coalesce(next_direction = 'arrival', false) as entered_again
from journeys
where direction = 'arrival'
  and nationality is not null
  and nationality <> $country`,
  },
  {
    name: 'entry_limits',
    describe: 'Where the border recorded no limit: the latest that a visa or permit valid on entry allows.',
    sql: `select
  record_id,
  max(least(valid_until, entered_on + granted_days - 1)) as permitted_until
from (
  select a.record_id, a.entered_on, p.decision, p.decided_on, p.valid_from, p.valid_until, p.granted_days
  from arrivals a
  join permits p on p.traveller = a.traveller
  where a.stamped_until is null
  union all
  select a.record_id, a.entered_on, p.decision, p.decided_on, p.valid_from, p.valid_until, p.granted_days
  from arrivals a
  join permits p on p.permit_number = a.permit_number
  where a.stamped_until is null
)
where decision = 'granted'
  and coalesce(decided_on, entered_on) <= entered_on
  and coalesce(valid_from, entered_on) <= entered_on
  and valid_until >= entered_on
group by record_id`,
  },
  {
    name: 'decisions',
    describe: 'The last extension or change of status decided during the stay, and whether an application was pending.',
    sql: `select
  a.record_id,
  arg_max(p.valid_until, p.decided_on) filter (
    p.decision = 'granted' and p.decided_on > a.entered_on and p.valid_until >= p.decided_on
  ) as extended_until,
  bool_or(p.decision = 'pending' and p.applied_on >= a.entered_on) as has_pending,
  min(p.applied_on) filter (p.decision = 'pending' and p.applied_on >= a.entered_on) as pending_since
from arrivals a
join permits p on p.traveller = a.traveller
cross join observation o
where coalesce(p.decided_on, p.applied_on) <= coalesce(a.left_on, o.until)
  and coalesce(p.decided_on, p.applied_on) >= a.entered_on
group by a.record_id`,
  },
  {
    name: 'stays',
    describe: 'Stays with their authorised end; those without any limit are left out.',
    sql: `select
  a.*,
  coalesce(d.extended_until, a.stamped_until, e.permitted_until) as authorised_until,
  coalesce(d.has_pending, false) as has_pending,
  d.pending_since
from arrivals a
left join entry_limits e on e.record_id = a.record_id
left join decisions d on d.record_id = a.record_id
where coalesce(d.extended_until, a.stamped_until, e.permitted_until) is not null`,
  },
  {
    name: 'facts',
    isKept: true,
    describe: 'Stays whose authorised end has passed, by month of expected departure and outcome.',
    sql: `select
  s.record_id,
  s.delivery_id,
  s.source_sheet,
  s.source_row,
  s.traveller,
  s.citizenship_group,
  strftime(s.authorised_until, '%Y-%m') as month,
  strftime(s.authorised_until, '%Y-%m') as period,
  case
    when s.left_on is null and s.entered_again then 'no_exit_entered_again'
    when s.left_on is null then 'no_exit'
    when s.left_on > s.authorised_until then 'left_late'
    else 'left_in_time'
  end as outcome,
  greatest(0, s.left_on - s.authorised_until) as overstay_days
from stays s
cross join observation o
where s.authorised_until < o.until
  and ${inPeriod('s.authorised_until')}
  and not (s.has_pending and s.pending_since <= s.authorised_until and coalesce(s.left_on > s.authorised_until, true))`,
  },
];
