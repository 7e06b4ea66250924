import type { LevelTest } from './comparison.ts';

/** A test of dates in DuckDB's SQL, over two integers yyyymmdd with zeros for what is not known. */
export function dateTestSql(test: Extract<LevelTest, { is: `date_${string}` }>, l: string, r: string): string {
  switch (test.is) {
    case 'date_swapped':
      return `(${year(l)} = ${year(r)} and not ${isPartial(l)} and ${day(l)} = ${month(r)} and ${month(l)} = ${day(r)})`;
    case 'date_last_figure': {
      const parts = [year, month, day].map((part) => figuresApart(part(l), part(r)));
      return `(not ${isPartial(l)} and not ${isPartial(r)} and ${parts.join(' + ')} = 1)`;
    }
    case 'date_one_edit':
      return `(not ${isPartial(l)} and not ${isPartial(r)} and mismatches(${text(l)}, ${text(r)}) <= 2 and damerau_levenshtein(${text(l)}, ${text(r)}) <= 1)`;
    case 'date_partial': {
      const isOpen = `(${isPartial(l)} or ${isPartial(r)}) and ${hasYear(l)} and ${hasYear(r)} and ${withinYears(l, r, test.years)}`;
      return test.years > 0 ? `(${isOpen})` : `(${isOpen} and ${mayAgree(month, l, r)} and ${mayAgree(day, l, r)})`;
    }
    case 'date_year_and_part':
      return `(${hasYear(l)} and ${withinYears(l, r, 0)} and (${agrees(month, l, r)} or ${agrees(day, l, r)}))`;
    case 'date_month_and_day':
      return `(${agrees(month, l, r)} and ${agrees(day, l, r)})`;
    case 'date_same_year':
      return `(${hasYear(l)} and ${withinYears(l, r, 0)})`;
    case 'date_within_years':
      return `(${hasYear(l)} and ${hasYear(r)} and ${withinYears(l, r, test.years)})`;
  }
}

function year(date: string): string {
  return `${date} // 10000`;
}

function month(date: string): string {
  return `(${date} // 100) % 100`;
}

function day(date: string): string {
  return `${date} % 100`;
}

function text(date: string): string {
  return `lpad(cast(${date} as varchar), 8, '0')`;
}

function hasYear(date: string): string {
  return `${date} >= 10000`;
}

function isPartial(date: string): string {
  return `(${date} < 10000 or ${day(date)} = 0 or ${month(date)} = 0)`;
}

function withinYears(l: string, r: string, years: number): string {
  return `abs(${year(l)} - ${year(r)}) <= ${years}`;
}

/** 0 where two parts are equal, 1 where only their last figures differ, else 2. */
function figuresApart(l: string, r: string): string {
  return `(case when ${l} = ${r} then 0 when (${l}) // 10 = (${r}) // 10 then 1 else 2 end)`;
}

/** Both are known and equal. */
function agrees(part: (date: string) => string, l: string, r: string): string {
  return `(${part(l)} > 0 and ${part(l)} = ${part(r)})`;
}

/** Equal, or one of the two is not known. */
function mayAgree(part: (date: string) => string, l: string, r: string): string {
  return `(${part(l)} = ${part(r)} or ${part(l)} = 0 or ${part(r)} = 0)`;
}
