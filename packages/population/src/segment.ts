import type { PeakKind } from './peaks.ts';

/** When and how the people of a segment cross. */
export type Schedule =
  /** Never crosses. */
  | { readonly kind: 'stays' }
  /** Out in the morning, back in the evening, on working days. */
  | { readonly kind: 'daily'; readonly attendance: number }
  /** Out on Sunday or Monday, back on Friday. */
  | { readonly kind: 'weekly'; readonly attendance: number }
  /** Works abroad, home at the end of the month for some days and for a long Christmas. */
  | { readonly kind: 'monthly'; readonly homeDays: readonly [number, number]; readonly attendance: number }
  /** School terms abroad, home in the holidays and on some weekends. */
  | { readonly kind: 'terms' }
  /** Contract from one month to another (over New Year), home for Christmas. Months 1–12. */
  | { readonly kind: 'season'; readonly fromMonth: number; readonly toMonth: number }
  /** Single trips. `sameDay` is the share that return on the day; the others last `stay` days. */
  | {
      readonly kind: 'trips';
      readonly perYear: number;
      readonly sameDay: number;
      readonly stay: readonly [number, number];
      readonly peaks: PeakKind;
      /** Share of visitors' stays that run past what was granted. */
      readonly overstay?: number;
    }
  /** Moves house: out for good, home for good, or neither within the period, with visits to the other side. */
  | {
      readonly kind: 'migration';
      readonly move: 'emigrates' | 'returns' | 'lives_abroad' | 'immigrates' | 'settled';
      readonly visitsPerYear: number;
      readonly visit: readonly [number, number];
      /** Share of those settled who leave for good within the period. */
      readonly leaves?: number;
    }
  /** Comes once to ask for protection and stays; some enter away from a post. */
  | { readonly kind: 'asylum'; readonly unrecordedEntry: number }
  /** Works abroad without papers and is sent back. */
  | { readonly kind: 'deported'; readonly longTerm: number };

/** People who move in the same way. */
export interface Segment {
  readonly id: string;
  readonly label: string;
  readonly population: 'citizen' | 'foreign';
  /** Share of the eligible (sex, age) of its population. What the citizens' shares leave over stays at home. */
  readonly share: number;
  readonly sex?: 'F' | 'M';
  readonly ages: readonly [number, number];
  readonly schedule: Schedule;
  /** Purpose code (IRTS 2008, with "3" employment, "4" returning resident, "9" other). */
  readonly purpose: string;
  readonly modes: Readonly<Partial<Record<Mode, number>>>;
  /** Ports with their weights, where the segment does not follow the pack's. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Weights of nationalities, for foreigners. */
  readonly nationalities?: Readonly<Record<string, number>>;
  readonly lane?: Lane;
  /** Registers in which they leave records, beside the border's. */
  readonly papers?: readonly Paper[];
  /** Share of the papers' cases in which the person is refused at the border at least once. */
  readonly refusedAttempts?: number;
}

export type Mode = 'foot' | 'car' | 'bus' | 'truck' | 'air';
export const modes = ['foot', 'car', 'bus', 'truck', 'air'] as const satisfies readonly Mode[];
export type Lane = 'general' | 'citizen' | 'commuter' | 'truck' | 'diplomatic';
export type Paper = 'visa' | 'residence_permit' | 'work_permit' | 'asylum_case' | 'removal' | 'return_case';
