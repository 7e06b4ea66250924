import type { Text } from '@leeto/registers';

export interface ListedCode {
  /** As SDMX writes it. */
  readonly id: string;
  /** As the tables write it; the same unless SDMX has no way to. */
  readonly code: string;
  readonly label: Text;
}

export interface CodeList {
  /** `CL_SEX`. */
  readonly id: string;
  readonly label: Text;
  readonly codes: readonly ListedCode[];
}

function codeList(id: string, label: string, codes: Readonly<Record<string, string>>): CodeList {
  return {
    id,
    label: { en: label },
    codes: Object.entries(codes).map(([code, words]) => ({ id: code, code, label: { en: words } })),
  };
}

/** Code lists that are the same whatever the tables hold (SDMX cross-domain code lists; their codes in use here). */
export const frequencies = codeList('CL_FREQ', 'Frequency', {
  A: 'Annual',
  S: 'Half-yearly',
  Q: 'Quarterly',
  M: 'Monthly',
  D: 'Daily',
  _U: 'Unspecified',
  _Z: 'Not applicable',
});

export const observationStatuses = codeList('CL_OBS_STATUS', 'Observation status', {
  A: 'Normal value',
  P: 'Provisional value',
  E: 'Estimated value',
  F: 'Forecast value',
  I: 'Imputed value',
  B: 'Time series break',
  M: 'Missing value',
  Q: 'Missing value; suppressed',
  U: 'Low reliability',
  K: 'Data included in another category',
});

export const confidentialityStatuses = codeList('CL_CONF_STATUS', 'Confidentiality status', {
  F: 'Free',
  N: 'Not for publication, restricted for internal use only',
  C: 'Confidential statistical information',
  D: 'Secondary confidentiality set by the sender, not for publication',
});

export const unitMultipliers = codeList('CL_UNIT_MULT', 'Unit multiplier', {
  '0': 'Units',
  '3': 'Thousands',
  '6': 'Millions',
  '9': 'Billions',
});

/** How the units of value columns are written in SDMX: CL_UNIT_MEASURE and the power of ten. */
const knownUnits: Readonly<Record<string, readonly [code: string, label: string]>> = {
  persons: ['PS', 'Persons'],
  '%': ['PT', 'Percent'],
  days: ['D', 'Days'],
  'us dollars': ['USD', 'US dollar'],
};

const powers: Readonly<Record<string, string>> = { thousands: '3', millions: '6', billions: '9' };

export interface Unit {
  /** As told in the table, without the multiplier. */
  readonly code: string;
  readonly label: string;
  readonly multiplier: string;
}

/** "US dollars, millions" is USD with multiplier 6; a unit that is not known goes by its own words. */
export function unitOf(words: string): Unit {
  const [plain = words, power = ''] = words.split(/, (?=thousands$|millions$|billions$)/);
  const known = knownUnits[plain.toLowerCase()];
  const own = plain
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return {
    code: known?.[0] ?? (own === '' ? '_Z' : own),
    label: known?.[1] ?? (plain === '' ? 'Not applicable' : plain),
    multiplier: powers[power] ?? '0',
  };
}
