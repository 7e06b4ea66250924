import { isoOf } from './calendar.ts';
import type { Country } from './country.ts';
import { documentNumber } from './document-number.ts';
import { fate, type Itinerary, modeAt } from './itinerary.ts';
import type { Person } from './person.ts';
import type { PackCode, PackOccupation } from './population-pack.ts';
import { makeRandom, type Random, salt } from './random.ts';
import type { Paper } from './segment.ts';

export type CaseRegister = Paper | 'refused_entry';

/** One file that an office keeps on a person. Facts are true; each agency's layout spoils and shapes them in its own way. */
export interface CaseRecord {
  readonly register: CaseRegister;
  readonly person: Person;
  /** Nth case of the person, for a stream of chance of its own. */
  readonly ordinal: number;
  /** Day number by which the office orders its list. */
  readonly day: number;
  /** `P0000001-0003` where the case belongs to a crossing or an attempt. */
  readonly crossing: string;
  /** Field name of the register to its true value; dates as ISO text, codes of the common classifications. */
  readonly facts: Readonly<Record<string, string>>;
}

const random = makeRandom();

/** Name of a person's nth crossing in the truth. */
export function crossingId(person: Pick<Person, 'id'>, crossing: number): string {
  return `${person.id}-${String(crossing).padStart(4, '0')}`;
}

/** Draws by weight. */
export function drawWeighted<T extends { readonly weight: number }>(
  items: readonly T[],
  source: Random,
): T | undefined {
  let total = 0;
  for (const item of items) total += item.weight;
  let rest = source.unit() * total;
  for (const item of items) {
    rest -= item.weight;
    if (rest < 0) return item;
  }
  return items.at(-1);
}

const grounds = makeRandom();

/** Why an attempt to enter was refused; the border system and the list of refusals agree on it. */
export function refusalGroundOf(country: Country, person: number, crossing: number): string {
  grounds.reset(country.seed, Math.imul(person, 4099) + crossing, salt.casework + 200);
  return drawWeighted(country.pack.refusalGrounds, grounds)?.code ?? '';
}

/** The permits of one person, as the border sees them too. */
export interface Permit {
  readonly number: string;
  readonly type: PackCode;
  readonly validFrom: number;
  readonly validUntil: number;
  readonly isRenewal: boolean;
}

export function permitsOf(country: Country, person: Person, itinerary: Itinerary): readonly Permit[] {
  const papers = person.segment.papers ?? [];
  if (!papers.includes('residence_permit')) return [];
  random.reset(country.seed, person.index, salt.casework + 100);
  const type = permitTypeOf(country, person);
  if (!type) return [];
  const arrival = itinerary.isResidentAtStart ? undefined : itinerary.migrations[0]?.day;
  let validFrom = arrival === undefined ? country.fromDay - random.between(30, 700) : arrival + random.between(5, 60);
  const permits: Permit[] = [];
  const length = type.code === 'indefinite' ? 36_500 : type.code === 'study' ? 365 : 730;
  for (let n = 0; validFrom <= country.toDay; n += 1) {
    const validUntil = validFrom + length - 1;
    permits.push({
      number: documentNumber('RP#######', person.index * 4 + n, country.seed),
      type,
      validFrom,
      validUntil,
      isRenewal: n > 0,
    });
    // One in eight lets it lapse.
    if (n === 3 || random.chance(0.12)) break;
    validFrom = validUntil + 1 + random.below(20);
  }
  return permits;
}

function permitTypeOf(country: Country, person: Person): PackCode | undefined {
  const { permitTypes } = country.pack;
  const age = (country.fromDay - person.birthDay) / 365.25;
  if (person.segment.purpose === '1.3') return permitTypes.find((type) => type.code === 'study');
  if (age < 18) return permitTypes.find((type) => type.code === 'joining_relative');
  return drawWeighted(
    permitTypes.filter((type) => type.code !== 'study'),
    random,
  );
}

