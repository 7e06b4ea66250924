import { type Group, groups, type Stay, stays } from './behaviour.ts';
import { type Chance, makeChance } from './chance.ts';

/** What is simulated. Days are counted from 1970-01-01. */
export interface HistoryOptions {
  readonly seed: number;
  readonly persons: number;
  readonly fromDay: number;
  readonly toDay: number;
  /** Monthly step of the random walks that the inclination to stay takes, on the log scale; 0: years are alike. */
  readonly drift: number;
  /** A border closed to all but a few: first day and length. */
  readonly shock?: { readonly fromDay: number; readonly days: number };
}

/** Crossings of all persons, by person and in order. */
export interface Histories {
  readonly person: Int32Array;
  readonly day: Int32Array;
  readonly arrival: Uint8Array;
  readonly purpose: Uint8Array;
  /** What the traveller says: 1 for a year or more. */
  readonly intends: Uint8Array;
  /** By person. */
  readonly citizenship: readonly string[];
  readonly age: readonly string[];
  readonly sex: readonly string[];
  readonly livesInside: Uint8Array;
  readonly count: number;
}

export const purposes = ['visit', 'work', 'study', 'family', 'return'] as const;
const longStays: ReadonlySet<Stay> = new Set(['year', 'good']);

/** Simulates histories of crossings: heterogeneous groups, seasons, drift, and a shock where asked for. The same seed gives the same. */
export function makeHistories(options: HistoryOptions): Histories {
  const room = 1 << 24;
  const person = new Int32Array(room);
  const day = new Int32Array(room);
  const arrival = new Uint8Array(room);
  const purpose = new Uint8Array(room);
  const intends = new Uint8Array(room);
  const citizenship: string[] = [];
  const age: string[] = [];
  const sex: string[] = [];
  const livesInside = new Uint8Array(options.persons);
  const mood = makeMoods(options);
  const chance = makeChance(options.seed);
  let count = 0;

  const cross = (who: number, on: number, isArrival: boolean, why: number, says: boolean): void => {
    if (on > options.toDay) return;
    if (count >= room) throw new RangeError('more crossings than there is room for');
    person[count] = who;
    day[count] = on;
    arrival[count] = isArrival ? 1 : 0;
    purpose[count] = why;
    intends[count] = says ? 1 : 0;
    count += 1;
  };

  for (let who = 0; who < options.persons; who += 1) {
    const group = chance.pick(groups, (one) => one.share);
    citizenship.push(chance.key(group.citizenships));
    age.push(chance.key({ '15-24': group.id.includes('student') ? 8 : 2, '25-44': 5, '45-64': 2, '65+': 0.5 }));
    sex.push(chance.unit() < (group.id === 'miner' ? 0.98 : 0.52) ? 'M' : 'F');
    const steadiness = Math.exp(0.6 * chance.normal());
    let isHomeInside = group.home === 'inside';
    livesInside[who] = isHomeInside ? 1 : 0;
    let now = options.fromDay;
    while (now < options.toDay) {
      now = nextDeparture(now, { group, chance, options });
      if (now > options.toDay) break;
      const goesIn = !isHomeInside;
      const stay = chooseStay(group, {
        chance,
        lean: mood(now, goesIn) * steadiness,
        isMoved: isHomeInside !== (group.home === 'inside'),
      });
      const isLong = longStays.has(stay);
      const why = purposes.indexOf(
        chance.key(stay === 'days' ? group.shortPurposes : group.longPurposes) as (typeof purposes)[number],
      );
      cross(who, now, goesIn, why, says(chance, isLong, stay));
      const until = now + lengthOf(stay, { group, chance }) + closedDays(now, options, chance);
      let visitOn = now + 14 + chance.exponential(365 / group.visits);
      while (stay !== 'days' && visitOn < until - 30) {
        const back = visitOn + 2 + chance.exponential(11);
        if (back >= until) break;
        if (!isClosed(visitOn, options)) {
          cross(who, Math.floor(visitOn), !goesIn, 0, false);
          cross(who, Math.floor(back), goesIn, why, false);
        }
        visitOn = nextVisit(back, { group, chance });
      }
      if (stay === 'good') {
        isHomeInside = !isHomeInside;
        now = until;
        continue;
      }
      cross(who, Math.floor(until), !goesIn, why === 4 ? 0 : 4, false);
      now = until + 1;
    }
  }
  return {
    person: person.subarray(0, count),
    day: day.subarray(0, count),
    arrival: arrival.subarray(0, count),
    purpose: purpose.subarray(0, count),
    intends: intends.subarray(0, count),
    citizenship,
    age,
    sex,
    livesInside,
    count,
  };
}

