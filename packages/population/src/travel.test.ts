import { describe, expect, it } from 'vitest';
import { monthOf } from './calendar.ts';
import { type Country, generateCountry } from './country.ts';
import { examplePack } from './example-pack.ts';
import { fate, type Itinerary, makeItinerary } from './itinerary.ts';
import type { Person } from './person.ts';
import { planTravel } from './travel.ts';

const period = { pack: examplePack, seed: 11, from: '2024-01-01', to: '2025-12-31' } as const;
const country = generateCountry({ ...period, persons: 6000 });

function eachPerson(of: Country, visit: (person: Person, itinerary: Itinerary) => void): void {
  const itinerary = makeItinerary();
  for (let index = 0; index < of.persons; index += 1) {
    const person = of.personAt(index);
    planTravel(of, person, itinerary);
    visit(person, itinerary);
  }
}

/** Crossings (attempts left out) as `[day from the start, is arrival]`. */
function crossings(itinerary: Itinerary): (readonly [number, boolean])[] {
  const out: (readonly [number, boolean])[] = [];
  for (let i = 0; i < itinerary.length; i += 1) {
    if (itinerary.fate[i] === fate.refused) continue;
    out.push([Math.floor((itinerary.minute[i] ?? 0) / 1440), itinerary.arrival[i] === 1]);
  }
  return out;
}

describe('true travel', () => {
  it('alternates between in and out, forward in time, within the period', () => {
    const faults: string[] = [];
    eachPerson(country, (person, itinerary) => {
      let before: number | undefined;
      let last = -1;
      for (let i = 0; i < itinerary.length; i += 1) {
        const minute = itinerary.minute[i] ?? 0;
        const isAttempt = itinerary.fate[i] === fate.refused;
        if (minute <= last || minute >= (country.toDay - country.fromDay + 1) * 1440)
          faults.push(`${person.id} ${i} time`);
        if (itinerary.arrival[i] === (isAttempt ? 0 : before)) faults.push(`${person.id} ${i} direction`);
        last = minute;
        if (!isAttempt) before = itinerary.arrival[i];
      }
    });
    expect(faults).toEqual([]);
  });

  it('keeps the accounts: residents at the end are those at the start, plus immigrants, less emigrants', () => {
    const sum = { start: 0, end: 0, immigrants: 0, emigrants: 0 };
    eachPerson(country, (_person, itinerary) => {
      let balance = itinerary.isResidentAtStart ? 1 : 0;
      sum.start += balance;
      sum.end += itinerary.isResidentAtEnd ? 1 : 0;
      for (const migration of itinerary.migrations) {
        const step = migration.direction === 'immigration' ? 1 : -1;
        if (step === 1) sum.immigrants += 1;
        else sum.emigrants += 1;
        balance += step;
        expect(migration.day).toBeGreaterThanOrEqual(country.fromDay);
        expect(migration.day).toBeLessThanOrEqual(country.toDay);
      }
      expect(balance === 1).toBe(itinerary.isResidentAtEnd);
    });
    expect(sum.end).toBe(sum.start + sum.immigrants - sum.emigrants);
    expect(sum.immigrants).toBeGreaterThan(100);
    expect(sum.emigrants).toBeGreaterThan(100);
  });

  it('has true migrants on the other side for 365 of the 487 days after they move', () => {
    let checked = 0;
    eachPerson(country, (_person, itinerary) => {
      const migration = itinerary.migrations[0];
      if (!migration || migration.day + 487 > country.toDay) return;
      const start = migration.day - country.fromDay;
      let isInside = migration.direction === 'immigration';
      let at = start;
      let inside = 0;
      for (const [day, isArrival] of crossings(itinerary)) {
        if (day < start || day > start + 487) continue;
        if (isInside) inside += day - at;
        at = day;
        isInside = isArrival;
      }
      if (isInside) inside += start + 487 - at;
      checked += 1;
      expect(migration.direction === 'immigration' ? inside : 487 - inside).toBeGreaterThanOrEqual(365);
    });
    expect(checked).toBeGreaterThan(50);
  });

  it('gives each segment its declared share of those of its age and sex', () => {
    const eligible = new Map<string, number>();
    const members = new Map<string, number>();
    eachPerson(country, (person) => {
      const age = (country.fromDay - person.birthDay) / 365.25;
      for (const segment of country.citizenSegments) {
        if (person.citizenship !== 'UTO' || age < segment.ages[0] + 1 || age > segment.ages[1]) continue;
        eligible.set(segment.id, (eligible.get(segment.id) ?? 0) + 1);
        if (person.segment === segment) members.set(segment.id, (members.get(segment.id) ?? 0) + 1);
      }
    });
    for (const segment of country.citizenSegments) {
      if (segment.schedule.kind === 'stays') continue;
      const n = eligible.get(segment.id) ?? 0;
      const deviation = 4 * Math.sqrt((segment.share * (1 - segment.share)) / n);
      expect(Math.abs((members.get(segment.id) ?? 0) / n - segment.share), segment.id).toBeLessThan(deviation);
    }
  });

  it('lets commuters commute: home each night, each week, each month, in the season', () => {
    const away = new Map<string, number[]>();
    const seasonalOut = new Set<number>();
    eachPerson(country, (person, itinerary) => {
      let out = -1;
      for (const [day, isArrival] of crossings(itinerary)) {
        if (!isArrival) out = day;
        else if (out >= 0) {
          const list = away.get(person.segment.id) ?? [];
          list.push(day - out);
          away.set(person.segment.id, list);
        }
        if (person.segment.id === 'seasonal' && !isArrival) seasonalOut.add(monthOf(country.fromDay + day));
      }
    });
    const longest = (id: string): number => Math.max(...(away.get(id) ?? []));
    const mean = (id: string): number => {
      const days = away.get(id) ?? [];
      return days.reduce((sum, one) => sum + one, 0) / days.length;
    };
    expect(longest('daily')).toBe(0);
    expect(longest('weekly')).toBeLessThanOrEqual(7);
    expect(mean('monthly')).toBeGreaterThan(20);
    expect(mean('monthly')).toBeLessThan(50);
    expect([...seasonalOut].toSorted((a, b) => a - b)).toEqual([1, 10]);
    expect(mean('shopper')).toBeLessThan(1);
  });

  it('peaks before Christmas', () => {
    const visitors = new Array<number>(13).fill(0);
    eachPerson(country, (person, itinerary) => {
      if (person.segment.id !== 'visitor') return;
      for (const [day, isArrival] of crossings(itinerary)) {
        const month = monthOf(country.fromDay + day);
        if (!isArrival) visitors[month] = (visitors[month] ?? 0) + 1;
      }
    });
    const ordinary = ((visitors[5] ?? 0) + (visitors[8] ?? 0)) / 2;
    expect(visitors[12] ?? 0).toBeGreaterThan(1.5 * ordinary);
  });

  it('does not reshuffle people when the country grows', () => {
    const larger = generateCountry({ ...period, persons: 9000 });
    const a = makeItinerary();
    const b = makeItinerary();
    for (let index = 0; index < 300; index += 1) {
      const person = country.personAt(index);
      expect(larger.personAt(index)).toEqual(person);
      planTravel(country, person, a);
      planTravel(larger, person, b);
      expect(b.minute.slice(0, b.length)).toEqual(a.minute.slice(0, a.length));
    }
  });
});
