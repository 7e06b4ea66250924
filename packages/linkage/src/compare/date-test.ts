/** Dates here are numbers, year * 10000 + month * 100 + day, with zeros for what is not known. */

export function isPartial(date: number): boolean {
  return date < 10000 || date % 100 === 0 || Math.trunc(date / 100) % 100 === 0;
}

/** The same year, with day and month exchanged. */
export function daysSwapped(a: number, b: number): boolean {
  if (Math.trunc(a / 10000) !== Math.trunc(b / 10000) || isPartial(a)) return false;
  return a % 100 === Math.trunc(b / 100) % 100 && Math.trunc(a / 100) % 100 === b % 100;
}

/** Whether month and day agree; with `unknownAgrees`, what is not known does not disagree. */
export function partsEqual(a: number, b: number, unknownAgrees: boolean): boolean {
  return (
    partEqual(Math.trunc(a / 100) % 100, Math.trunc(b / 100) % 100, unknownAgrees) &&
    partEqual(a % 100, b % 100, unknownAgrees)
  );
}

function partEqual(a: number, b: number, unknownAgrees: boolean): boolean {
  return a === b || (unknownAgrees && (a === 0 || b === 0));
}

/** The years are no further apart than so many; both must be known. */
export function withinYears(a: number, b: number, years: number): boolean {
  return Math.abs(Math.trunc(a / 10000) - Math.trunc(b / 10000)) <= years;
}

/** Both months are known and equal. */
export function sameMonth(a: number, b: number): boolean {
  const month = Math.trunc(a / 100) % 100;
  return month > 0 && month === Math.trunc(b / 100) % 100;
}

/** Both days of the month are known and equal. */
export function sameDay(a: number, b: number): boolean {
  return a % 100 > 0 && a % 100 === b % 100;
}

/** Both are known in full, and differ in the last figure of one part alone. */
export function lastFigureDiffers(a: number, b: number): boolean {
  if (isPartial(a) || isPartial(b)) return false;
  const year =
    Math.trunc(a / 10000) === Math.trunc(b / 10000) ? 0 : Math.trunc(a / 100000) === Math.trunc(b / 100000) ? 1 : 2;
  const month = partDiffers(Math.trunc(a / 100) % 100, Math.trunc(b / 100) % 100);
  return year + month + partDiffers(a % 100, b % 100) === 1;
}

/** 0 where two parts are equal, 1 where only their last figures differ, else 2. */
function partDiffers(a: number, b: number): number {
  return a === b ? 0 : Math.trunc(a / 10) === Math.trunc(b / 10) ? 1 : 2;
}
