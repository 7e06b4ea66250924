import type { ClassificationDeclaration } from '../declaration.ts';
import { ageGroup } from './age-group.ts';
import { areaAggregate } from './area-aggregate.ts';
import { asylumDecision } from './asylum-decision.ts';
import { asylumIndicator } from './asylum-indicator.ts';
import { asylumStatus } from './asylum-status.ts';
import { biometricResult } from './biometric-result.ts';
import { captureSource } from './capture-source.ts';
import { certificationDecision } from './certification-decision.ts';
import { country } from './country.ts';
import { direction } from './direction.ts';
import { documentType } from './document-type.ts';
import { exploitation } from './exploitation.ts';
import { flowDirection } from './flow-direction.ts';
import { indicator } from './indicator.ts';
import { instrumentKind } from './instrument-kind.ts';
import { instrumentStatus } from './instrument-status.ts';
import { isco08 } from './isco08.ts';
import { isicSection } from './isic-section.ts';
import { lane } from './lane.ts';
import { migrationInterval } from './migration-interval.ts';
import { naturalisationGround } from './naturalisation-ground.ts';
import { obsStatus } from './obs-status.ts';
import { permitDecision } from './permit-decision.ts';
import { policyAnswer } from './policy-answer.ts';
import { policySubcategory } from './policy-subcategory.ts';
import { populationType } from './population-type.ts';
import { purpose } from './purpose.ts';
import { refusalGround } from './refusal-ground.ts';
import { reintegrationScales } from './reintegration-scales.ts';
import { removalGround } from './removal-ground.ts';
import { residenceRule } from './residence-rule.ts';
import { returnType } from './return-type.ts';
import { sex } from './sex.ts';
import { stockBasis } from './stock-basis.ts';
import { transportMode } from './transport-mode.ts';
import { visaEntries } from './visa-entries.ts';
import { visitDecision } from './visit-decision.ts';
import { watchListResult } from './watch-list-result.ts';

/**
 * Code lists that hold in every country. District, port, permit and visa types come with the country pack; a pack's
 * classification of the same id as one of these takes its place.
 */
export const commonClassifications: readonly ClassificationDeclaration[] = [
  ageGroup,
  areaAggregate,
  asylumDecision,
  asylumIndicator,
  asylumStatus,
  biometricResult,
  captureSource,
  certificationDecision,
  country,
  direction,
  documentType,
  flowDirection,
  indicator,
  instrumentKind,
  instrumentStatus,
  isco08,
  isicSection,
  lane,
  obsStatus,
  permitDecision,
  populationType,
  purpose,
  refusalGround,
  removalGround,
  residenceRule,
  returnType,
  sex,
  stockBasis,
  transportMode,
  visaEntries,
  visitDecision,
  policySubcategory,
  policyAnswer,
  naturalisationGround,
  migrationInterval,
  exploitation,
  ...reintegrationScales,
  watchListResult,
];
