import type { RecordDeclaration } from '../declaration.ts';
import { asylumCase } from './asylum-case.ts';
import { asylumStatistic } from './asylum-statistic.ts';
import { borderMovement } from './border-movement.ts';
import { indicatorSeries } from './indicator-series.ts';
import { internalMigration } from './internal-migration.ts';
import { labourCertification } from './labour-certification.ts';
import { legalInstrument } from './legal-instrument.ts';
import { migrantStock } from './migrant-stock.ts';
import { migrationDeath } from './migration-death.ts';
import { migrationFlow } from './migration-flow.ts';
import { naturalisation } from './naturalisation.ts';
import { policyAnswerRegister } from './policy-answer.ts';
import { populationCount } from './population-count.ts';
import { recruitmentCost } from './recruitment-cost.ts';
import { refugeePopulation } from './refugee-population.ts';
import { refusedEntry } from './refused-entry.ts';
import { reintegrationInterview } from './reintegration-interview.ts';
import { remittanceFlow } from './remittance-flow.ts';
import { remittancePrice } from './remittance-price.ts';
import { removal } from './removal.ts';
import { residencePermit } from './residence-permit.ts';
import { returnCase } from './return-case.ts';
import { traffickingDetection } from './trafficking-detection.ts';
import { visa } from './visa.ts';
import { workPermit } from './work-permit.ts';

/** What every country keeps: the movement log, registers, datasets. A country pack adds its own beside them. */
export const commonDeclarations: readonly RecordDeclaration[] = [
  borderMovement,
  visa,
  residencePermit,
  workPermit,
  labourCertification,
  asylumCase,
  refusedEntry,
  removal,
  returnCase,
  naturalisation,
  recruitmentCost,
  reintegrationInterview,
  policyAnswerRegister,
  legalInstrument,
  migrantStock,
  migrationFlow,
  remittanceFlow,
  populationCount,
  refugeePopulation,
  asylumStatistic,
  migrationDeath,
  indicatorSeries,
  internalMigration,
  traffickingDetection,
  remittancePrice,
];
