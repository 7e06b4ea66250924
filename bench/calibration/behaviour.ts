/** Where one goes and for how long: away for days, for months, about a year, or for good (until one changes one's mind). */
export const stays = ['days', 'months', 'year', 'good'] as const;
export type Stay = (typeof stays)[number];

/** People who move in the same way. Weights of months are January to December. */
export interface Group {
  readonly id: string;
  readonly share: number;
  /** Where they live at the beginning. */
  readonly home: 'inside' | 'outside';
  readonly citizenships: Readonly<Record<string, number>>;
  /** Journeys from home in a year. */
  readonly perYear: number;
  readonly months: readonly number[];
  readonly stays: Readonly<Record<Stay, number>>;
  /** Shortest and mean length of a stay of days. */
  readonly days: readonly [number, number];
  /** Visits home in a year while away for months or more. */
  readonly visits: number;
  /** Weights of the purposes stated when leaving for a long stay and for a short one. */
  readonly longPurposes: Readonly<Record<string, number>>;
  readonly shortPurposes: Readonly<Record<string, number>>;
}

const even = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const holidays = [1, 0.7, 0.9, 1.4, 0.8, 1, 1.1, 0.9, 1, 0.9, 1, 2.6];
const terms = [2.6, 2.2, 0.5, 0.4, 0.3, 0.4, 1.4, 0.8, 0.4, 0.2, 0.2, 0.3];
const contracts = [2.2, 1.6, 1.3, 1, 0.9, 0.8, 0.9, 1, 1, 0.8, 0.5, 0.2];

/** A small land-locked country: many cross, few move. */
export const groups: readonly Group[] = [
  {
    id: 'citizen traveller',
    share: 0.28,
    home: 'inside',
    citizenships: { own: 1 },
    perYear: 2.2,
    months: holidays,
    stays: { days: 0.925, months: 0.035, year: 0.015, good: 0.025 },
    days: [0, 6],
    visits: 3,
    longPurposes: { work: 6, study: 1, family: 3 },
    shortPurposes: { visit: 7, work: 1, family: 3 },
  },
  {
    id: 'miner',
    share: 0.02,
    home: 'inside',
    citizenships: { own: 1 },
    perYear: 10,
    months: even,
    stays: { days: 0.995, months: 0.003, year: 0.001, good: 0.001 },
    days: [20, 6],
    visits: 6,
    longPurposes: { work: 1 },
    shortPurposes: { work: 1 },
  },
  {
    id: 'shopper',
    share: 0.05,
    home: 'inside',
    citizenships: { own: 8, neighbour: 1 },
    perYear: 8,
    months: holidays,
    stays: { days: 0.995, months: 0.002, year: 0.001, good: 0.002 },
    days: [0, 2],
    visits: 2,
    longPurposes: { family: 1, work: 1 },
    shortPurposes: { visit: 9, family: 1 },
  },
  {
    id: 'student abroad',
    share: 0.08,
    home: 'inside',
    citizenships: { own: 1 },
    perYear: 1.2,
    months: terms,
    stays: { days: 0.5, months: 0.2, year: 0.15, good: 0.15 },
    days: [1, 10],
    visits: 4,
    longPurposes: { study: 8, visit: 1 },
    shortPurposes: { visit: 6, study: 2 },
  },
  {
    id: 'visitor',
    share: 0.25,
    home: 'outside',
    citizenships: { neighbour: 6, region: 2, other: 2 },
    perYear: 1.1,
    months: holidays,
    stays: { days: 0.955, months: 0.025, year: 0.008, good: 0.012 },
    days: [0, 7],
    visits: 3,
    longPurposes: { visit: 3, work: 4, family: 3 },
    shortPurposes: { visit: 17, work: 2, family: 3 },
  },
  {
    id: 'foreign worker',
    share: 0.14,
    home: 'outside',
    citizenships: { neighbour: 3, region: 3, other: 4 },
    perYear: 0.7,
    months: contracts,
    stays: { days: 0.35, months: 0.3, year: 0.2, good: 0.15 },
    days: [2, 15],
    visits: 2.5,
    longPurposes: { work: 9, visit: 1 },
    shortPurposes: { work: 5, visit: 5 },
  },
  {
    id: 'foreign student',
    share: 0.05,
    home: 'outside',
    citizenships: { region: 7, neighbour: 2, other: 1 },
    perYear: 0.6,
    months: terms,
    stays: { days: 0.2, months: 0.25, year: 0.3, good: 0.25 },
    days: [1, 10],
    visits: 3,
    longPurposes: { study: 9, visit: 1 },
    shortPurposes: { study: 2, visit: 6 },
  },
  {
    id: 'citizen living abroad',
    share: 0.13,
    home: 'outside',
    citizenships: { own: 9, neighbour: 1 },
    perYear: 1.6,
    months: holidays,
    stays: { days: 0.89, months: 0.05, year: 0.02, good: 0.04 },
    days: [1, 10],
    visits: 3,
    longPurposes: { return: 7, family: 3, visit: 1 },
    shortPurposes: { visit: 6, family: 4, return: 1 },
  },
];
