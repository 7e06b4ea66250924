import type { RecordTruth } from '../agency-file.ts';
import type { CaseRecord, CaseRegister } from '../casework.ts';
import type { Country } from '../country.ts';
import { blockOf, type PersonBlock } from '../person-block.ts';
import type { ErrorKind } from '../population-pack.ts';
import { makeRandom, type Random, salt } from '../random.ts';
import { errorShare, spoil } from '../spoil.ts';

/** A case as an office wrote it down. */
export interface SpoiltCase {
  readonly record: CaseRecord;
  readonly block: PersonBlock;
  readonly errors: readonly ErrorKind[];
  /** The office's own number of the line. */
  readonly id: string;
  readonly isDuplicate: boolean;
}

/** Share of cases that stand twice in an office's list. */
export const caseDuplicateShare = 0.015;

/**
 * Orders the cases of a register as an office lists them, numbers them, enters some twice and spoils them. `number` makes
 * the office's own number of the nth line.
 */
export function spoilCases(
  country: Country,
  cases: readonly CaseRecord[],
  options: {
    readonly register: CaseRegister;
    readonly factor: number;
    readonly number: (n: number, record: CaseRecord) => string;
  },
): readonly SpoiltCase[] {
  const random = makeRandom();
  const listed = cases
    .filter((one) => one.register === options.register && one.day <= country.toDay)
    .toSorted((a, b) => a.day - b.day || a.person.index - b.person.index || a.ordinal - b.ordinal);
  const share = errorShare(country.pack.errors, options.factor);
  const out: SpoiltCase[] = [];
  const take = (record: CaseRecord, isDuplicate: boolean): void => {
    const block = blockOf(record.person, record.day);
    const errors = random.chance(share) ? spoil(block, country.pack, random) : [];
    out.push({ record, block, errors, id: options.number(out.length + 1, record), isDuplicate });
  };
  for (const record of listed) {
    random.reset(country.seed, record.person.index * 64 + record.ordinal, salt.layout + 10);
    take(record, false);
    if (random.chance(caseDuplicateShare)) take(record, true);
  }
  return out;
}

/** A source of chance for how one line is laid out. */
export function layoutRandom(country: Country, n: number, file: string): Random {
  const random = makeRandom();
  let name = 0;
  for (const sign of file) name = Math.imul(name, 31) + (sign.codePointAt(0) ?? 0);
  random.reset(country.seed ^ name, n, salt.layout + 20);
  return random;
}

/** The truth on one line. */
export function truthOf(
  one: SpoiltCase,
  at: { readonly file: string; readonly sheet: string; readonly row: number },
): RecordTruth {
  return {
    ...at,
    register: one.record.register,
    sourceRecordId: one.id,
    personId: one.record.person.id,
    crossingId: one.record.crossing,
    isDuplicate: one.isDuplicate,
    errors: one.errors,
  };
}

/** Draws one of several spellings. */
export function anyOf(spellings: readonly string[], random: Random): string {
  return spellings[random.below(spellings.length)] ?? '';
}

/** `1985-02-31` as `31/02/1985`; '' stays ''. */
export function dayMonthYear(iso: string, mark = '/'): string {
  const [year, month, day] = iso.split('-');
  return year && month && day ? `${day}${mark}${month}${mark}${year}` : iso;
}

/** `1985-02-31` as `02/31/1985`. */
export function monthDayYear(iso: string): string {
  const [year, month, day] = iso.split('-');
  return year && month && day ? `${month}/${day}/${year}` : iso;
}

/** English name of a country as an office writes it; now and then another of its spellings. */
export function countryWords(country: Country, code: string, random: Random, variants = 0.1): string {
  if (code === '') return '';
  if (code === country.pack.country) return country.pack.countryName;
  const nationality = country.pack.nationalities.find((one) => one.code === code);
  if (!nationality) return code;
  return random.chance(variants) ? anyOf(nationality.spellings, random) : nationality.name;
}

/** Free text as it was typed: as it is, in capitals, or in small letters. */
export function withCase(text: string, random: Random): string {
  const chance = random.unit();
  return chance < 0.15 ? text.toUpperCase() : chance < 0.22 ? text.toLowerCase() : text;
}
