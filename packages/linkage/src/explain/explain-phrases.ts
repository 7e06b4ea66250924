import type { Bilingual } from './bilingual.ts';

/**
 * Every phrase that an explanation is made of. Sesotho as written in Lesotho. The Sesotho sentences say "the two are alike"
 * after a colon, so that no adjective has to agree with the class of whatever noun a spec brings as a label.
 */
export const explainPhrases = {
  same: { en: 'same {label}', st: '{label}: lia tšoana' },
  different: { en: 'different {label}', st: '{label}: lia fapana' },
  level: { en: '{label}: {level}', st: '{label}: {level}' },
  silentOnce: { en: '{label} not stated in one of the records', st: '{label}: ha ea ngoloa ho e ’ngoe ea lirekoto' },
  silentTwice: { en: '{label} not stated in either record', st: '{label}: ha ea ngoloa lirekotong ka bobeli' },
  silentCounted: { en: '{label}: counted already', st: '{label}: e se e baliloe' },
  saysNothing: { en: '{fact}: says nothing', st: '{fact}: ha e re letho' },
  finding: { en: '{fact}: {evidence}', st: '{fact}: {evidence}' },
  findingRare: { en: '{fact}, {rarity}: {evidence}', st: '{fact}, {rarity}: {evidence}' },

  hardlyAny: { en: 'hardly any evidence either way', st: 'hoo e ka bang ha ho bopaki ka lehlakoreng lefe kapa lefe' },
  for: { en: '{strength} evidence for', st: 'bopaki {strength} ba hore ke motho a le mong' },
  against: { en: '{strength} evidence against', st: 'bopaki {strength} ba hore ke batho ba babeli' },
  weak: { en: 'weak', st: 'bo fokolang' },
  some: { en: 'some', st: 'bo itseng' },
  strong: { en: 'strong', st: 'bo matla' },
  veryStrong: { en: 'very strong', st: 'bo matla haholo' },

  veryRare: { en: 'very rare', st: 'e fumanehang ka seoelo haholo' },
  rare: { en: 'rare', st: 'e fumanehang ka seoelo' },
  common: { en: 'common', st: 'e tloaelehileng' },
  veryCommon: { en: 'very common', st: 'e tloaelehileng haholo' },
  withShare: { en: '{rarity} (about 1 in {count} records)', st: '{rarity} (e ka ba 1 ho lirekoto tse {count})' },

  prior: { en: 'Where every pair begins', st: 'Moo para e ’ngoe le e ’ngoe e qalang' },
  priorLevel: { en: 'two records at random', st: 'lirekoto tse peli tse khethiloeng feela' },
  priorWords: {
    en: 'of two records drawn at random, about 1 pair in {count} is one person',
    st: 'lirekotong tse peli tse khethiloeng feela, e ka ba para e le 1 ho tse {count} e leng motho a le mong',
  },
  differences: { en: 'Number of differences', st: 'Palo ea liphapang' },
  differencesLevel: { en: '{count} of {stated} differ', st: '{count} ho tse {stated} lia fapana' },
  differencesFact: {
    en: '{count} of the {stated} fields that both state differ',
    st: 'Lintlheng tse {stated} tse ngotsoeng ka bobeli, tse {count} lia fapana',
  },
  notStated: { en: 'not stated', st: 'ha ea ngoloa' },

  linked: { en: 'Enough to be taken as one person', st: 'Ho lekane hore li nkuoe e le motho a le mong' },
  doubtful: { en: 'In doubt, for a person to decide', st: 'Ho na le pelaelo; motho o tlameha ho etsa qeto' },
  apart: { en: 'Not enough to be taken as one person', st: 'Ha hoa lekana hore li nkuoe e le motho a le mong' },
  summary: { en: '{verdict} (probability {probability})', st: '{verdict} (monyetla ke {probability})' },
  summaryFor: { en: '{summary}; for it: {list}', st: '{summary}; tse e tšehetsang: {list}' },
  summaryAgainst: { en: '{summary}; against it: {list}', st: '{summary}; tse e hanyetsang: {list}' },
  sentence: { en: '{summary}.', st: '{summary}.' },
  and: { en: 'and', st: 'le' },
} as const satisfies Readonly<Record<string, Bilingual>>;
