import { dayOf } from './calendar.ts';
import type { Country } from './country.ts';
import { documentNumber } from './document-number.ts';
import type { NamePool, PackNationality } from './population-pack.ts';
import { makeRandom, type Random, salt } from './random.ts';
import type { Segment } from './segment.ts';

export type DocumentType =
  | 'passport'
  | 'national_identity_card'
  | 'temporary_travel_document'
  | 'refugee_travel_document'
  | 'none';

export interface TravelDocument {
  readonly type: DocumentType;
  readonly number: string;
  /** ISO 3166-1 alpha-3; '' without document. */
  readonly issuingState: string;
  /** Day numbers: first and last day of use. */
  readonly validFrom: number;
  readonly expires: number;
}

export interface Person {
  /** 0-based. */
  readonly index: number;
  /** `P0000001` … */
  readonly id: string;
  readonly household: string;
  readonly segment: Segment;
  readonly sex: 'F' | 'M';
  /** Day number. */
  readonly birthDay: number;
  readonly surname: string;
  readonly givenNames: string;
  readonly citizenship: string;
  /** Undefined for citizens. */
  readonly nationality?: PackNationality;
  readonly countryOfBirth: string;
  /** Index in the pack's districts: home, or address in the country. */
  readonly district: number;
  readonly nationalId: string;
  /** In order of use; the second one replaces the first on its `validFrom`. */
  readonly documents: readonly TravelDocument[];
}

/** Persons are made in blocks, so that a household's members are neighbours and know each other's household. */
const blockSize = 12;

const random = makeRandom();
const own = makeRandom();

/** Makes one person of the country, always the same for the same seed. */
export function makePerson(country: Country, index: number): Person {
  const { pack, seed } = country;
  const block = Math.floor(index / blockSize);
  const slot = index % blockSize;
  const { first, size, number } = householdOf(country, block, slot);
  random.reset(seed, block * blockSize + number, salt.household);
  const isCitizen = random.chance(pack.citizens.share);
  const district = drawDistrict(country, random);
  const familyName = random.unit();
  const headAge = 19 + Math.floor(52 * random.unit() ** 1.25);
  const foreignSegment = drawForeignSegment(country, random.unit());
  const nationality = isCitizen ? undefined : drawNationality(country, foreignSegment, random.unit());
  const pools = nationality?.pools ?? pack.citizens.pools;
  const pool = getPool(country, pools[random.below(pools.length)] ?? '');

  own.reset(seed, index, salt.person);
  const place = slot - first;
  const sex: 'F' | 'M' = place === 0 ? (own.chance(0.52) ? 'M' : 'F') : own.chance(0.52) ? 'F' : 'M';
  let age = place === 0 ? headAge : memberAge(headAge, place, size, own);
  let segment = foreignSegment;
  if (isCitizen) segment = drawCitizenSegment(country, sex, age, own.unit());
  else age = Math.min(Math.max(age, segment.ages[0]), segment.ages[1]);
  const birthDay = country.fromDay - Math.floor(age * 365.25) - own.below(365);
  const surname =
    isCitizen && place > 0 && own.chance(0.15) ? pick(pool.surnames, own.unit()) : pick(pool.surnames, familyName);
  const given = sex === 'F' ? pool.female : pool.male;
  let givenNames = pick(given, own.unit());
  const seconds = sex === 'F' ? pool.secondFemale : pool.secondMale;
  if (seconds && own.chance(0.35)) {
    const second = pick(seconds, own.unit());
    if (second !== givenNames) givenNames += ` ${second}`;
  }
  const citizenship = nationality?.code ?? pack.country;
  return {
    index,
    id: personId(index),
    household: `H${String(block * blockSize + number).padStart(7, '0')}`,
    segment,
    sex,
    birthDay,
    surname,
    givenNames,
    citizenship,
    ...(nationality ? { nationality } : {}),
    countryOfBirth: isCitizen && own.chance(0.03) ? pack.neighbour : citizenship,
    district,
    nationalId: isCitizen ? documentNumber(pack.citizens.nationalId, index, seed) : '',
    documents: makeDocuments(country, { index, age, segment, nationality }, own),
  };
}

export function personId(index: number): string {
  return `P${String(index + 1).padStart(7, '0')}`;
}

/** Cuts a block into households of one to six; returns the one that holds the slot. */
function householdOf(country: Country, block: number, slot: number): { first: number; size: number; number: number } {
  random.reset(country.seed, block, salt.layout);
  let first = 0;
  for (let number = 0; ; number += 1) {
    const size = Math.min(blockSize - first, 1 + Math.floor(6 * random.unit() ** 1.2));
    if (slot < first + size) return { first, size, number };
    first += size;
  }
}

function memberAge(headAge: number, place: number, size: number, source: Random): number {
  if (place === 1 && size > 1 && source.chance(0.7)) return Math.max(18, headAge + source.between(-7, 7));
  if (headAge > 50 && source.chance(0.5)) return source.between(18, headAge - 20);
  return Math.max(0, Math.min(headAge - 17, source.below(24)));
}

