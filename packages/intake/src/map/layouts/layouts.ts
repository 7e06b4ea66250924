import { iomMissingMigrants } from './iom-missing-migrants.ts';
import type { Layout } from './layout.ts';
import { undesaMigrantStock } from './undesa-migrant-stock.ts';
import { unhcrPopulationStatistics } from './unhcr-population-statistics.ts';
import { usCbpI94 } from './us-cbp-i94.ts';
import { usDolH2 } from './us-dol-h2.ts';
import { worldBankBilateralMatrix } from './world-bank-bilateral-matrix.ts';

/** Files of publishers that come again and again. The first table that fits is taken. */
export const layouts: readonly Layout[] = [
  usCbpI94,
  undesaMigrantStock,
  unhcrPopulationStatistics,
  iomMissingMigrants,
  worldBankBilateralMatrix,
  usDolH2,
];
