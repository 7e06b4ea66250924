import type { MeasureParameter, MeasureStep } from '../measure.ts';
import { movementSteps } from './crossings.ts';
import { travellerKey } from './travellers.ts';

/** The rule that flows are counted by, in days; every figure says which. */
export const residenceParameters: readonly MeasureParameter[] = [
  { name: 'window', describe: 'Days after a crossing that are looked at.', default: 487 },
  { name: 'threshold', describe: 'Days of them on the side entered that make a migration.', default: 365 },
];

/** Types of permit whose holders migration statistics leave out (diplomats; UN 1998 Recommendations Rev.1). */
const outsideMigration = ['diplomatic'];

/** Registers that these steps read beside the movements. */
export const residenceUses: readonly string[] = ['residence_permit'];

/** SQL for the person of a record: as linked (`p` is the row of persons joined to it), else by its travel document. */
export const personOf = (p: string, traveller: string): string =>
  `coalesce('P' || ${p}.person_id, 'D' || ${traveller})`;

/**
 * Steps to `residence_flows`: one row a movement of somebody who can be followed, classified by outcome. Persons are those that linkage found;
 * where a record is not linked, its travel document stands for the person.
 */
export const residenceFlowSteps: readonly MeasureStep[] = [
  ...movementSteps,
  {
    name: 'followed',
    describe:
      'Movements of travellers who can be followed: by the person that linkage found, or else by travel document.',
    sql: `select
  m.record_id,
  ${personOf('p', 'm.traveller')} as person_id,
  p.person_id is not null as is_linked,
  m.direction,
  m.crossed_on,
  m.crossed_at
from movements m
left join person_of_record_rows p on p.register = 'border_movement' and p.record_id = m.record_id
where (m.is_identified or p.person_id is not null) and m.direction <> '_U' and m.crossed_on <= $as_of::date`,
  },
  {
    name: 'person_days',
    describe:
      'Days of each person, with the number of movements, of their times, and by how much arrivals outnumber departures.',
    sql: `select
  person_id,
  crossed_on,
  count(*) as movements,
  count(distinct crossed_at) as times,
  sum(case direction when 'arrival' then 1 else -1 end) as net
from followed
group by person_id, crossed_on`,
  },
  {
    name: 'first_of_day',
    describe: 'The direction that came first on days whose times do not tell, if directions alternate.',
    sql: `select
  person_id,
  crossed_on,
  times = movements as is_timed,
  case
    when net > 0 then 'arrival'
    when net < 0 then 'departure'
    when last_value(nullif(sign(net), 0) ignore nulls) over (
      partition by person_id order by crossed_on rows between unbounded preceding and 1 preceding
    ) > 0 then 'departure'
    else 'arrival'
  end as direction
from person_days`,
  },
  {
    name: 'permitted',
    describe: 'Persons with a residence permit granted, and the days for which.',
    sql: `select ${personOf('p', travellerKey('r'))} as person_id, r.valid_from, r.valid_until
from residence_permit_rows r
left join person_of_record_rows p on p.register = 'residence_permit' and p.record_id = r.record_id
where coalesce(r.decision, 'granted') = 'granted' and r.valid_from is not null`,
  },
  {
    name: 'first_statuses',
    describe:
      'Where people lived before the first crossing seen, as far as it tells: a holder of a permit who leaves lived here; a foreigner without one who comes did not, where permits are delivered. Of citizens nothing is assumed: many live abroad and are first seen leaving after a visit.',
    sql: `select
  f.person_id,
  case
    when f.direction = 'departure' and f.nationality <> $country and bool_or(r.person_id is not null) then 'resident'
    when f.direction = 'arrival' and f.nationality <> $country and not bool_or(r.person_id is not null)
      and (select count(*) > 0 from permitted) then 'non_resident'
  end as status
from (
  select f.person_id, f.crossed_on, f.direction, m.nationality
  from followed f
  join movements m on m.record_id = f.record_id
  join first_of_day o on o.person_id = f.person_id and o.crossed_on = f.crossed_on and (o.is_timed or o.direction = f.direction)
  qualify row_number() over (partition by f.person_id order by f.crossed_on, f.crossed_at, f.record_id) = 1
) f
left join permitted r on r.person_id = f.person_id and f.crossed_on between r.valid_from and coalesce(r.valid_until, f.crossed_on)
group by f.person_id, f.direction, f.nationality`,
  },
  {
    name: 'residence_crossings',
    describe: 'Followed movements numbered, with their order within the day: by time, or so that directions alternate.',
    sql: `select
  row_number() over (order by f.crossed_on, f.record_id) - 1 as crossing_no,
  f.record_id,
  f.person_id,
  f.is_linked,
  f.crossed_on,
  f.direction,
  if(
    o.is_timed,
    row_number() over (partition by f.person_id, f.crossed_on order by f.crossed_at, f.record_id),
    2 * row_number() over (partition by f.person_id, f.crossed_on, f.direction order by f.crossed_at, f.record_id)
      + if(f.direction = o.direction, 0, 1)
  ) as in_day,
  coalesce(list_contains([${outsideMigration.map((code) => `'${code}'`).join(', ')}], m.permit_type), false) as is_excluded,
  s.status
from followed f
left join first_statuses s on s.person_id = f.person_id
join first_of_day o on o.person_id = f.person_id and o.crossed_on = f.crossed_on
join border_movement_rows m on m.record_id = f.record_id`,
  },
  {
    name: 'residence_outcomes',
    classifies: { crossings: 'residence_crossings' },
    describe:
      'Each movement classified by outcome: where the person lived before and after it, and whether it was a migration. Missing crossings are put in at the middle of the gap; a start that nobody knows leaves unknown what depends on it.',
    sql: 'from classified',
  },
  {
    name: 'residence_flows',
    isKept: true,
    describe: 'Classified movements with what was recorded of the person at the crossing.',
    sql: `select
  m.record_id,
  m.delivery_id,
  m.source_sheet,
  m.source_row,
  strftime(c.crossed_on, '%Y-%m') as month,
  strftime(c.crossed_on, '%Y') as year,
  strftime(c.crossed_on, '%Y-%m') as period,
  c.crossed_on,
  c.person_id,
  r.is_linked,
  coalesce(m.port, '_U') as port,
  coalesce(m.sex, '_U') as sex,
  ${ageAt('m.date_of_birth', 'c.crossed_on')} as age,
  coalesce(m.nationality, '_U') as citizenship,
  coalesce(m.country_of_birth, '_U') as country_of_birth,
  coalesce(m.country_of_residence, '_U') as country_of_residence,
  coalesce(m.previous_next_country, '_U') as previous_next_country,
  coalesce(m.purpose, '_U') as purpose,
  m.intended_days,
  lead(c.crossed_on) over (partition by c.person_id order by c.crossed_on, r.in_day) as next_on,
  c.direction::varchar as direction,
  c.status_before::varchar as status_before,
  c.status_after::varchar as status_after,
  c.class::varchar as class,
  c.migration::varchar as migration,
  c.imputed,
  c.commuter,
  c.after_gap,
  c.observed_days,
  c.inside_days,
  make_date(year(c.crossed_on) + 1, 1, 1) + $window::integer <= max(c.crossed_on) over () + 1
    and make_date(year(c.crossed_on), 1, 1) >= min(c.crossed_on) over () + $threshold::integer as is_year_final
from residence_outcomes c
join residence_crossings r on r.crossing_no = c.crossing_no
join border_movement_rows m on m.record_id = r.record_id`,
  },
];

/** SQL for the age in completed years on a day; by the year alone where no more of the birth is known. */
export function ageAt(birth: string, day: string): string {
  return `case when regexp_full_match(${birth}, '\\d{4}(-\\d{2}(-\\d{2})?)?') then greatest(0,
    year(${day}) - left(${birth}, 4)::integer - (length(${birth}) > 4 and strftime(${day}, '%m-%d') < rpad(substr(${birth}, 6), 5, '-01'))::integer
  ) end`;
}

/** SQL for the five-year age group of an age (SDMX CL_AGE): `Y0T4` … `Y80T84`, `Y_GE85`; `_U` where it is not known. */
export function ageGroup(age: string): string {
  return `case when ${age} is null then '_U' when ${age} >= 85 then 'Y_GE85' else 'Y' || (${age} // 5 * 5) || 'T' || (${age} // 5 * 5 + 4) end`;
}
