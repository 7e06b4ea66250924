import { dayOf } from './calendar.ts';
import { type PeakKind, peakKinds, peakTable } from './peaks.ts';
import { makePerson, type Person } from './person.ts';
import type { PackPort, PopulationPack } from './population-pack.ts';
import { makeRandom, salt } from './random.ts';
import type { Segment } from './segment.ts';

/** Told how far a long step is. */
export type OnProgress = (progress: { readonly step: string; readonly done: number; readonly total: number }) => void;

export interface CountryOptions {
  readonly pack: PopulationPack;
  readonly seed: number;
  readonly persons: number;
  /** First and last day of observation, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly onProgress?: OnProgress;
}

/** What the demonstration is made of: four years, so that there are migrations that are decided and months that are not. */
export const demonstrationDefaults = {
  seed: 20_240_101,
  persons: 10_000,
  from: '2022-01-01',
  to: '2025-12-31',
} as const;

export interface PeakTable {
  readonly weights: Float64Array;
  readonly largest: number;
  readonly mean: number;
}

/**
 * A synthetic country. Nothing is stored: each person and each journey is made when asked for, and always the same
 * for the same pack, seed and period.
 */
export interface Country {
  readonly pack: PopulationPack;
  readonly seed: number;
  readonly persons: number;
  readonly from: string;
  readonly to: string;
  /** Day numbers (days since 1970-01-01). */
  readonly fromDay: number;
  readonly toDay: number;
  readonly onProgress: OnProgress;
  /** First day for which journeys are planned: some are under way when observation begins. */
  readonly planFromDay: number;
  readonly planDays: number;
  readonly peaks: Readonly<Record<PeakKind, PeakTable>>;
  readonly citizenSegments: readonly Segment[];
  readonly foreignSegments: readonly Segment[];
  readonly portIndex: ReadonlyMap<string, number>;
  readonly personAt: (index: number) => Person;
  /** Whether the border system of a port is down on a day. */
  readonly isOut: (port: number, day: number) => boolean;
}

/** Days planned before and after the period. */
const margin = 45;

export function generateCountry(options: CountryOptions): Country {
  const { pack, seed } = options;
  const fromDay = dayOf(options.from);
  const toDay = dayOf(options.to);
  if (toDay < fromDay) throw new RangeError(`the period ends (${options.to}) before it begins (${options.from})`);
  if (!Number.isInteger(options.persons) || options.persons < 0) {
    throw new RangeError(`persons must be a whole number, not ${options.persons}`);
  }
  const planFromDay = fromDay - margin;
  const planDays = toDay - fromDay + 1 + 2 * margin;
  const peaks = Object.fromEntries(peakKinds.map((kind) => [kind, peakTable(kind, planFromDay, planDays)]));
  const outages = pack.ports.map((port, index) => outageDays(port, { seed, index, fromDay, toDay }));
  const country: Country = {
    pack,
    seed,
    persons: options.persons,
    from: options.from,
    to: options.to,
    fromDay,
    toDay,
    onProgress: options.onProgress ?? (() => {}),
    planFromDay,
    planDays,
    peaks: peaks as Record<PeakKind, PeakTable>,
    citizenSegments: pack.segments.filter((segment) => segment.population === 'citizen'),
    foreignSegments: pack.segments.filter((segment) => segment.population === 'foreign'),
    portIndex: new Map(pack.ports.map((port, index) => [port.code, index])),
    personAt: (index) => makePerson(country, index),
    isOut: (port, day) => outages[port]?.has(day) ?? false,
  };
  return country;
}

function outageDays(
  port: PackPort,
  at: { readonly seed: number; readonly index: number; readonly fromDay: number; readonly toDay: number },
): ReadonlySet<number> {
  const days = new Set<number>();
  const random = makeRandom();
  random.reset(at.seed, at.index, salt.outage);
  for (let day = at.fromDay; day <= at.toDay; day += 1) {
    if (!random.chance(port.outagesPerYear / 365)) continue;
    const length = random.between(1, 3);
    for (let i = 0; i < length; i += 1) days.add(day + i);
  }
  return days;
}
