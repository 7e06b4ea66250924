import type { Country } from '../country.ts';
import { fate, type Itinerary, type TrueMigration } from '../itinerary.ts';
import type { Person } from '../person.ts';
import { cross, plan, random, type ScheduleOf } from './crossing.ts';
import { planVisits } from './trips.ts';

/** A change of the country of residence within the period, or none, with visits to the other side. */
export function planMigration(
  country: Country,
  person: Person,
  itinerary: Itinerary,
  schedule: ScheduleOf<'migration'>,
): void {
  const isForeign = person.segment.population === 'foreign';
  const start = country.fromDay - country.planFromDay;
  const end = country.toDay - country.planFromDay;
  const when = random.between(start + 1, end - 1);
  const { move } = schedule;
  if (move === 'lives_abroad') {
    itinerary.isResidentAtStart = false;
    itinerary.isResidentAtEnd = false;
    planVisits(country, itinerary, schedule, { from: 0, to: country.planDays, arrival: true });
  } else if (move === 'emigrates') {
    planVisits(country, itinerary, schedule, { from: 0, to: when, arrival: false });
    cross(country, itinerary, { planDay: when, minute: random.between(400, 1000), arrival: false, stay: 999 });
    note(country, itinerary, { direction: 'emigration', kind: 'emigrant' });
    itinerary.isResidentAtEnd = false;
    planVisits(country, itinerary, schedule, { from: when + 25, to: country.planDays, arrival: true });
  } else if (move === 'settled') {
    itinerary.isResidentAtStart = true;
    itinerary.isResidentAtEnd = true;
    const leaves = random.chance(schedule.leaves ?? 0);
    planVisits(country, itinerary, schedule, { from: 0, to: leaves ? when : country.planDays, arrival: false });
    if (!leaves) return;
    cross(country, itinerary, { planDay: when, minute: random.between(400, 1000), arrival: false, stay: 999 });
    note(country, itinerary, { direction: 'emigration', kind: isForeign ? 'foreigner_leaving' : 'emigrant' });
    itinerary.isResidentAtEnd = false;
  } else {
    itinerary.isResidentAtStart = false;
    itinerary.isResidentAtEnd = true;
    if (move === 'returns') planVisits(country, itinerary, schedule, { from: 0, to: when - 25, arrival: true });
    cross(country, itinerary, { planDay: when, minute: random.between(400, 1100), arrival: true, stay: 730 });
    note(country, itinerary, { direction: 'immigration', kind: move === 'returns' ? 'return_migrant' : 'immigrant' });
    planVisits(country, itinerary, schedule, { from: when + 30, to: country.planDays, arrival: false });
  }
}

/** Residents at the start with a case already, or one arrival within the period, seen at a post or not. */
export function planAsylum(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'asylum'>): void {
  const start = country.fromDay - country.planFromDay;
  const end = country.toDay - country.planFromDay;
  const isNew = random.chance(0.4);
  itinerary.isResidentAtStart = !isNew;
  itinerary.isResidentAtEnd = true;
  if (!isNew) return;
  const when = random.between(start, end);
  const isUnseen = random.chance(schedule.unrecordedEntry);
  cross(country, itinerary, {
    planDay: when,
    minute: random.between(400, 1200),
    arrival: true,
    stay: 730,
    fate: isUnseen ? fate.avoided : fate.none,
  });
  note(country, itinerary, { direction: 'immigration', kind: 'asylum_seeker' });
}

/** Sent back once: after years abroad (a return migration) or after some weeks (none). */
export function planDeported(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'deported'>): void {
  const start = country.fromDay - country.planFromDay;
  const end = country.toDay - country.planFromDay;
  const isLongTerm = random.chance(schedule.longTerm);
  const when = random.between(start + 10, end);
  itinerary.isResidentAtStart = !isLongTerm;
  itinerary.isResidentAtEnd = true;
  if (!isLongTerm) {
    const out = when - random.between(15, 240);
    const fateOut = random.chance(0.4) ? fate.avoided : fate.none;
    cross(country, itinerary, {
      planDay: out,
      minute: random.between(330, 1100),
      arrival: false,
      stay: 30,
      fate: fateOut,
    });
  }
  cross(country, itinerary, {
    planDay: when,
    minute: random.between(540, 1000),
    arrival: true,
    stay: 365,
    fate: fate.returned,
  });
  if (isLongTerm) note(country, itinerary, { direction: 'immigration', kind: 'deported' });
}

function note(country: Country, itinerary: Itinerary, migration: Omit<TrueMigration, 'day'>): void {
  // The crossing may have been pushed to the next day by the port's hours.
  itinerary.migrations.push({ ...migration, day: country.planFromDay + Math.floor(plan.freeFrom / 1440) });
}
