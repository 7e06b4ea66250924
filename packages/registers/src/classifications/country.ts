import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import portuguese from 'i18n-iso-countries/langs/pt.json' with { type: 'json' };
import type { Country } from 'world-countries';
import worldCountries from 'world-countries/countries.json' with { type: 'json' };
import type { ClassificationItem } from '../declaration.ts';
import { defineClassification } from '../shapes/define-classification.ts';
import { spellingKey } from '../shapes/spelling-key.ts';
import { formerCountries, icaoItems, statisticalAreas, totalItems } from './country-specials.ts';
import { AMBIGUOUS_SPELLINGS, COUNTRY_SPELLINGS } from './country-spellings.ts';

/** Members of the Southern African Development Community. */
export const SADC_MEMBERS: ReadonlySet<string> = new Set([
  'AGO',
  'BWA',
  'COM',
  'COD',
  'SWZ',
  'LSO',
  'MDG',
  'MWI',
  'MUS',
  'MOZ',
  'NAM',
  'SYC',
  'ZAF',
  'TZA',
  'ZMB',
  'ZWE',
]);

const SESOTHO_NAMES: Readonly<Record<string, string>> = {
  ZAF: 'Afrika Boroa',
  LSO: 'Lesotho',
  MOZ: 'Mozambiki',
  SWZ: 'Swatini',
};

/** The names that statistics use today, where the lists' own are older or longer. */
const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  COD: 'Democratic Republic of the Congo',
  COG: 'Congo',
  TUR: 'Türkiye',
  SWZ: 'Eswatini',
  CZE: 'Czechia',
  PSE: 'State of Palestine',
  CPV: 'Cabo Verde',
  CIV: "Côte d'Ivoire",
  FSM: 'Micronesia (Federated States of)',
};

/** The file gives what the package's own types promise; its inferred type would be a union of 250 shapes. */
const listedCountries: readonly Country[] = worldCountries as unknown as readonly Country[];

/** How many countries share a demonym: a Congolese, a Guinean, a Dominican may be of several. */
const demonymHolders = Map.groupBy(listedCountries.flatMap(demonymsOf), (demonym) => demonym)
  .entries()
  .reduce((counts, [demonym, holders]) => counts.set(demonym, holders.length), new Map<string, number>());

/** All countries and citizenships. */
export const country = defineClassification({
  id: 'country',
  label: { en: 'Countries and citizenships', st: 'Linaha' },
  description: {
    en: 'ISO 3166-1 alpha-3, the codes that ICAO adds for travel documents, countries that are no more, and totals.',
  },
  version: 'ISO 3166-1:2020, with ICAO Doc 9303 eighth edition',
  source:
    'ISO 3166-1 and M49 codes, names in English, French and Portuguese: i18n-iso-countries (MIT); regions, neighbours and further names: mledoze/countries (ODbL 1.0); ICAO Doc 9303-3, section 5',
  status: 'official',
  items: withoutRivals([
    ...totalItems,
    ...listedCountries.filter(hasIsoCode).map(toItem),
    ...icaoItems,
    ...statisticalAreas,
    ...formerCountries,
  ]),
});

/** The list of countries keeps Kosovo under UNK, which on travel documents means something else. */
function hasIsoCode(each: Country): boolean {
  return each.cca3 !== 'UNK';
}

function toItem(each: Country): ClassificationItem {
  const label = ENGLISH_NAMES[each.cca3] ?? each.name.common;
  const sesotho = SESOTHO_NAMES[each.cca3];
  return {
    code: each.cca3,
    label: sesotho === undefined ? { en: label } : { en: label, st: sesotho },
    aliases: aliasesOf(each),
    properties: {
      list: 'iso',
      alpha_2: each.cca2,
      m49: each.ccn3,
      region: each.region,
      subregion: each.subregion,
      is_sadc: SADC_MEMBERS.has(each.cca3),
      neighbours: each.borders.join(' '),
    },
  };
}

function aliasesOf(each: Country): readonly string[] {
  const spellings = [
    each.cca2,
    each.ccn3,
    ...(COUNTRY_SPELLINGS[each.cca3] ?? []),
    each.name.common,
    each.name.official,
    ...namesIn(english, each.cca2),
    ...namesIn(french, each.cca2),
    ...namesIn(portuguese, each.cca2),
    ...['fra', 'por', 'deu', 'nld', 'spa'].flatMap((language) => translationsOf(each, language)),
    ...each.altSpellings.filter((spelling) => spelling.length > 3),
    each.cioc,
    ...demonymsOf(each).filter((demonym) => demonymHolders.get(demonym) === 1),
  ].filter((spelling) => spelling !== undefined && spelling !== '');
  const seen = new Set<string>([...AMBIGUOUS_SPELLINGS]);
  return spellings.filter((spelling) => {
    const key = spellingKey(spelling);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Registers of persons write citizenship as an adjective: "Eritrean". */
function demonymsOf(each: Country): readonly string[] {
  const { m, f } = each.demonyms.eng ?? { m: '', f: '' };
  return [...new Set([m, f])].filter((demonym) => demonym !== '');
}

function namesIn(
  list: { readonly countries: Readonly<Record<string, string | readonly string[]>> },
  alpha2: string,
): readonly string[] {
  const names = list.countries[alpha2];
  return names === undefined ? [] : typeof names === 'string' ? [names] : names;
}

function translationsOf(each: Country, language: string): readonly string[] {
  const translation = each.translations[language];
  return translation === undefined ? [] : [translation.common, translation.official];
}

/**
 * Drops a spelling from all countries but the one with the best claim: the code, then the English label, then the publishers'
 * spellings, then the lists' names. Without this, "Congo" or a committee code that is another country's ISO code would answer
 * for two.
 */
function withoutRivals(items: readonly ClassificationItem[]): readonly ClassificationItem[] {
  const holder = new Map<string, string>();
  const claim = (spelling: string, code: string): void => {
    const key = spellingKey(spelling);
    if (!holder.has(key)) holder.set(key, code);
  };
  for (const item of items) claim(item.code, item.code);
  for (const item of items) for (const spelling of COUNTRY_SPELLINGS[item.code] ?? []) claim(spelling, item.code);
  for (const item of items) claim(item.label.en, item.code);
  for (const item of items) for (const alias of (item.aliases ?? []).slice(0, 2)) claim(alias, item.code);
  for (const item of items) for (const alias of item.aliases ?? []) claim(alias, item.code);
  return items.map((item) => ({
    ...item,
    aliases: (item.aliases ?? []).filter((alias) => holder.get(spellingKey(alias)) === item.code),
  }));
}
