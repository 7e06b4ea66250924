/**
 * A small, fast source of chance that can be set to any of 2^64 streams. Every person, household and crossing draws from
 * a stream of its own, so that a country of 70,000 persons begins with the same 60,000 as a smaller one.
 */
export interface Random {
  /** Sets the stream; the same three numbers always give the same draws. */
  readonly reset: (seed: number, stream: number, salt: number) => void;
  /** 32 bits. */
  readonly bits: () => number;
  /** In [0, 1). */
  readonly unit: () => number;
  /** Whole number in [0, limit). */
  readonly below: (limit: number) => number;
  /** Whole number in [low, high]. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
}

/** What a stream is for; two purposes never share draws, so that adding a draw to one leaves the others as they were. */
export const salt = {
  household: 1,
  person: 2,
  travel: 3,
  crossing: 4,
  outage: 5,
  casework: 6,
  error: 7,
  layout: 8,
} as const;

/** Mixes three numbers into 32 well-spread bits (the finaliser of MurmurHash3 over their sum). */
export function mix(seed: number, stream: number, use: number): number {
  let h = Math.imul(seed ^ Math.imul(use, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(stream + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Makes a source of chance (sfc32, Doty-Humphrey's small fast counting generator; passes PractRand). */
export function makeRandom(): Random {
  let a = 0;
  let b = 0;
  let c = 0;
  let counter = 1;
  const bits = (): number => {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    c |= 0;
    return out >>> 0;
  };
  const unit = (): number => bits() * 2.3283064365386963e-10;
  return {
    reset: (seed, stream, use) => {
      a = mix(seed, stream, use) | 0;
      b = mix(stream, seed, use + 101) | 0;
      c = stream | 0;
      counter = 1;
      // sfc32 needs some rounds before neighbouring streams have nothing in common.
      for (let round = 0; round < 8; round += 1) bits();
    },
    bits,
    unit,
    below: (limit) => Math.floor(unit() * limit),
    between: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
  };
}