/** All cases of one person. `itinerary` must hold the person's travel. */
export function caseworkOf(country: Country, person: Person, itinerary: Itinerary): readonly CaseRecord[] {
  const cases: CaseRecord[] = [];
  const papers = person.segment.papers ?? [];
  const permits = permitsOf(country, person, itinerary);
  random.reset(country.seed, person.index, salt.casework);
  const add = (register: CaseRegister, day: number, crossing: string, facts: Record<string, string>): void => {
    cases.push({ register, person, ordinal: cases.length, day, crossing, facts });
  };
  if (papers.includes('visa') && person.nationality?.needsVisa) addVisas(country, person, itinerary, add);
  for (const permit of permits) addPermit(permit, add);
  if (papers.includes('work_permit')) addWorkPermits(country, person, permits, add);
  if (papers.includes('asylum_case')) addAsylum(country, person, itinerary, add);
  for (let i = 0; i < itinerary.length; i += 1) {
    const special = itinerary.fate[i] ?? 0;
    const day = country.fromDay + Math.floor((itinerary.minute[i] ?? 0) / 1440);
    const port = country.pack.ports[itinerary.port[i] ?? 0]?.code ?? '';
    const id = crossingId(person, i);
    if (special === fate.refused && random.chance(0.92)) {
      const refusal_ground = refusalGroundOf(country, person.index, i);
      add('refused_entry', day, id, { port, refused_on: isoOf(day), mode: modeAt(itinerary, i), refusal_ground });
    }
    if (special === fate.removed) {
      const ground = random.chance(0.7)
        ? country.pack.removalGrounds[0]
        : drawWeighted(country.pack.removalGrounds, random);
      add('removal', day, id, {
        removed_on: isoOf(day),
        port,
        removal_ground: ground?.code ?? '',
        destination: person.citizenship,
      });
    }
    if (special === fate.returned) {
      add('return_case', day, id, {
        returned_on: isoOf(day),
        port,
        returned_from: country.pack.neighbour,
        return_type: 'forced',
        programme: '',
        district: country.pack.districts[person.district]?.code ?? '',
      });
    }
  }
  const homecoming = itinerary.migrations.find((migration) => migration.kind === 'return_migrant');
  if (homecoming && papers.includes('return_case') && random.chance(0.45)) {
    const type = random.chance(0.3) ? 'assisted_voluntary' : random.chance(0.3) ? 'voluntary' : 'spontaneous';
    add('return_case', homecoming.day, '', {
      returned_on: isoOf(homecoming.day),
      port: '',
      returned_from: country.pack.neighbour,
      return_type: type,
      programme: type === 'assisted_voluntary' ? 'AVRR' : '',
      district: country.pack.districts[person.district]?.code ?? '',
    });
  }
  return cases;
}

type Add = (register: CaseRegister, day: number, crossing: string, facts: Record<string, string>) => void;

function addVisas(country: Country, person: Person, itinerary: Itinerary, add: Add): void {
  const type = drawWeighted(country.pack.visaTypes, random);
  const isWork = person.segment.purpose === '3';
  let issued = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < itinerary.length && issued < 6; i += 1) {
    if (itinerary.arrival[i] !== 1 || itinerary.fate[i] === fate.refused) continue;
    const arrival = country.fromDay + Math.floor((itinerary.minute[i] ?? 0) / 1440);
    if (arrival <= until) continue;
    const applied = arrival - random.between(12, 60);
    const decided = applied + random.between(2, 11);
    const isMultiple = random.chance(0.3);
    const facts = {
      visa_type: type?.code ?? '',
      purpose: isWork ? '3' : person.segment.purpose,
      applied_on: isoOf(applied),
      place_of_issue: country.pack.missions[random.below(country.pack.missions.length)] ?? '',
      entries: isMultiple ? 'multiple' : 'single',
    };
    if (random.chance(0.08)) {
      const refusedOn = applied - random.between(5, 30);
      add('visa', applied - 40, '', {
        ...facts,
        applied_on: isoOf(applied - 40),
        decided_on: isoOf(refusedOn),
        decision: 'refused',
      });
    }
    until = decided + (isMultiple ? 180 : 90);
    add('visa', applied, crossingId(person, i), {
      ...facts,
      visa_number: documentNumber('LS########', person.index * 8 + issued, country.seed),
      decided_on: isoOf(decided),
      decision: 'granted',
      valid_from: isoOf(decided),
      valid_until: isoOf(until),
      granted_days: isMultiple ? '90' : '30',
    });
    issued += 1;
    if (person.segment.schedule.kind === 'migration') break;
  }
  if (issued === 0 && random.chance(0.5)) {
    const applied = country.fromDay + random.below(country.toDay - country.fromDay + 1);
    const decision = random.chance(0.5) ? 'pending' : random.chance(0.5) ? 'withdrawn' : 'refused';
    add('visa', applied, '', {
      visa_type: type?.code ?? '',
      purpose: person.segment.purpose,
      applied_on: isoOf(applied),
      decision,
      ...(decision === 'pending' ? {} : { decided_on: isoOf(applied + random.between(3, 20)) }),
      place_of_issue: 'Online',
      entries: 'single',
    });
  }
}

