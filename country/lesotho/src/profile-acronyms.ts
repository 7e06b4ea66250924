import type { ProfilePack } from '@leeto/publication';

const meanings = {
  AU: 'African Union',
  AVRR: 'Assisted voluntary return and reintegration',
  BoS: 'Bureau of Statistics',
  CBL: 'Central Bank of Lesotho',
  GCM: 'Global Compact for Safe, Orderly and Regular Migration',
  GDP: 'Gross domestic product',
  ICAO: 'International Civil Aviation Organization',
  IDP: 'Internally displaced person',
  IMDMS: 'Integrated Migration Data Management System',
  IOM: 'International Organization for Migration',
  IRTS: 'International Recommendations for Tourism Statistics',
  LEP: 'Lesotho Exemption Permit (South Africa)',
  LMPS: 'Lesotho Mounted Police Service',
  LSP: 'Lesotho Special Permit (South Africa)',
  NICR: 'National Identity and Civil Registry',
  SACU: 'Southern African Customs Union',
  SADC: 'Southern African Development Community',
  SDG: 'Sustainable Development Goal',
  TIP: 'Trafficking in persons',
  'UN DESA': 'United Nations Department of Economic and Social Affairs',
  UNHCR: 'United Nations High Commissioner for Refugees',
} as const;

/** Acronyms of the report, spelt out. */
export const acronyms: ProfilePack['acronyms'] = Object.entries(meanings).map(([acronym, en]) => ({
  acronym,
  meaning: { en },
}));
