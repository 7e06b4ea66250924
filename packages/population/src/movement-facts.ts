/**
 * What a movement table knows of one record, in 32 bits: 0 arrival; 1–4 mode; 5–9 port; 10–12 fate; 13 second record of the
 * same crossing; 14–23 intended days (999 at most); 24 keyed in later.
 */
export function packFacts(facts: {
  readonly isArrival: boolean;
  readonly mode: number;
  readonly port: number;
  readonly fate: number;
  readonly stay: number;
  readonly isLate: boolean;
}): number {
  return (
    (facts.isArrival ? 1 : 0) |
    (facts.mode << 1) |
    (facts.port << 5) |
    (facts.fate << 10) |
    (Math.min(999, facts.stay) << 14) |
    (facts.isLate ? 1 << 24 : 0)
  );
}

/** The same facts, marked as the second record of the crossing. */
export function asSecondRecord(facts: number): number {
  return facts | (1 << 13);
}

export const isArrivalIn = (facts: number): boolean => (facts & 1) === 1;
export const modeIn = (facts: number): number => (facts >>> 1) & 15;
export const portIn = (facts: number): number => (facts >>> 5) & 31;
export const fateIn = (facts: number): number => (facts >>> 10) & 7;
export const isSecondIn = (facts: number): boolean => ((facts >>> 13) & 1) === 1;
export const stayIn = (facts: number): number => (facts >>> 14) & 1023;
export const isLateIn = (facts: number): boolean => ((facts >>> 24) & 1) === 1;

/** Stream of chance of one record. */
export function recordStream(person: number, crossing: number, isSecond: boolean): number {
  return (Math.imul(person, 4099) + crossing + (isSecond ? 77_777 : 0)) | 0;
}
