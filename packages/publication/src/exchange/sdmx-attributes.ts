import type { MigrationAttribute } from './concepts.ts';

/** Code lists of the attributes that have one; the others hold numbers or words. */
export const attributeList: Readonly<Partial<Record<MigrationAttribute, string>>> = {
  UNIT_MEASURE: 'CL_UNIT_MEASURE',
  UNIT_MULT: 'CL_UNIT_MULT',
  OBS_STATUS: 'CL_OBS_STATUS',
  CONF_STATUS: 'CL_CONF_STATUS',
  RESIDENCE_RULE: 'CL_RESIDENCE_RULE',
};

/** SDMX data type of the attributes without a code list. */
export const attributeType: Readonly<Partial<Record<MigrationAttribute, 'Double' | 'String'>>> = {
  VINTAGE: 'String',
  LOW95: 'Double',
  HIGH95: 'Double',
  COMMENT_OBS: 'String',
};

/** Attributes that each figure has. */
export const mandatoryAttributes: ReadonlySet<string> = new Set<MigrationAttribute>([
  'UNIT_MEASURE',
  'UNIT_MULT',
  'OBS_STATUS',
  'CONF_STATUS',
]);
