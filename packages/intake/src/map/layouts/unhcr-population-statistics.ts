import type { LeaveOut, RecordMapping } from '../mapping.ts';
import type { Layout, LayoutTable } from './layout.ts';

/** AB9 is Abyei. UNHCR writes UNK for a country that is not known; to ICAO Doc 9303 the same letters are the mission in Kosovo. */
const unhcrCountries = {
  codes: { UNK: '_U', UKN: '_U', VAR: '_O', TIB: '_O', STA: 'XXA', XXA: 'XXA', AB9: '_O' },
  otherwise: 'read',
} as const;
const emptyCell: LeaveOut = { test: { of: { cell: true }, isBlank: true }, reason: 'no figure in the cell' };
const zeroCell: LeaveOut = {
  test: { of: { cell: true }, is: ['0', '0.0'] },
  reason: 'zero: the publisher fills every cell that has nobody in it',
};
const provenance = { agency: 'unhcr', licence: 'CC BY 4.0', isSynthetic: false } as const;
const where: RecordMapping['fields'] = {
  asylum_country: { from: { first: [{ column: 'coa_iso' }, { column: 'coa_name' }] }, via: unhcrCountries },
  origin: { from: { first: [{ column: 'coo_iso' }, { column: 'coo_name' }] }, via: unhcrCountries },
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
} as const;

const populationMapping: NonNullable<LayoutTable['mapping']> = {
  register: 'refugee_population',
  nulls: [],
  skipRowWhen: [],
  emit: [
    {
      label: 'population',
      unpivot: { pattern: `^(${Object.keys(populationTypes).join('|')})$` },
      leaveOutWhen: [emptyCell, zeroCell],
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
    unpivot: { pattern: `^(${Object.keys(indicators).join('|')})$` },
    leaveOutWhen: [emptyCell, zeroCell],
    fields: {
      ...where,
      indicator: { from: { header: -1 }, via: { codes: indicators } },
      procedure_type: { from: { column: 'procedure_type' } },
      application_type: { from: { column: 'app_type' } },
      decision_level: { from: { column: 'dec_level' } },
      counted_unit: { from: { first: [{ column: 'app_pc' }, { column: 'dec_pc' }] } },
      obs_value: { from: { cell: true } },
    },
  };
}

const asylum = (id: string, headers: readonly string[], indicators: Readonly<Record<string, string>>): LayoutTable => ({
  id,
  recognise: { headers: ['year', 'coo_name', 'coa_name', ...headers] },
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
    asylum('applications', ['applied'], { applied: 'applications' }),
    asylum('decisions', ['dec_recognized', 'dec_total'], {
      dec_recognized: 'recognised',
      dec_other: 'complementary',
      dec_rejected: 'rejected',
      dec_closed: 'otherwise_closed',
      dec_total: 'decisions_total',
    }),
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
