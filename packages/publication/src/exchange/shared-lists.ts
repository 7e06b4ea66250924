/** Lists that tables share under the name that SDMX knows them by. */
export const listByConcept: Readonly<Record<string, string>> = {
  FREQ: 'CL_FREQ',
  REF_AREA: 'CL_AREA',
  MEASURE: 'CL_MEASURE',
  CITIZEN: 'CL_AREA',
  BIRTH: 'CL_AREA',
  PARTNER: 'CL_AREA',
  SEX: 'CL_SEX',
  AGE: 'CL_AGE',
  REASON: 'CL_REASON',
  STATUS: 'CL_STATUS',
  GEO: 'CL_GEO',
};

/** Classifications whose codes a list holds whether or not a table uses them. */
export const classificationsOfList: Readonly<Record<string, readonly string[]>> = {
  CL_AREA: ['country'],
  CL_SEX: ['sex'],
  CL_AGE: ['age_group'],
  CL_REASON: ['purpose'],
  CL_GEO: ['district'],
};

/** The list that holds a classification whole. */
export const listOfClassification = (classification: string | undefined): string | undefined =>
  classification === undefined
    ? undefined
    : Object.entries(classificationsOfList).find(([, held]) => held.includes(classification))?.[0];

/** Codes of STATUS. */
export const statusesOfResidence: Readonly<Record<string, string>> = { R: 'Resident', T: 'Temporary population' };
