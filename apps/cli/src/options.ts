import { InvalidArgumentError } from 'commander';

/** Reads an option that takes a whole number of zero or more. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError('A whole number is wanted.');
  return value;
}
