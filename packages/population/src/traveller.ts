import { permitsOf } from './casework.ts';
import type { Country } from './country.ts';
import type { Itinerary } from './itinerary.ts';
import type { Person } from './person.ts';
import { blockOf, type PersonBlock } from './person-block.ts';

/**
 * Columns of the border system that do not change from crossing to crossing, from a day on, as CSV in UTF-8: bytes, because
 * they are copied into every row of the person.
 */
export interface TravellerText {
  readonly from: number;
  /** Document, expiry, names, nationality, sex, birth. */
  readonly identity: Buffer;
  /** Countries of birth and residence, permit, visa class, district; begins with a comma. */
  readonly standing: Buffer;
}

/** What the border system writes of one person at every crossing. */
export interface Traveller {
  readonly texts: readonly TravellerText[];
  readonly lane: string;
  readonly purposeIn: string;
  readonly purposeOut: string;
  /** True for foreigners who are granted a number of days at each arrival. */
  readonly isVisitor: boolean;
  readonly plate: string;
}

/** Document, names, nationality, sex and birth in the order of the border system's columns. */
export function identityText(block: PersonBlock): string {
  return `${block.documentType.toUpperCase()},${block.documentNumber},${block.documentIssuingState},${block.documentExpires},${block.surname},${block.givenNames},${block.nationality},${block.hasCodeVariant ? (block.sex === 'F' ? 'Female' : block.sex === 'M' ? 'Male' : '') : block.sex},${block.dateOfBirth}`;
}

export function makeTraveller(country: Country, person: Person, itinerary: Itinerary): Traveller {
  const { pack } = country;
  const { segment } = person;
  const isCitizen = segment.population === 'citizen';
  const permits = permitsOf(country, person, itinerary);
  const changes = new Set<number>([Number.NEGATIVE_INFINITY]);
  for (const document of person.documents.slice(1)) changes.add(document.validFrom);
  for (const migration of itinerary.migrations) changes.add(migration.day);
  for (const permit of permits) changes.add(permit.validFrom);
  const district = pack.districts[person.district]?.code ?? '';
  const texts = [...changes]
    .toSorted((a, b) => a - b)
    .map((from): TravellerText => {
      const day = Math.max(from, country.fromDay - 100);
      const moved = itinerary.migrations.filter((migration) => migration.day < day).at(-1);
      const isResident = moved ? moved.direction === 'immigration' : itinerary.isResidentAtStart;
      const residence = isResident ? pack.country : isCitizen ? pack.neighbour : person.citizenship;
      const permit = permits.findLast((one) => one.validFrom <= day);
      const visa = isCitizen || permit ? '' : person.nationality?.needsVisa ? 'E-VISA' : 'VISA-FREE';
      return {
        from,
        identity: Buffer.from(identityText(blockOf(person, day))),
        standing: Buffer.from(
          `,${person.countryOfBirth},${residence},${permit?.number ?? ''},${permit?.type.code ?? ''},${visa},${isCitizen || permit || person.index % 3 > 0 ? district : ''}`,
        ),
      };
    });
  const isCommuter = segment.lane === 'commuter' || segment.lane === 'truck';
  return {
    texts,
    lane: (segment.lane ?? 'general').toUpperCase(),
    purposeIn: !isCitizen || isCommuter || !itinerary.isResidentAtStart ? segment.purpose : '4',
    purposeOut: isCitizen && !itinerary.isResidentAtStart && segment.purpose === '4' ? '1.2' : segment.purpose,
    isVisitor: segment.schedule.kind === 'trips' && !isCitizen,
    plate: `${String.fromCharCode(65 + (person.index % 10))}${String.fromCharCode(65 + (person.index % 23))} ${1000 + ((person.index * 37) % 9000)}`,
  };
}

const nobody: TravellerText = { from: 0, identity: Buffer.from(',,,,,,,,'), standing: Buffer.from(',,,,,,') };

/** The text that holds on a day. */
export function textOn(traveller: Traveller | undefined, day: number): TravellerText {
  const texts = traveller?.texts ?? [];
  for (let i = texts.length - 1; i > 0; i -= 1) {
    const text = texts[i];
    if (text && text.from <= day) return text;
  }
  return texts[0] ?? nobody;
}

/** Days granted to a visitor at an arrival; the day of entry counts as day 1. */
export function grantedDays(stay: number, overstays: boolean): number {
  return overstays ? Math.max(14, stay + 1) : stay < 30 ? 30 : stay + 1;
}
