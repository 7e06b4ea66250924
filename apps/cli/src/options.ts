import { InvalidArgumentError } from 'commander';

/** Reads an option that takes a whole number of zero or more. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError('A whole number is wanted.');
  return value;
}

/** Reads a port: 0 (any free one) to 65535. */
export function portNumber(text: string): number {
  const value = wholeNumber(text);
  if (value > 65_535) throw new InvalidArgumentError('Ports go up to 65535.');
  return value;
}

/** Reads a day, `YYYY-MM-DD`. */
export function calendarDay(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
  if (!isDay) throw new InvalidArgumentError('A day is wanted, such as 2025-12-31.');
  return text;
}

/** Reads a number of people to be invented: enough that a country can be made of them. */
export function peopleNumber(text: string): number {
  const value = wholeNumber(text);
  if (value < 50) throw new InvalidArgumentError('At least 50 people are needed.');
  return value;
}
