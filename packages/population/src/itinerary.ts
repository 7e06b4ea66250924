import { modes } from './segment.ts';

/** One true change of the country of residence. */
export interface TrueMigration {
  readonly day: number;
  readonly direction: 'immigration' | 'emigration';
  readonly kind: 'emigrant' | 'return_migrant' | 'immigrant' | 'foreigner_leaving' | 'asylum_seeker' | 'deported';
}

/**
 * All true crossings of one person in order of time, in columns that are used again for the next person (`clear`): no
 * object is made per crossing.
 */
export interface Itinerary {
  length: number;
  /** Minutes since the first day of the period, 00:00 local time. */
  readonly minute: number[];
  /** 1 arrival, 0 departure. */
  readonly arrival: number[];
  /** Index in the pack's ports. */
  readonly port: number[];
  /** Index in `modes`. */
  readonly mode: number[];
  /** Days that the traveller means to stay on the side entered. */
  readonly stay: number[];
  readonly fate: number[];
  readonly migrations: TrueMigration[];
  isResidentAtStart: boolean;
  isResidentAtEnd: boolean;
}

/** What is special about a crossing. */
export const fate = {
  none: 0,
  /** Turned away at the post: an attempt, no crossing. */
  refused: 1,
  /** Crossed away from any post, or unseen: never recorded. */
  avoided: 2,
  /** Brought to the border by the authorities of the other side. */
  returned: 3,
  /** Removed by the authorities of this side. */
  removed: 4,
  /** Stays beyond what was granted at this arrival. */
  overstay: 5,
} as const;

/** Names of `fate`, by its numbers. */
export const fateNames = Object.keys(fate);

export function makeItinerary(): Itinerary {
  return {
    length: 0,
    minute: [],
    arrival: [],
    port: [],
    mode: [],
    stay: [],
    fate: [],
    migrations: [],
    isResidentAtStart: true,
    isResidentAtEnd: true,
  };
}

export function clearItinerary(itinerary: Itinerary): void {
  itinerary.length = 0;
  itinerary.migrations.length = 0;
  itinerary.isResidentAtStart = true;
  itinerary.isResidentAtEnd = true;
}

/** Name of the mode of a crossing. */
export function modeAt(itinerary: Itinerary, crossing: number): (typeof modes)[number] {
  return modes[itinerary.mode[crossing] ?? 0] ?? 'foot';
}
