import type { Segment } from './segment.ts';

/** Names from which persons are made, commonest first (a person's name is drawn with a lean to the beginning). */
export interface NamePool {
  readonly surnames: readonly string[];
  readonly female: readonly string[];
  readonly male: readonly string[];
  /** Second given names, added to some. */
  readonly secondFemale?: readonly string[];
  readonly secondMale?: readonly string[];
}

export interface PackDistrict {
  /** Code of the classification `district`. */
  readonly code: string;
  readonly name: string;
  /** Persons; gives the district's share of households. */
  readonly population: number;
  /** Ports that its people use, nearest first. */
  readonly ports: readonly string[];
}

export interface PackPort {
  /** Code of the classification `port`. */
  readonly code: string;
  readonly name: string;
  /** Share of the traffic of those who are not bound to a port by where they live. */
  readonly weight: number;
  /** `electronic` posts feed the border system, `manual` posts keep a paper register, typed up later. */
  readonly capture: 'electronic' | 'manual';
  readonly kind: 'road' | 'mountain' | 'air';
  /** Opening hours, in minutes of the day. */
  readonly opens: number;
  readonly closes: number;
  /** Share of true crossings that leave no record. */
  readonly missedArrivals: number;
  readonly missedDepartures: number;
  /** Outages a year; each lasts one to three days. */
  readonly outagesPerYear: number;
  /** How clerks write it. */
  readonly spellings: readonly string[];
}

/** A foreign nationality: what it is called, its names, its passports. */
export interface PackNationality {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: string;
  /** Other spellings found in forms. */
  readonly spellings: readonly string[];
  /** Ids of name pools; one is drawn per household. */
  readonly pools: readonly string[];
  /** `#` a digit, `?` a capital letter, anything else itself. */
  readonly passport: string;
  readonly needsVisa: boolean;
}

export interface PackCode {
  /** Code of the common classification. */
  readonly code: string;
  /** What the agency writes instead, where it has codes of its own. */
  readonly agencyCode: string;
  readonly label: string;
  readonly weight: number;
}

export interface PackOccupation {
  /** ISCO-08 unit group. */
  readonly isco: string;
  /** Section of ISIC Rev.4. */
  readonly isic: string;
  /** As written in applications. */
  readonly titles: readonly string[];
  readonly weight: number;
}

/**
 * Shares of records with one error of the kind, in an electronic system; paper multiplies them by
 * `paperFactor`, forms filled in by the applicant or clerk by `formFactor`. Some records have two.
 */
export interface ErrorRates {
  readonly paperFactor: number;
  readonly formFactor: number;
  readonly rates: Readonly<Record<ErrorKind, number>>;
}

export type ErrorKind =
  | 'surname_sound'
  | 'surname_typing'
  | 'given_sound'
  | 'given_typing'
  | 'names_swapped'
  | 'marks_dropped'
  | 'initials_only'
  | 'second_name_dropped'
  | 'trailing_space'
  | 'birth_day_month_swapped'
  | 'birth_digit'
  | 'birth_century'
  | 'birth_impossible'
  | 'birth_missing'
  | 'document_look_alike'
  | 'document_transposed'
  | 'document_missing'
  | 'sex_wrong'
  | 'sex_missing'
  | 'nationality_missing'
  | 'code_variant';

/** All that the generator does not know of a country by itself. Codes are those of the country pack's classifications. */
export interface PopulationPack {
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly countryName: string;
  /** Where most go and come from. */
  readonly neighbour: string;
  readonly districts: readonly PackDistrict[];
  readonly ports: readonly PackPort[];
  readonly namePools: Readonly<Record<string, NamePool>>;
  /** Spellings that sound alike, both ways ("ts'" and "tš", "oa" and "wa"). */
  readonly soundAlikes: readonly (readonly [string, string])[];
  readonly citizens: {
    /** Share of all persons who are citizens. */
    readonly share: number;
    readonly pools: readonly string[];
    readonly passport: string;
    readonly nationalId: string;
    /** Share of adults with a passport; the others cross with the identity card, or with nothing. */
    readonly passportShare: number;
    /** Share of passport holders whose passport is replaced (new number) within the period. */
    readonly reissueShare: number;
  };
  readonly nationalities: readonly PackNationality[];
  readonly segments: readonly Segment[];
  /** School terms: first and last day as `MM-DD`. */
  readonly schoolTerms: readonly (readonly [string, string])[];
  readonly permitTypes: readonly PackCode[];
  readonly workPermitType: string;
  readonly visaTypes: readonly PackCode[];
  readonly refusalGrounds: readonly PackCode[];
  readonly removalGrounds: readonly PackCode[];
  readonly occupations: readonly PackOccupation[];
  readonly employers: readonly string[];
  readonly missions: readonly string[];
  /** Ways to write a purpose by hand, by purpose code. */
  readonly purposeWords: Readonly<Record<string, readonly string[]>>;
  /** Yes, no, male, female as clerks write them, in the country's languages. */
  readonly words: Readonly<Record<'yes' | 'no' | 'male' | 'female', readonly string[]>>;
  readonly errors: ErrorRates;
}
