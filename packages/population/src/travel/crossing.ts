import type { Country } from '../country.ts';
import { fate, type Itinerary } from '../itinerary.ts';
import type { Person } from '../person.ts';
import { makeRandom } from '../random.ts';
import { modes, type Schedule } from '../segment.ts';

export type ScheduleOf<K extends Schedule['kind']> = Extract<Schedule, { kind: K }>;

/** The chance of the person being planned. */
export const random = makeRandom();

/** Where the person being planned stands; reset for each person. */
export const plan = {
  homePort: 0,
  homeMode: 0,
  /** Plan days are counted from `country.planFromDay`; nothing may start before this minute. */
  freeFrom: 0,
};

/** The person's usual mode, as an index in `modes`. */
export function drawMode(person: Person): number {
  let rest = random.unit();
  for (let i = 0; i < modes.length; i += 1) {
    const mode = modes[i];
    rest -= mode === undefined ? 0 : (person.segment.modes[mode] ?? 0);
    if (rest < 0) return i;
  }
  return 0;
}

/** Own ports of the segment, or the district's nearest, or, for one in eight, any by its traffic. */
export function drawPort(country: Country, person: Person): number {
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
export function cross(
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
