import type { PackDelivery, Provenance } from '@leeto/registers';

type Row = Readonly<Record<string, string>>;

const published = (agency: string, citation: string): Provenance => ({ agency, citation, isSynthetic: false });

/** A delivery of `indicator_series` whose every row carries the delivery's own citation. */
function indicators(id: string, provenance: Provenance, rows: readonly Row[]): PackDelivery {
  return {
    id,
    register: 'indicator_series',
    provenance,
    rows: rows.map((row) => ({
      reference_area: 'LSO',
      partner: '_T',
      obs_status: 'A',
      citation: provenance.citation,
      ...row,
    })),
  };
}

/** Persons born in Lesotho who lived in South Africa at its census of 2022. */
export const basothoInSouthAfrica: PackDelivery = {
  id: 'lesotho_born_in_south_africa_2022',
  register: 'migrant_stock',
  provenance: {
    ...published(
      'stats_sa',
      'Statistics South Africa, Census 2022, statistical release P0301.4: migrants by country of birth',
    ),
    publishedOn: '2023-10-10',
  },
  rows: [
    {
      reference_area: 'ZAF',
      origin: 'LSO',
      sex: '_T',
      time_period: '2022',
      basis: 'foreign_born',
      obs_value: '227770',
      residence_rule: 'census',
      obs_status: 'A',
      note: '10.2 per cent of the 2.4 million foreign-born; third after Zimbabwe and Mozambique. The census had an undercount of 31 per cent, for which its results are adjusted.',
    },
  ],
};

/** Immigrants in Lesotho in 2020, the latest stock of the United Nations before its revision of 2024. */
export const immigrants2020: PackDelivery = {
  id: 'immigrants_lesotho_2020',
  register: 'migrant_stock',
  provenance: published(
    'undesa',
    'UN DESA, Population Division, International Migrant Stock 2020 (POP/DB/MIG/Stock/Rev.2020)',
  ),
  rows: [
    {
      reference_area: 'LSO',
      origin: '_T',
      sex: '_T',
      time_period: '2020',
      basis: 'not_stated',
      obs_value: '12060',
      residence_rule: 'not_stated',
      obs_status: 'E',
      note: 'Estimate at mid-year; about 0.6 per cent of the population.',
    },
  ],
};

/** The special permits by which South Africa regularised Basotho from 2016. */
export const specialPermits = indicators(
  'lesotho_special_permits',
  published(
    'dha_south_africa',
    'Department of Home Affairs, South Africa, Lesotho Special Permit: applications and permits issued',
  ),
  [
    {
      indicator: 'lesotho_special_permits_applications',
      partner: 'ZAF',
      time_period: '2016',
      obs_value: '194941',
      unit: 'applications',
      note: 'Applications to the programme of 2015 and 2016 as a whole, under its later year.',
    },
    {
      indicator: 'lesotho_special_permits_issued',
      partner: 'ZAF',
      time_period: '2016',
      obs_value: '90314',
      unit: 'permits',
      note: 'Permits issued under the programme of 2015 and 2016 as a whole, under its later year. Replaced by the Lesotho Exemption Permit from 2020.',
    },
  ],
);

/** Holders of the permit that came after it. */
export const exemptionPermits = indicators(
  'lesotho_exemption_permits',
  published(
    'dha_south_africa',
    'Department of Home Affairs, South Africa, Lesotho Exemption Permit, extended to 28 May 2027',
  ),
  [
    {
      indicator: 'lesotho_exemption_permit_holders',
      partner: 'ZAF',
      time_period: '2025',
      obs_value: '54000',
      unit: 'permits',
      obs_status: 'E',
      note: 'About 54,000 holders, as announced with the extension from 29 November 2025 to 28 May 2027.',
    },
  ],
);

/** Remittances as a share of the gross domestic product, in the years for which a source states it. */
export const remittances = indicators(
  'remittances_share_gdp',
  published('world_bank', 'World Bank, personal remittances received (% of GDP), as cited in reports on Lesotho'),
  [
    {
      indicator: 'remittances_share_gdp',
      time_period: '2006',
      obs_value: '25',
      unit: 'per cent of GDP',
      obs_status: 'E',
      note: 'Rounded by the source.',
    },
    {
      indicator: 'remittances_share_gdp',
      time_period: '2015',
      obs_value: '17.5',
      unit: 'per cent of GDP',
      note: 'Latest share stated with its year; the first Migration Profile of 2023 says "over 20 per cent" without one.',
    },
  ],
);

/** The load of the border in the festive season, for which South Africa publishes figures by post. */
export const seasonOfTravel = indicators(
  'festive_season_2017',
  published(
    'dha_south_africa',
    'Department of Home Affairs, South Africa, festive season movements, December 2017 to January 2018',
  ),
  [
    {
      indicator: 'arrivals_in_south_africa_season',
      partner: 'ZAF',
      time_period: '2017',
      obs_value: '758519',
      unit: 'arrivals',
      note: 'Citizens of Lesotho who entered South Africa, December 2017 to January 2018. Movements, not persons.',
    },
    {
      indicator: 'port_movements_season',
      partner: 'ZAF',
      time_period: '2017',
      obs_value: '701588',
      unit: 'movements',
      note: 'Ficksburg Bridge (Maputsoe), the busiest post of the season; Maseru Bridge had 699,186.',
    },
  ],
);

/** How much was on record at all, before there was a system. */
export const sourcesAssessed = indicators(
  'migration_datasets_2015',
  published('iom', 'IOM, Enhancing Migration Data Management in Lesotho: Assessment Report (2015)'),
  [
    {
      indicator: 'migration_datasets',
      time_period: '2015',
      obs_value: '34',
      unit: 'datasets',
      note: 'Datasets with information on migration held in Lesotho, largely on paper.',
    },
  ],
);
