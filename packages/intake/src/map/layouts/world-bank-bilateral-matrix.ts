import type { LeaveOut, RecordMapping, Source } from '../mapping.ts';
import type { Layout } from './layout.ts';

const row: Source = { place: 0 };
const column: Source = { header: -1 };
const year: Source = {
  first: [{ title: '\\b((?:19|20)\\d\\d)\\b' }, { sheet: '((?:19|20)\\d\\d)' }, { file: '((?:19|20)\\d\\d)' }],
};
const totalWords = '^(world|total|grand total|sum)$';

/** Two remainders that our one code for other countries cannot tell apart: the publisher's total has them. */
const remainder = '^other (north|south)$';
const remainderReason = 'a remainder of countries not named, of which there are two: both are in the total';
/** The publisher's totals are kept as such, as they hold the remainders. */
const country = { codes: { world: '_T', total: '_T', 'grand total': '_T', sum: '_T' }, otherwise: 'read' } as const;

const skipTotals: LeaveOut[] = [
  { test: { of: row, matches: remainder }, reason: remainderReason },
  {
    test: { all: [{ of: row, isIn: 'area_aggregate' }, { not: { of: row, matches: totalWords } }] },
    reason: 'aggregate of countries, not a country',
  },
];
const leaveOutCells: LeaveOut[] = [
  { test: { of: column, matches: remainder }, reason: remainderReason },
  {
    test: { all: [{ of: column, isIn: 'area_aggregate' }, { not: { of: column, matches: totalWords } }] },
    reason: 'aggregate of countries, not a country',
  },
  {
    test: { not: { of: { cell: true }, matches: '\\d' } },
    reason: 'no figure in the cell',
  },
  { test: { of: { cell: true }, is: ['0'] }, reason: 'zero: the publisher fills every pair without an estimate' },
];
const cells: RecordMapping['unpivot'] = {
  pattern: '.',
  exceptLike: '\\(across\\)|\\(down\\)|^column [a-z]+$',
};
const provenance = { agency: 'world_bank', licence: 'CC BY 4.0', isSynthetic: false } as const;
const someCountries = ['afghanistan$', 'australia$', 'zimbabwe$'];

/** World Bank / KNOMAD bilateral matrices: a row a country, a column a country. */
export const worldBankBilateralMatrix: Layout = {
  id: 'world-bank-bilateral-matrix',
  title: 'World Bank, bilateral matrices of remittances and migrant stocks',
  tables: [
    {
      id: 'remittances',
      recognise: { headers: [], headersLike: someCountries, title: 'bilateral.*remittance' },
      mapping: {
        register: 'remittance_flow',
        nulls: ['..', 'N.A.'],
        skipRowWhen: skipTotals,
        emit: [
          {
            label: 'corridor',
            unpivot: cells,
            leaveOutWhen: leaveOutCells,
            fields: {
              sender: { from: row, via: country },
              receiver: { from: column, via: country },
              time_period: { from: year },
              obs_value: { from: { cell: true } },
              obs_status: { from: { constant: 'E' } },
            },
          },
        ],
        provenance: { ...provenance, citation: 'World Bank, Bilateral Remittance Matrix' },
      },
    },
    {
      id: 'migrant-stocks',
      recognise: { headers: [], headersLike: someCountries, title: 'bilateral.*migra(nt stocks?|tion)' },
      mapping: {
        register: 'migrant_stock',
        nulls: ['..', 'N.A.'],
        skipRowWhen: skipTotals,
        emit: [
          {
            label: 'corridor',
            unpivot: cells,
            leaveOutWhen: leaveOutCells,
            fields: {
              reference_area: { from: column, via: country },
              origin: { from: row, via: country },
              sex: { from: { constant: '_T' } },
              time_period: { from: year },
              basis: { from: { constant: 'mixed' } },
              obs_value: { from: { cell: true }, via: { round: 0 } },
              obs_status: { from: { constant: 'E' } },
            },
          },
        ],
        provenance: { ...provenance, citation: 'World Bank, Bilateral Migration Matrix' },
      },
    },
    {
      id: 'parameters',
      recognise: {
        headers: [],
        headersLike: ['income share sent as remittance|destination country \\(across\\).*source country'],
      },
      leaveOut: 'how the estimates were made, not figures',
    },
  ],
};
