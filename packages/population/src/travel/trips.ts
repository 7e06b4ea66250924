import type { Country } from '../country.ts';
import { fate, type Itinerary } from '../itinerary.ts';
import type { Person } from '../person.ts';
import { cross, random, type ScheduleOf } from './crossing.ts';

/** Next day of setting out after plan day `from`, by thinning a Poisson process with the peaks' weights. */
function nextTrip(country: Country, from: number, perYear: number, peaks: ScheduleOf<'trips'>['peaks']): number {
  const table = country.peaks[peaks];
  const highest = (perYear / 365 / table.mean) * table.largest;
  let at = from;
  for (;;) {
    at -= Math.log(1 - random.unit()) / highest;
    if (at >= country.planDays) return country.planDays;
    if (random.unit() * table.largest < (table.weights[Math.floor(at)] ?? 0)) return Math.floor(at);
  }
}

/** Single trips: residents out and back, visitors in and out, some refused, some staying too long. */
export function planTrips(country: Country, person: Person, itinerary: Itinerary, schedule: ScheduleOf<'trips'>): void {
  const comesIn = person.segment.population === 'foreign';
  // People differ: some go twice as often as the mean of their segment, some half.
  const perYear = schedule.perYear * (0.4 + 1.2 * random.unit());
  let d = nextTrip(country, 0, perYear, schedule.peaks);
  let refusals = comesIn && random.chance(person.segment.refusedAttempts ?? 0) ? 1 : 0;
  while (d < country.planDays) {
    const isSameDay = random.chance(schedule.sameDay);
    const planned = isSameDay ? 0 : random.between(schedule.stay[0], schedule.stay[1]);
    const overstays = !isSameDay && random.chance(schedule.overstay ?? 0);
    const stay = overstays ? planned + random.between(20, 240) : planned;
    const minute = isSameDay ? random.between(400, 720) : random.between(480, 1080);
    if (refusals > 0) {
      refusals -= 1;
      cross(country, itinerary, { planDay: d, minute, arrival: true, stay: planned, fate: fate.refused });
      if (random.chance(0.5)) {
        d = nextTrip(country, d + 2, perYear, schedule.peaks);
        continue;
      }
      d += 1;
    }
    const isRemoved = overstays && random.chance(0.4);
    cross(country, itinerary, {
      planDay: d,
      minute,
      arrival: comesIn,
      stay: planned,
      fate: overstays ? fate.overstay : fate.none,
    });
    const back = isSameDay ? Math.min(1400, minute + random.between(60, 420)) : random.between(500, 1150);
    cross(country, itinerary, {
      planDay: d + stay,
      minute: back,
      arrival: !comesIn,
      stay: 0,
      fate: isRemoved ? fate.removed : fate.none,
    });
    d = nextTrip(country, d + stay + 1, perYear, schedule.peaks);
  }
}

/** Visits to the other side between two plan days. */
export function planVisits(
  country: Country,
  itinerary: Itinerary,
  schedule: ScheduleOf<'migration'>,
  between: { readonly from: number; readonly to: number; readonly arrival: boolean },
): void {
  let d = nextTrip(country, between.from, schedule.visitsPerYear, 'family');
  while (d < between.to) {
    const stay = random.between(schedule.visit[0], schedule.visit[1]);
    if (d + stay >= between.to) return;
    cross(country, itinerary, { planDay: d, minute: random.between(480, 1290), arrival: between.arrival, stay });
    cross(country, itinerary, {
      planDay: d + stay,
      minute: random.between(480, 1080),
      arrival: !between.arrival,
      stay: 60,
    });
    d = nextTrip(country, d + stay + 14, schedule.visitsPerYear, 'family');
  }
}
