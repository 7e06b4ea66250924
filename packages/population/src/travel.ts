import { dayOfParts, monthOf, weekdayOf, yearOf } from './calendar.ts';
import type { Country } from './country.ts';
import { clearItinerary, fate, type Itinerary, type TrueMigration } from './itinerary.ts';
import type { Person } from './person.ts';
import { makeRandom, salt } from './random.ts';
import { modes, type Schedule } from './segment.ts';

type ScheduleOf<K extends Schedule['kind']> = Extract<Schedule, { kind: K }>;

const random = makeRandom();

/** Where the person being planned stands; reset for each person. */
const plan = {
  homePort: 0,
  homeMode: 0,
  /** Plan days are counted from `country.planFromDay`; nothing may start before this minute. */
  freeFrom: 0,
};

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

function drawMode(person: Person): number {
  let rest = random.unit();
  for (let i = 0; i < modes.length; i += 1) {
    const mode = modes[i];
    rest -= mode === undefined ? 0 : (person.segment.modes[mode] ?? 0);
    if (rest < 0) return i;
  }
  return 0;
}

/** Own ports of the segment, or the district's nearest, or, for one in eight, any by its traffic. */
function drawPort(country: Country, person: Person): number {
  const { pack } = country;
  const isByAir = modes[plan.homeMode] === 'air';
  const own = person.segment.ports;
  if (!own && person.segment.population === 'citizen' && !isByAir && random.chance(0.88)) {
    const near = pack.districts[person.district]?.ports ?? [];
    const code = near[random.chance(0.85) ? 0 : random.below(near.length)];
    const index = code === undefined ? undefined : country.portIndex.get(code);
    if (index !== undefined) return index;
  }
  let total = 0;
  const weigh = (port: (typeof pack.ports)[number]): number =>
    (port.kind === 'air') === isByAir ? (own ? (own[port.code] ?? 0) : port.weight) : 0;
  for (const port of pack.ports) total += weigh(port);
  if (total === 0)
    return country.portIndex.get(isByAir ? (pack.ports.find((port) => port.kind === 'air')?.code ?? '') : '') ?? 0;
  let rest = random.unit() * total;
  for (let i = 0; i < pack.ports.length; i += 1) {
    const port = pack.ports[i];
    rest -= port ? weigh(port) : 0;
    if (rest < 0) return i;
  }
  return 0;
}

/** Adds one crossing at (plan day, minute of the day), within the port's hours, if it falls within the period. */
function cross(
  country: Country,
  itinerary: Itinerary,
  at: { planDay: number; minute: number; arrival: boolean; stay: number; fate?: number },
): void {
  const port = random.chance(0.93) ? plan.homePort : drawOther(country);
  const hours = country.pack.ports[port];
  const opens = hours?.opens ?? 0;
  const closes = (hours?.closes ?? 1440) - 3;
  let minute = at.minute;
  if (minute < opens || minute > closes) minute = minute < opens ? opens + random.below(45) : closes - random.below(45);
  let when = at.planDay * 1440 + minute;
  if (when <= plan.freeFrom + 5) when = plan.freeFrom + 6 + random.below(20);
  plan.freeFrom = when;
  const since = when - (country.fromDay - country.planFromDay) * 1440;
  if (since < 0 || since >= (country.toDay - country.fromDay + 1) * 1440) return;
  const i = itinerary.length;
  itinerary.minute[i] = since;
  itinerary.arrival[i] = at.arrival ? 1 : 0;
  itinerary.port[i] = port;
  itinerary.mode[i] = plan.homeMode;
  itinerary.stay[i] = at.stay;
  itinerary.fate[i] = at.fate ?? fate.none;
  itinerary.length = i + 1;
}

/** Another port of the same kind, by traffic; the own one where it is the airport. */
function drawOther(country: Country): number {
  const { ports } = country.pack;
  if (ports[plan.homePort]?.kind === 'air') return plan.homePort;
  let rest = random.unit();
  for (let i = 0; i < ports.length; i += 1) {
    const port = ports[i];
    rest -= port && port.kind !== 'air' ? port.weight : 0;
    if (rest < 0) return i;
  }
  return plan.homePort;
}

function planDaily(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'daily'>): void {
  for (let d = 0; d < country.planDays; d += 1) {
    const weekday = weekdayOf(country.planFromDay + d);
    if (weekday === 0 || (weekday === 6 && !random.chance(0.2))) continue;
    if (!random.chance(schedule.attendance) || isChristmasBreak(country.planFromDay + d)) continue;
    cross(country, itinerary, { planDay: d, minute: random.between(290, 430), arrival: false, stay: 0 });
    cross(country, itinerary, { planDay: d, minute: random.between(960, 1160), arrival: true, stay: 0 });
  }
}

function planWeekly(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'weekly'>): void {
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

function planMonthly(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'monthly'>): void {
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

function planTerms(country: Country, itinerary: Itinerary): void {
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

function planSeason(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'season'>): void {
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

function planTrips(country: Country, person: Person, itinerary: Itinerary, schedule: ScheduleOf<'trips'>): void {
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
function planVisits(
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

function planMigration(
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

function planAsylum(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'asylum'>): void {
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

function planDeported(country: Country, itinerary: Itinerary, schedule: ScheduleOf<'deported'>): void {
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

function isChristmasBreak(day: number): boolean {
  const year = yearOf(day);
  return day >= dayOfParts(year, 12, 18) || day <= dayOfParts(year, 1, 4);
}

function partsOf(year: number, monthDay: string): number {
  return dayOfParts(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3, 5)));
}