function drawDistrict(country: Country, source: Random): number {
  const { districts } = country.pack;
  let total = 0;
  for (const district of districts) total += district.population;
  let rest = source.unit() * total;
  for (let i = 0; i < districts.length; i += 1) {
    rest -= districts[i]?.population ?? 0;
    if (rest < 0) return i;
  }
  return districts.length - 1;
}

function drawCitizenSegment(country: Country, sex: 'F' | 'M', age: number, chance: number): Segment {
  let rest = chance;
  let atHome: Segment | undefined;
  for (const segment of country.citizenSegments) {
    if (segment.schedule.kind === 'stays') atHome = segment;
    else if ((segment.sex === undefined || segment.sex === sex) && age >= segment.ages[0] && age <= segment.ages[1]) {
      rest -= segment.share;
      if (rest < 0) return segment;
    }
  }
  if (!atHome) throw new RangeError('the pack needs a segment of citizens that stays at home');
  return atHome;
}

function drawForeignSegment(country: Country, chance: number): Segment {
  let total = 0;
  for (const segment of country.foreignSegments) total += segment.share;
  let rest = chance * total;
  for (const segment of country.foreignSegments) {
    rest -= segment.share;
    if (rest < 0) return segment;
  }
  const last = country.foreignSegments.at(-1);
  if (!last) throw new RangeError('the pack needs a segment of foreigners');
  return last;
}

function drawNationality(country: Country, segment: Segment, chance: number): PackNationality {
  const weights = Object.entries(segment.nationalities ?? {});
  let total = 0;
  for (const [, weight] of weights) total += weight;
  let rest = chance * total;
  for (const [code, weight] of weights) {
    rest -= weight;
    const nationality = rest < 0 ? country.pack.nationalities.find((one) => one.code === code) : undefined;
    if (nationality) return nationality;
  }
  throw new RangeError(`segment ${segment.id}: nationalities that the pack does not describe`);
}

function getPool(country: Country, id: string): NamePool {
  const pool = country.pack.namePools[id];
  if (!pool) throw new RangeError(`the pack has no pool of names "${id}"`);
  return pool;
}

/** Draws with a lean to the beginning of the list, as common names are common. */
function pick(names: readonly string[], chance: number): string {
  return names[Math.floor(names.length * chance ** 1.5)] ?? '';
}

function makeDocuments(
  country: Country,
  about: {
    readonly index: number;
    readonly age: number;
    readonly segment: Segment;
    readonly nationality: PackNationality | undefined;
  },
  source: Random,
): readonly TravelDocument[] {
  const { pack, seed, fromDay, toDay } = country;
  const { index, nationality, segment } = about;
  const long = source.between(0, 3200);
  const validFrom = fromDay - long;
  const ordinal = index * 2;
  const issuingState = nationality?.code ?? pack.country;
  if (segment.schedule.kind === 'asylum' && source.chance(0.45)) {
    return [{ type: 'none', number: '', issuingState: '', validFrom, expires: toDay + 3650 }];
  }
  const worksAbroad = segment.schedule.kind !== 'trips' && segment.schedule.kind !== 'stays';
  const hasPassport = nationality !== undefined || source.chance(worksAbroad ? 0.97 : pack.citizens.passportShare);
  if (!hasPassport) {
    if (about.age < 16 || source.chance(0.12)) {
      return [{ type: 'none', number: '', issuingState: '', validFrom, expires: toDay + 3650 }];
    }
    const number = documentNumber(pack.citizens.nationalId, index, seed);
    return [{ type: 'national_identity_card', number, issuingState, validFrom, expires: toDay + 3650 - long }];
  }
  const pattern = nationality?.passport ?? pack.citizens.passport;
  const first: TravelDocument = {
    type: 'passport',
    number: documentNumber(pattern, ordinal, seed),
    issuingState,
    validFrom,
    expires: validFrom + 3652,
  };
  const isReissued = source.chance(pack.citizens.reissueShare) || (first.expires <= toDay && first.expires > fromDay);
  if (!isReissued) return [first];
  const reissued = Math.min(first.expires - source.below(60), source.between(fromDay + 20, toDay));
  const number = documentNumber(pattern, ordinal + 1, seed);
  return [
    { ...first, expires: Math.max(first.expires, reissued) },
    { type: 'passport', number, issuingState, validFrom: Math.max(fromDay + 1, reissued), expires: reissued + 3652 },
  ];
}

/** The document a person carries on a day; none where there is none. */
export function documentOn(person: Person, day: number): TravelDocument {
  const latest = person.documents.findLast((document) => document.validFrom <= day) ?? person.documents[0];
  return latest ?? { type: 'none', number: '', issuingState: '', validFrom: 0, expires: dayOf('2099-12-31') };
}
