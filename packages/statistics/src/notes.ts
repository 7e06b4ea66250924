import type { Text } from '@leeto/registers';

/** Notes that all counts of movements carry. */
export const movementNotes: readonly Text[] = [
  {
    en: 'Interim definition: persons are distinct travel documents (number and issuing state; where none is stated, name, birth date and citizenship). A re-issued document counts twice, so the figure is an upper bound until persons are linked.',
  },
  {
    en: 'A traveller recorded again at the same port in the same direction within ten minutes on one day, as happens where people are sent from desk to desk, crossed once.',
  },
  { en: 'Refused entries are not movements. Crossings away from ports of entry are not recorded.' },
];

export const publishedNotes: readonly Text[] = [
  {
    en: 'Published figures of the source named. Sources are never added up: where several have a period, the one with the longest series is taken, then the one published last; of several releases of one source the latest.',
  },
];

/** Notes on pairing arrivals with departures. */
export const stayNotes: readonly Text[] = [
  {
    en: 'Upper bound: missing exits look like overstay. Interim definition: an arrival is paired with the next departure on the same travel document, so that leaving on a re-issued document counts as no exit.',
  },
  {
    en: 'Stays without any recorded or permitted limit are left out, and so are stays with an application pending since before the limit.',
  },
];

export const permitNotes: readonly Text[] = [
  {
    en: 'Dated by the decision; where that is not stated, by the first day of validity. A record without a decision is taken as granted, since these registers hold permits issued.',
  },
];

export const deathNotes: readonly Text[] = [
  {
    en: 'A minimum count: only deaths and disappearances that somebody documented are in it. No figure does not mean no death.',
  },
];

/** Said of tables by year: a year is told when it cannot change any more. */
export const finalYears: Text = {
  en: 'Years are told whose crossings are all decided: sixteen months after the end of the year. The first year observed is not told, because it is not known yet where people lived before. Later months are estimated in the provisional series.',
};

/** Notes on flows by outcome. */
export const residenceNotes: readonly Text[] = [
  {
    en: 'Persons are those found by linkage; where the records of a snapshot were not linked, a travel document (number and issuing state; where none is stated, name, birth date and citizenship) stands for a person. Somebody who goes on a new document then looks as if gone for good, so that the figures are interim until persons are linked.',
  },
  {
    en: 'Movements that name nobody cannot be followed and are left out. Holders of diplomatic permits are not migrants.',
  },
  {
    en: 'Where somebody lived before the first crossing seen is not known: what would differ between resident and non-resident is counted as open. Status becomes known with the first stay of a year on one side.',
  },
  {
    en: 'A missing crossing is put in at the middle of the gap; migrants whose outcome rests on one are counted apart.',
  },
];
