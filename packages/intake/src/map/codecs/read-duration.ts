import { type NumberReading, readNumber } from './read-number.ts';

const units: readonly (readonly [RegExp, number])[] = [
  [/\s*(days?|d|matsatsi|jours?|dias?)\.?$/i, 1],
  [/\s*(weeks?|wks?|libeke|semaines?|semanas?)\.?$/i, 7],
  [/\s*(months?|mths?|mos?|likhoeli|mois|mes(es)?)\.?$/i, 30],
  [/\s*(years?|yrs?|lilemo|ans?|anos?)\.?$/i, 365],
];

/** A length of stay in days; weeks, months (30) and years (365) are turned into days, months and years with a doubt. */
export function readDuration(raw: string, decimalMark: '.' | ','): NumberReading | null {
  for (const [unit, days] of units) {
    if (!unit.test(raw)) continue;
    const number = readNumber(raw.replace(unit, ''), decimalMark);
    if (number === null) return null;
    const text = String(Math.round(Number(number.text) * days));
    return days > 7 ? { text, doubt: 'rounded_duration' } : { text };
  }
  const number = readNumber(raw, decimalMark);
  return number !== null && Number.isInteger(Number(number.text)) ? number : null;
}
