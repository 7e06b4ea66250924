import type { ClassificationItem } from '../declaration.ts';

/** Codes that ICAO Doc 9303-3 (section 5, parts B to D) adds to ISO 3166-1 for travel documents. */
export const icaoItems: readonly ClassificationItem[] = [
  icao('XXA', 'Stateless person', 'stateless', [
    'Stateless',
    'INVALID: STATELESS',
    'Stateless person (Article 1 of the 1954 Convention)',
    'Stateless persons',
    'apatride',
  ]),
  icao('XXB', 'Refugee under the 1951 Convention', 'refugee', ['Refugee', 'Convention refugee']),
  icao('XXC', 'Refugee, other', 'refugee', ['Other refugee', 'Refugee (other)']),
  icao('XXX', 'Person of unspecified nationality', 'unspecified', [
    'Unspecified nationality',
    'Undetermined nationality',
  ]),
  icao('RKS', 'Kosovo', 'territory', [
    'Kosovo',
    'XKX',
    'KSV',
    'XK',
    'Kosovo (S/RES/1244 (1999))',
    'Republic of Kosovo',
    'Kosovo, under UNSC res. 1244',
  ]),
  icao('EUE', 'European Union (laissez-passer)', 'organisation', ['European Union laissez-passer']),
  icao('GBD', 'British overseas territories citizen', 'british', ['British Dependent Territories citizen']),
  icao('GBN', 'British national (overseas)', 'british'),
  icao('GBO', 'British overseas citizen', 'british'),
  icao('GBP', 'British protected person', 'british'),
  icao('GBS', 'British subject', 'british'),
  icao('UNO', 'United Nations Organization', 'organisation', ['United Nations', 'UN laissez-passer']),
  icao('UNA', 'United Nations specialised agency', 'organisation'),
  icao('UNK', 'United Nations mission in Kosovo (travel document)', 'organisation', ['UNMIK']),
  icao('XOM', 'Sovereign Military Order of Malta', 'organisation', ['Order of Malta', 'Knights of Malta']),
];

/** Numbers of the United States I-94 country list that its own code book gives without a country. */
const I94_WITHOUT_COUNTRY: readonly number[] = [
  54, 100, 187, 190, 200, 219, 238, 277, 293, 300, 319, 365, 395, 400, 485, 503, 589, 592, 791, 849, 914, 944, 996,
];

/** Totals and what is left over, after the SDMX conventions `_T`, `_O`, `_U`. */
export const totalItems: readonly ClassificationItem[] = [
  {
    code: '_T',
    label: { en: 'All countries' },
    aliases: ['World', 'Total', 'All', 'Grand total', 'All nationalities', 'Monde', 'Total population'],
  },
  {
    code: '_O',
    label: { en: 'Other or not specified countries' },
    aliases: [
      'Other',
      'Others',
      'Other countries',
      'Other South',
      'Other North',
      'Various',
      'Mixed/Unknown',
      'Various/Unknown',
      'Rest of the world',
      'Other nationalities',
      'Mixed',
      'Other Africa',
      'Other foreigners',
      'Other origins',
      'Various / unknown',
    ],
  },
  {
    code: '_U',
    label: { en: 'Not stated' },
    aliases: [
      ...I94_WITHOUT_COUNTRY.map((number) => `No Country Code (${number})`),
      'INVALID: UNKNOWN',
      'INVALID: UNKNOWN COUNTRY',
      'INVALID: NON-QUOTA IMMIGRANT',
      'INVALID: BORN ON BOARD SHIP',
      'INVALID: INTERNATIONAL WATERS',
      'INVALID: NEUTRAL ZONE (S. ARABIA/IRAQ)',
      'Unknown',
      'Not known',
      'Not stated',
      'N/A',
      'Not specified',
      'Unspecified',
      'Undetermined',
      'UKN',
      'NK',
      'Not reported',
      'Unknown country',
      'No country code',
      'Unidentified',
      'Unknown origin',
    ],
  },
];

/** Countries that are no more (ISO 3166-3 and UN M49), under the alpha-3 codes that they had. */
export const formerCountries: readonly ClassificationItem[] = [
  former('CSK', 'Czechoslovakia', '1992-12-31', 'CZE SVK', [
    'Czechoslovakia (former)',
    'INVALID: CZECHOSLOVAKIA',
    'Czechoslovakia, Czechoslovak Socialist Republic',
    'CSSR',
  ]),
  former('SUN', 'Union of Soviet Socialist Republics', '1991-12-25', 'RUS and others', [
    'USSR',
    'INVALID: USSR',
    'Soviet Union',
    'U.S.S.R.',
    'Former USSR',
    'USSR (former)',
  ]),
  former('YUG', 'Yugoslavia', '2003-02-04', 'SRB MNE HRV SVN BIH MKD', [
    'Yugoslavia (former)',
    'Former Yugoslavia',
    'Yugoslavia, Socialist Federal Republic of',
    'SFR Yugoslavia',
  ]),
  former('SCG', 'Serbia and Montenegro', '2006-06-03', 'SRB MNE', [
    'Serbia & Montenegro',
    'Serbia-Montenegro',
    'Federal Republic of Yugoslavia',
  ]),
  former('ANT', 'Netherlands Antilles', '2010-10-10', 'CUW SXM BES', [
    'Netherlands Antilles (former)',
    'Netherlands Antilles (until 2010)',
    'Dutch Antilles',
  ]),
  former('DDR', 'German Democratic Republic', '1990-10-03', 'DEU', ['East Germany', 'GDR', 'German Dem. Rep.']),
  former('YMD', 'Yemen, Democratic', '1990-05-22', 'YEM', [
    'Democratic Yemen',
    'South Yemen',
    "People's Democratic Republic of Yemen",
  ]),
  former('PCI', 'Pacific Islands (Trust Territory)', '1986-10-21', 'FSM MHL MNP PLW', [
    'Trust Territory of the Pacific Islands',
    'Pacific Islands',
    'Trust Terr of the Pacific Islands',
  ]),
];

function icao(code: string, label: string, group: string, aliases: readonly string[] = []): ClassificationItem {
  return {
    code,
    label: { en: label },
    ...(aliases.length === 0 ? {} : { aliases }),
    properties: { list: 'icao', group },
  };
}

function former(
  code: string,
  label: string,
  validTo: string,
  successors: string,
  aliases: readonly string[],
): ClassificationItem {
  return { code, label: { en: label }, validTo, aliases, properties: { list: 'former', successors } };
}

/**
 * Areas that publishers count apart and ISO 3166-1 has no code for, under the publishers' codes (World Bank, UNHCR). Counting them
 * under the country that they belong to would give that country two figures for the same year.
 */
export const statisticalAreas: readonly ClassificationItem[] = [
  {
    code: 'CHI',
    label: { en: 'Channel Islands' },
    aliases: ['Channel Islands*', '830', 'Guernsey and Jersey'],
    properties: { list: 'statistical', members: 'GGY JEY' },
  },
  { code: 'TIB', label: { en: 'Tibetan' }, aliases: ['Tibetans'], properties: { list: 'statistical', members: 'CHN' } },
  {
    code: 'AB9',
    label: { en: 'Abyei Area' },
    aliases: ['Abyei'],
    properties: { list: 'statistical', members: 'SDN SSD' },
  },
];
