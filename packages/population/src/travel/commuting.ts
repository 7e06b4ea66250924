import { dayOfParts, monthOf, weekdayOf, yearOf } from '../calendar.ts';
import type { Country } from '../country.ts';
import type { Itinerary } from '../itinerary.ts';
import { cross, random, type ScheduleOf } from './crossing.ts';

/** Out in the morning and back in the evening of working days, not over Christmas. */
export function planDaily(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'daily'>): void {
  for (let d = 0; d < country.planDays; d += 1) {
    const weekday = weekdayOf(country.planFromDay + d);
    if (weekday === 0 || (weekday === 6 && !random.chance(0.2))) continue;
    if (!random.chance(schedule.attendance) || isChristmasBreak(country.planFromDay + d)) continue;
    cross(country, itinerary, { planDay: d, minute: random.between(290, 430), arrival: false, stay: 0 });
    cross(country, itinerary, { planDay: d, minute: random.between(960, 1160), arrival: true, stay: 0 });
  }
}

/** Out on Sunday afternoon or Monday morning, back on Friday. */
export function planWeekly(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'weekly'>): void {
  for (let d = 0; d + 7 < country.planDays; d += 1) {
    const day = country.planFromDay + d;
    if (weekdayOf(day) !== 0) continue;
    if (!random.chance(schedule.attendance) || isChristmasBreak(day + 1)) continue;
    if (random.chance(0.65))
      cross(country, itinerary, { planDay: d, minute: random.between(780, 1180), arrival: false, stay: 5 });
    else cross(country, itinerary, { planDay: d + 1, minute: random.between(250, 440), arrival: false, stay: 4 });
    cross(country, itinerary, { planDay: d + 5, minute: random.between(820, 1300), arrival: true, stay: 2 });
  }
}

/** Home for some days at the end of the month and for a long Christmas, abroad otherwise. */
export function planMonthly(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'monthly'>): void {
  const first = country.planFromDay;
  let year = yearOf(first);
  let month = monthOf(first);
  for (;;) {
    const monthEnd = dayOfParts(year, month + 1, 0);
    if (monthEnd + 20 - first >= country.planDays) return;
    let home = monthEnd - 3 + random.below(4);
    let away = home + random.between(schedule.homeDays[0], schedule.homeDays[1]);
    if (month === 12) {
      home = dayOfParts(year, 12, random.between(13, 21));
      away = dayOfParts(year + 1, 1, random.between(4, 11));
    }
    if (month === 12 || random.chance(schedule.attendance)) {
      cross(country, itinerary, {
        planDay: home - first,
        minute: random.between(600, 1290),
        arrival: true,
        stay: away - home,
      });
      cross(country, itinerary, { planDay: away - first, minute: random.between(300, 1080), arrival: false, stay: 26 });
    }
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
}

/** Abroad in term, home in the holidays and on some weekends. */
export function planTerms(country: Country, itinerary: Itinerary): void {
  const first = country.planFromDay;
  const goesHomeOnWeekends = random.unit() * 0.5;
  for (let year = yearOf(first); year <= yearOf(first + country.planDays); year += 1) {
    for (const [opens, closes] of country.pack.schoolTerms) {
      const begin = partsOf(year, opens) - first;
      const end = partsOf(year, closes) - first;
      if (begin < 1 || end + 3 >= country.planDays) continue;
      cross(country, itinerary, {
        planDay: begin - 1 - random.below(2),
        minute: random.between(480, 1080),
        arrival: false,
        stay: end - begin,
      });
      for (let d = begin; d < end - 9; d += 1) {
        if (weekdayOf(first + d) !== 5 || !random.chance(goesHomeOnWeekends)) continue;
        cross(country, itinerary, { planDay: d, minute: random.between(780, 1140), arrival: true, stay: 2 });
        cross(country, itinerary, { planDay: d + 2, minute: random.between(720, 1080), arrival: false, stay: 12 });
      }
      cross(country, itinerary, {
        planDay: end + random.below(2),
        minute: random.between(600, 1080),
        arrival: true,
        stay: 14,
      });
    }
  }
}

/** A contract over New Year, with Christmas at home for most. */
export function planSeason(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'season'>): void {
  const first = country.planFromDay;
  for (let year = yearOf(first) - 1; year <= yearOf(first + country.planDays); year += 1) {
    const isOn = random.chance(0.85);
    const out = dayOfParts(year, schedule.fromMonth, random.between(1, 24)) - first;
    const back = dayOfParts(year + 1, schedule.toMonth, random.between(8, 28)) - first;
    const christmas = dayOfParts(year, 12, random.between(15, 23)) - first;
    const again = dayOfParts(year + 1, 1, random.between(2, 10)) - first;
    const comesHome = random.chance(0.7);
    if (!isOn) continue;
    cross(country, itinerary, { planDay: out, minute: random.between(330, 900), arrival: false, stay: back - out });
    if (comesHome) {
      cross(country, itinerary, {
        planDay: christmas,
        minute: random.between(700, 1290),
        arrival: true,
        stay: again - christmas,
      });
      cross(country, itinerary, {
        planDay: again,
        minute: random.between(330, 900),
        arrival: false,
        stay: back - again,
      });
    }
    cross(country, itinerary, { planDay: back, minute: random.between(600, 1290), arrival: true, stay: 150 });
  }
}

function isChristmasBreak(day: number): boolean {
  const year = yearOf(day);
  return day >= dayOfParts(year, 12, 18) || day <= dayOfParts(year, 1, 4);
}

function partsOf(year: number, monthDay: string): number {
  return dayOfParts(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3, 5)));
}