function addPermit(permit: Permit, add: Add): void {
  const applied = permit.validFrom - random.between(14, 80);
  add('residence_permit', permit.validFrom, '', {
    permit_number: permit.number,
    permit_type: permit.type.code,
    applied_on: isoOf(applied),
    decided_on: isoOf(Math.max(applied + 5, permit.validFrom - random.between(1, 9))),
    decision: 'granted',
    valid_from: isoOf(permit.validFrom),
    valid_until: permit.type.code === 'indefinite' ? '' : isoOf(permit.validUntil),
    is_renewal: permit.isRenewal ? 'true' : 'false',
  });
}

function addWorkPermits(country: Country, person: Person, permits: readonly Permit[], add: Add): void {
  const age = (country.fromDay - person.birthDay) / 365.25;
  if (age < 19 || !random.chance(0.85)) return;
  const job: PackOccupation | undefined = drawWeighted(country.pack.occupations, random);
  const employer = country.pack.employers[random.below(country.pack.employers.length)] ?? '';
  for (const [n, permit] of permits.entries()) {
    const validFrom = permit.validFrom + random.between(-20, 40);
    if (validFrom > country.toDay) continue;
    const isRefused = n === 0 && random.chance(0.06);
    add('work_permit', validFrom, '', {
      permit_number: documentNumber('WP#######', person.index * 4 + n, country.seed),
      permit_type: country.pack.workPermitType,
      applied_on: isoOf(validFrom - random.between(20, 90)),
      decided_on: isoOf(validFrom - random.between(1, 15)),
      decision: isRefused ? 'refused' : 'granted',
      valid_from: isoOf(validFrom),
      valid_until: isoOf(validFrom + random.between(1, 2) * 365),
      is_renewal: permit.isRenewal ? 'true' : 'false',
      occupation_title: job?.titles[random.below(job.titles.length)] ?? '',
      occupation: job?.isco ?? '',
      industry: job?.isic ?? '',
      employer_name: employer,
    });
  }
}

function addAsylum(country: Country, person: Person, itinerary: Itinerary, add: Add): void {
  const arrival = itinerary.migrations[0]?.day;
  const past = Math.max(country.fromDay - random.between(60, 2600), person.birthDay + 5500);
  const applied = Math.min(country.toDay, arrival === undefined ? past : arrival + random.between(1, 40));
  const decided = applied + random.between(60, 540);
  const isDecided = decided <= country.toDay;
  const chance = random.unit();
  const decision = !isDecided
    ? 'pending'
    : chance < 0.62
      ? 'recognised'
      : chance < 0.68
        ? 'complementary'
        : chance < 0.9
          ? 'rejected'
          : 'otherwise_closed';
  const status = !isDecided
    ? 'asylum_seeker'
    : decision === 'rejected'
      ? 'rejected'
      : decision === 'otherwise_closed'
        ? 'closed'
        : 'refugee';
  add('asylum_case', applied, arrival === undefined || itinerary.length === 0 ? '' : crossingId(person, 0), {
    case_number: documentNumber('LSO/RSD/#######', person.index, country.seed),
    persons_in_case: String(1 + random.below(4)),
    applied_on: isoOf(applied),
    status,
    decision,
    decided_on: isDecided ? isoOf(decided) : '',
    district: country.pack.districts[random.chance(0.7) ? 0 : person.district]?.code ?? '',
    ended_on: status === 'closed' ? isoOf(Math.min(country.toDay, decided)) : '',
    end_reason: status === 'closed' ? 'Left the country' : '',
  });
}