function says(chance: Chance, isLong: boolean, stay: Stay): boolean {
  if (stay === 'days') return chance.unit() < 0.004;
  return chance.unit() < (isLong ? 0.7 : 0.25);
}

function nextDeparture(
  from: number,
  { group, chance, options }: { readonly group: Group; readonly chance: Chance; readonly options: HistoryOptions },
): number {
  let on = from;
  const most = Math.max(...group.months);
  for (;;) {
    on += chance.exponential(365 / (group.perYear * most));
    if (on > options.toDay) return options.toDay + 1;
    if (isClosed(on, options) && chance.unit() > 0.12) continue;
    if (chance.unit() * most <= (group.months[new Date(on * 86_400_000).getUTCMonth()] ?? 1)) return Math.floor(on);
  }
}

function nextVisit(from: number, { group, chance }: { readonly group: Group; readonly chance: Chance }): number {
  const on = from + 14 + chance.exponential(365 / group.visits);
  const year = new Date(from * 86_400_000).getUTCFullYear();
  const christmas = Date.UTC(year, 11, 14) / 86_400_000 + chance.unit() * 9;
  return christmas > from + 14 && christmas < on && chance.unit() < 0.5 ? christmas : on;
}

function chooseStay(
  group: Group,
  { chance, lean, isMoved }: { readonly chance: Chance; readonly lean: number; readonly isMoved: boolean },
): Stay {
  return chance.pick(
    stays,
    (stay) => group.stays[stay] * (longStays.has(stay) ? lean : 1) * (isMoved && stay !== 'days' ? 0.6 : 1),
  );
}

function lengthOf(stay: Stay, { group, chance }: { readonly group: Group; readonly chance: Chance }): number {
  if (stay === 'days') return group.days[0] + chance.exponential(group.days[1]);
  if (stay === 'months') return 40 + 240 * chance.unit() * chance.unit();
  if (stay === 'year') return 230 + 330 * chance.unit();
  return 420 + chance.exponential(900);
}

function isClosed(day: number, { shock }: HistoryOptions): boolean {
  return shock !== undefined && day >= shock.fromDay && day < shock.fromDay + shock.days;
}

/** Half of those away when the border closes stay until it opens. */
function closedDays(day: number, options: HistoryOptions, chance: Chance): number {
  return isClosed(day, options) && chance.unit() < 0.5 ? chance.unit() * (options.shock?.days ?? 0) : 0;
}

/** The inclination to stay long, for those who come in and those who go out: each a random walk by month that leans back to 1. */
function makeMoods(options: HistoryOptions): (day: number, isIn: boolean) => number {
  const chance = makeChance(options.seed + 7_919);
  const months = Math.ceil((options.toDay - options.fromDay) / 30) + 2;
  const walks = [0, 1].map(() => {
    let at = 0;
    return Array.from({ length: months }, () => {
      at = 0.98 * at + options.drift * chance.normal();
      return Math.exp(at);
    });
  });
  return (day, isIn) => walks[isIn ? 0 : 1]?.[Math.floor((day - options.fromDay) / 30)] ?? 1;
}
