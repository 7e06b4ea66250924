import type { LeaveOut, RecordMapping, Source } from '../mapping.ts';
import type { Layout, LayoutTable } from './layout.ts';

/** AB9 is Abyei. UNHCR writes UNK for a country that is not known; to ICAO Doc 9303 the same letters are the mission in Kosovo. */
const unhcrCountries = {
  codes: {
    UNK: '_U',
    UKN: '_U',
    unknown: '_U',
    VAR: '_O',
    various: '_O',
    TIB: '_O',
    tibetan: '_O',
    STA: 'XXA',
    XXA: 'XXA',
    stateless: 'XXA',
    AB9: '_O',
  },
  otherwise: 'read',
} as const;
const emptyCell: LeaveOut = {
  test: {
    any: [
      { of: { cell: true }, isBlank: true },
      { of: { cell: true }, is: ['-'] },
    ],
  },
  reason: 'no figure in the cell',
};
const maskedCell: LeaveOut = {
  test: { of: { cell: true }, is: ['*'] },
  reason: 'masked by the publisher: between 1 and 4',
};
const leaveOutCells = [emptyCell, maskedCell];
const zeroCell: LeaveOut = {
  test: { of: { cell: true }, is: ['0', '0.0'] },
  reason: 'zero: the publisher fills every cell that has nobody in it',
};
const provenance = { agency: 'unhcr', licence: 'CC BY 4.0', isSynthetic: false } as const;
/** The data sets name columns by code; the tables that the web site gives out name the same columns in words. */
function country(code: string, word: string): readonly Source[] {
  const headers = [`${code}_iso`, `Country of ${word} (ISO)`, `${code}_name`, `Country of ${word}`];
  return headers.map((column) => ({ column }));
}
const inWords = ['Year', 'Country of origin', 'Country of asylum'];
const where: RecordMapping['fields'] = {
  asylum_country: { from: { first: country('coa', 'asylum') }, via: unhcrCountries },
  origin: { from: { first: country('coo', 'origin') }, via: unhcrCountries },
  time_period: { from: { column: 'year' } },
};

const populationTypes = {
  refugees: 'refugees',
  asylum_seekers: 'asylum_seekers',
  returned_refugees: 'returned_refugees',
  idps: 'internally_displaced',
  returned_idps: 'returned_idps',
  stateless: 'stateless',
  ooc: 'others_of_concern',
  oip: 'in_need_of_protection',
  hst: 'host_community',
  "refugees under unhcr's mandate": 'refugees',
  'refugees under unhcr’s mandate': 'refugees',
  'refugees (incl. refugee-like situations)': 'refugees',
  'asylum-seekers': 'asylum_seekers',
  'asylum seekers': 'asylum_seekers',
  'asylum-seekers (pending cases)': 'asylum_seekers',
  'returned refugees': 'returned_refugees',
  'idps of concern to unhcr': 'internally_displaced',
  'internally displaced persons': 'internally_displaced',
  'internally displaced persons (idps)': 'internally_displaced',
  'returned idps': 'returned_idps',
  // The web site's own spelling.
  'returned idpss': 'returned_idps',
  'stateless persons': 'stateless',
  'others of concern': 'others_of_concern',
  'others of concern to unhcr': 'others_of_concern',
  'other people in need of international protection': 'in_need_of_protection',
  'host community': 'host_community',
} as const;
const oneOf = (headers: Readonly<Record<string, string>>): string =>
  `^(${Object.keys(headers)
    .map((header) => header.replace(/[.()]/g, '\\$&'))
    .join('|')})$`;

const populationMapping: NonNullable<LayoutTable['mapping']> = {
  register: 'refugee_population',
  nulls: [],
  skipRowWhen: [],
  emit: [
    {
      label: 'population',
      unpivot: { pattern: oneOf(populationTypes) },
      leaveOutWhen: [...leaveOutCells, zeroCell],
      fields: {
        ...where,
        population_type: { from: { header: -1 }, via: { codes: populationTypes } },
        obs_value: { from: { cell: true } },
      },
    },
  ],
  provenance: { ...provenance, citation: 'UNHCR, Refugee Population Statistics Database' },
};

/** One emission per column, as each column counts something else. */
function perColumn(indicators: Readonly<Record<string, string>>): RecordMapping {
  return {
    label: 'asylum',
    unpivot: { pattern: oneOf(indicators) },
    leaveOutWhen: [...leaveOutCells, zeroCell],
    fields: {
      ...where,
      indicator: { from: { header: -1 }, via: { codes: indicators } },
      procedure_type: { from: { first: [{ column: 'procedure_type' }, { column: 'Authority' }] } },
      application_type: { from: { first: [{ column: 'app_type' }, { column: 'Application type' }] } },
      decision_level: { from: { first: [{ column: 'dec_level' }, { column: 'Stage of procedure' }] } },
      counted_unit: { from: { first: [{ column: 'app_pc' }, { column: 'dec_pc' }, { column: 'Cases / Persons' }] } },
      obs_value: { from: { cell: true } },
    },
  };
}

