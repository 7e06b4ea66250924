import type { Agency } from '@leeto/registers';

/** Who holds migration data on Lesotho: its own agencies, then the publishers abroad. */
export const agencies: readonly Agency[] = [
  national('home_affairs_immigration', 'Ministry of Home Affairs, Department of Immigration'),
  national('visa_provider', 'Lesotho e-Visa service'),
  national('home_affairs_residence', 'Ministry of Home Affairs, residence permits'),
  national('labour_commissioner', 'Ministry of Labour and Employment, Labour Commissioner'),
  national('refugees_commissioner', 'Ministry of Home Affairs, Commissioner for Refugees'),
  national('police', 'Lesotho Mounted Police Service', 'LMPS', 'Sepolesa sa Lesotho'),
  national('home_affairs_civil_registry', 'Ministry of Home Affairs, National Identity and Civil Registry', 'NICR'),
  national('bureau_of_statistics', 'Bureau of Statistics', 'BoS'),
  national('central_bank', 'Central Bank of Lesotho', 'CBL', 'Banka e Kholo ea Lesotho'),
  national('foreign_affairs', 'Ministry of Foreign Affairs and International Relations'),
  national('tip_secretariat', 'Ministry of Home Affairs, Trafficking in Persons Secretariat'),
  national('ministry_of_health', 'Ministry of Health', undefined, 'Lekala la Bophelo'),
  national('social_development', 'Ministry of Gender, Youth and Social Development'),
  national('ministry_of_finance', 'Ministry of Finance and Development Planning', undefined, 'Lekala la Lichelete'),
  national('revenue_services', 'Revenue Services Lesotho', 'RSL'),
  international('iom_lesotho', 'International Organization for Migration, Lesotho', 'IOM Lesotho'),
  international('undesa', 'United Nations Department of Economic and Social Affairs, Population Division', 'UN DESA'),
  international('unhcr', 'United Nations High Commissioner for Refugees', 'UNHCR'),
  international('iom', 'International Organization for Migration', 'IOM'),
  international('world_bank', 'World Bank'),
  international(
    'us_cbp',
    'United States National Travel and Tourism Office and Customs and Border Protection',
    'US CBP',
  ),
  international('idmc', 'Internal Displacement Monitoring Centre', 'IDMC'),
  international('us_dol', 'United States Department of Labor', 'US DoL'),
  international('stats_sa', 'Statistics South Africa', 'Stats SA'),
  international('dha_south_africa', 'Department of Home Affairs, South Africa', 'DHA South Africa'),
];

function national(id: string, en: string, abbreviation?: string, st?: string): Agency {
  return {
    id,
    name: st === undefined ? { en } : { en, st },
    level: 'national',
    ...(abbreviation === undefined ? {} : { abbreviation }),
  };
}

function international(id: string, en: string, abbreviation?: string): Agency {
  return { id, name: { en }, level: 'international', ...(abbreviation === undefined ? {} : { abbreviation }) };
}
