import { type CrossingClass, classifiedColumns } from './classified-table.ts';

/** Added to days since 1970-01-01 so that packed days are never negative. */
export const DAY_OFFSET = 1_000_000;

/**
 * SQL for the columns of `classified` from `crossing_no`, `person_id`, `packed` (see `sortedCrossings`), `end_day`, `first` and
 * `second` (see `packOutcomes`).
 */
export const unpackedColumns = `
  crossing_no,
  person_id,
  if((packed & 7) = 4, null, make_date((packed >> 7) - ${DAY_OFFSET})) as crossed_on,
  if((packed & 7) = 3, null, if((packed & 64) > 0, ${side('arrival')}, ${side('departure')})) as direction,
  ${coded('first >> 24', 'status_before', ['non_resident', 'resident', 'unknown'])} as status_before,
  ${coded('first >> 26', 'status_after', ['non_resident', 'resident', 'unknown'])} as status_after,
  ${coded('first >> 28', 'migration', ['no', 'yes', 'unknown'])} as migration,
  case
    when ((first >> 28) & 3) = 1 then if((packed & 64) > 0, ${crossing('migrant_arrival')}, ${crossing('migrant_departure')})
    when ((first >> 28) & 3) = 2 then ${crossing('provisional')}
    when (packed & 64) > 0 and ((first >> 24) & 3) = 0 then ${crossing('visitor_arrival')}
    when (packed & 64) > 0 and ((first >> 26) & 3) = 1 then ${crossing('resident_traveller_arrival')}
    when (packed & 64) = 0 and ((first >> 26) & 3) = 0 then ${crossing('visitor_departure')}
    when (packed & 64) = 0 and ((first >> 24) & 3) = 1 then ${crossing('resident_traveller_departure')}
    else ${crossing('provisional')}
  end as class,
  ${final('first & 4095')} as status_before_final_on,
  ${final('(first >> 12) & 4095')} as status_after_final_on,
  ${final('second & 4095')} as migration_final_on,
  ((second >> 24) & 1) > 0 as imputed,
  if((packed & 7) > 1, 0, greatest(0, least($window::integer, end_day - (packed >> 7)))) as observed_days,
  (second >> 12) & 4095 as inside_days,
  ((second >> 25) & 1) > 0 as commuter,
  ((second >> 26) & 1) > 0 as after_gap,
  case second >> 27 when 0 then null when 5 then 99 else second >> 27 end as error_code`;

type Column = 'status_before' | 'status_after' | 'migration' | 'direction' | 'class';

function coded(bits: string, column: Column, values: readonly string[]): string {
  const cases = values.map((value, code) => `when ${code} then ${constant(value, column)}`);
  return `case (${bits}) & 3 ${cases.join(' ')} end`;
}

function crossing(value: CrossingClass): string {
  return constant(value, 'class');
}

function side(value: string): string {
  return constant(value, 'direction');
}

// A constant of the column's own type is folded once; casting text to it would look every row up.
function constant(value: string, column: Column): string {
  return `'${value}'::${classifiedColumns[column]}`;
}

function final(days: string): string {
  return `if((${days}) = 4095, null, make_date((packed >> 7) - ${DAY_OFFSET} + (${days})))`;
}