const asylum = (
  id: string,
  headers: readonly string[],
  indicators: Readonly<Record<string, string>>,
  where = ['year', 'coo_name', 'coa_name'],
): LayoutTable => ({
  id,
  recognise: { headers: [...where, ...headers] },
  mapping: {
    register: 'asylum_statistic',
    nulls: [],
    skipRowWhen: [],
    emit: [perColumn(indicators)],
    provenance: { ...provenance, citation: 'UNHCR, Refugee Population Statistics Database' },
  },
});

/** UNHCR Refugee Data Finder: populations, asylum applications and decisions, solutions, internal displacement. */
export const unhcrPopulationStatistics: Layout = {
  id: 'unhcr-population-statistics',
  title: 'UNHCR, Refugee Population Statistics Database',
  tables: [
    {
      id: 'population-vintages',
      recognise: { headers: ['vintage_date', 'year', 'coo_name', 'coa_name', 'refugees', 'asylum_seekers'] },
      mapping: populationMapping,
      latestOf: 'vintage_date',
    },
    {
      id: 'demographics',
      recognise: { headers: ['year', 'coo_name', 'coa_name', 'pop_type', 'f_0_4', 'm_0_4', 'total'] },
      leaveOut:
        'ages and places within countries: no register of ours holds refugees by age and place (the totals are in the population series)',
    },
    {
      id: 'population',
      recognise: { headers: ['year', 'coo_name', 'coa_name', 'refugees', 'asylum_seekers'] },
      mapping: populationMapping,
    },
    {
      id: 'population-in-words',
      recognise: {
        headers: inWords,
        headersLike: ['^(refugees( under unhcr.s mandate| \\(incl.*)?|asylum.seekers.*)$'],
      },
      mapping: populationMapping,
    },
    asylum('applications', ['applied'], { applied: 'applications' }),
    asylum('applications-in-words', ['applied'], { applied: 'applications' }, inWords),
    asylum('decisions', ['dec_recognized', 'dec_total'], {
      dec_recognized: 'recognised',
      dec_other: 'complementary',
      dec_rejected: 'rejected',
      dec_closed: 'otherwise_closed',
      dec_total: 'decisions_total',
    }),
    asylum(
      'decisions-in-words',
      ['Total decisions'],
      {
        'recognized decisions': 'recognised',
        'complementary protection': 'complementary',
        'rejected decisions': 'rejected',
        'otherwise closed': 'otherwise_closed',
        'total decisions': 'decisions_total',
      },
      inWords,
    ),
    asylum(
      'solutions-in-words',
      ['Naturalisation'],
      {
        'resettlement arrivals': 'resettled',
        resettlement: 'resettled',
        naturalisation: 'naturalised',
        'returned refugees': 'returned',
        'refugee returns': 'returned',
      },
      inWords,
    ),
    asylum('solutions', ['resettlement', 'naturalisation'], {
      resettlement: 'resettled',
      naturalisation: 'naturalised',
      returned_refugees: 'returned',
    }),
    {
      id: 'internal-displacement',
      recognise: { headers: ['year', 'coo_name', 'coa_name', 'coo_iso', 'coa_iso', 'total'] },
      mapping: {
        register: 'refugee_population',
        nulls: [],
        skipRowWhen: [],
        emit: [
          {
            label: 'internally displaced',
            leaveOutWhen: [
              { test: { of: { column: 'total' }, isBlank: true }, reason: 'no figure in the cell' },
              {
                test: { of: { column: 'total' }, is: ['0', '0.0'] },
                reason: 'zero: the publisher fills every cell that has nobody in it',
              },
            ],
            fields: {
              ...where,
              population_type: { from: { constant: 'internally_displaced' } },
              obs_value: { from: { column: 'total' } },
              note: { from: { constant: 'Internal Displacement Monitoring Centre' } },
            },
          },
        ],
        provenance: {
          ...provenance,
          agency: 'idmc',
          citation: 'Internal Displacement Monitoring Centre, through UNHCR Refugee Data Finder',
        },
      },
    },
    {
      id: 'countries',
      recognise: { headers: ['iso_code', 'unhcr_code', 'name', 'unhcr_region'] },
      leaveOut: 'a list of countries and regions, not figures',
    },
  ],
};
