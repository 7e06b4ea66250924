import type { Country } from './country.ts';
import { fate } from './itinerary.ts';
import { mix, salt } from './random.ts';

/** How a true crossing came to a record, or did not. */
export const channel = {
  /** In the border system. */
  electronic: 0,
  /** On paper, typed up later. */
  manual: 1,
  /** Not recorded at the post. */
  missed: 2,
  /** Lost in an outage of the border system. */
  outage: 3,
  /** Crossed away from any post. */
  avoided: 4,
} as const;

export const channelNames = ['electronic', 'manual', 'missed', 'outage', 'avoided'] as const;

/** Share of crossings taken down twice, a moment apart, at an electronic post. */
export const duplicateShare = 0.006;
/** Share of crossings keyed in days later, from a paper slip. */
export const lateShare = 0.012;
/** Share of crossings during an outage that are keyed in afterwards. */
export const recoveredShare = 0.45;

const scale = 2.3283064365386963e-10;

/**
 * Decides the record of one crossing. Packed: bits 0–2 the channel, bit 3 taken down twice, bits 4–9 days late (0: at once).
 */
export function captureOf(
  country: Country,
  person: number,
  crossing: number,
  day: number,
  port: number,
  isArrival: boolean,
  special: number,
): number {
  if (special === fate.avoided) return channel.avoided;
  const post = country.pack.ports[port];
  if (!post) return channel.missed;
  const stream = Math.imul(person, 4099) + crossing;
  const first = mix(country.seed, stream, salt.crossing) * scale;
  const second = mix(country.seed, stream, salt.crossing + 1000);
  const isOfficial = special === fate.returned || special === fate.removed || special === fate.refused;
  if (country.isOut(port, day)) {
    if (first >= recoveredShare) return channel.outage;
    return channel.electronic | ((1 + (second % 12)) << 4);
  }
  const missed = isArrival ? post.missedArrivals : post.missedDepartures;
  if (!isOfficial && first < missed) return channel.missed;
  if (post.capture === 'manual') return channel.manual;
  const chance = second * scale;
  if (chance < duplicateShare) return channel.electronic | 8;
  if (chance < duplicateShare + lateShare) return channel.electronic | ((1 + (second % 20)) << 4);
  return channel.electronic;
}
