import type { Country } from './country.ts';
import { clearItinerary, type Itinerary } from './itinerary.ts';
import type { Person } from './person.ts';
import { salt } from './random.ts';
import { planDaily, planMonthly, planSeason, planTerms, planWeekly } from './travel/commuting.ts';
import { drawMode, drawPort, plan, random } from './travel/crossing.ts';
import { planAsylum, planDeported, planMigration } from './travel/moving.ts';
import { planTrips } from './travel/trips.ts';

/** Fills the itinerary with the person's true crossings within the period. */
export function planTravel(country: Country, person: Person, itinerary: Itinerary): void {
  clearItinerary(itinerary);
  random.reset(country.seed, person.index, salt.travel);
  plan.freeFrom = Number.NEGATIVE_INFINITY;
  plan.homeMode = drawMode(person);
  plan.homePort = drawPort(country, person);
  const { schedule } = person.segment;
  const isForeign = person.segment.population === 'foreign';
  itinerary.isResidentAtStart = !isForeign;
  itinerary.isResidentAtEnd = !isForeign;
  switch (schedule.kind) {
    case 'stays':
      break;
    case 'daily':
      planDaily(country, itinerary, schedule);
      break;
    case 'weekly':
      planWeekly(country, itinerary, schedule);
      break;
    case 'monthly':
      planMonthly(country, itinerary, schedule);
      break;
    case 'terms':
      planTerms(country, itinerary);
      break;
    case 'season':
      planSeason(country, itinerary, schedule);
      break;
    case 'trips':
      planTrips(country, person, itinerary, schedule);
      break;
    case 'migration':
      planMigration(country, person, itinerary, schedule);
      break;
    case 'asylum':
      planAsylum(country, itinerary, schedule);
      break;
    case 'deported':
      planDeported(country, itinerary, schedule);
      break;
  }
}
