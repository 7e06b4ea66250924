import type { LeaveOut, RecordMapping, Source } from '../mapping.ts';
import type { Layout, LayoutTable } from './layout.ts';

const area: Source = { columnLike: '(country or area|area)( of destination)?$' };
const destinationArea: Source = { columnLike: '(country or area|area) of destination' };
const originArea: Source = { columnLike: '(country or area|area) of origin' };

const aggregates = (of: Source): LeaveOut => ({
  test: { of, isIn: 'area_aggregate' },
  reason: 'aggregate of countries, not a country',
});
const emptyCell: LeaveOut = {
  test: {
    any: [
      { of: { cell: true }, isBlank: true },
      { of: { cell: true }, is: ['..', '...', '-'] },
    ],
  },
  reason: 'no figure in the cell',
};
const groupHeading = (of: Source): LeaveOut => ({
  test: {
    all: [
      { of: { columnLike: '^(location )?code' }, isBlank: true },
      { of, isBlank: false },
    ],
  },
  reason: 'heading of a group of countries',
});

/** The top of the header says of whom: "International migrant stock at mid-year, males". */
const sexFromHeader = {
  from: { header: 0 },
  via: {
    extract: '(females?|males?|both sexes)',
    codes: { female: 'F', females: 'F', male: 'M', males: 'M', 'both sexes': '_T' },
  },
} as const;
const years = { pattern: '^(19|20)\\d\\d$', level: -1 } as const;
const provenance = {
  agency: 'undesa',
  licence: 'CC BY 3.0 IGO',
  isSynthetic: false,
  citation:
    'United Nations, Department of Economic and Social Affairs, Population Division, International Migrant Stock',
} as const;
const noteColumn = { columnLike: '^notes?\\b' } as const;

const stockFields: RecordMapping['fields'] = {
  reference_area: { from: area },
  origin: { from: { constant: '_T' } },
  sex: sexFromHeader,
  time_period: { from: { header: -1 } },
  basis: {
    from: { first: [{ columnLike: '^type of data' }, { constant: 'not_stated' }] },
    via: { codes: { 'C B R': 'mixed', 'B C R': 'mixed', 'C B': 'mixed', 'B C': 'mixed' }, otherwise: 'read' },
  },
  obs_value: { from: { cell: true }, via: { round: 0 } },
  note: { from: { join: [{ constant: 'note' }, noteColumn], with: ' ', complete: true } },
};

const stockByDestination: LayoutTable = {
  id: 'stock-by-destination',
  recognise: {
    headers: [],
    headersLike: ['area( of destination)?$', '^(location )?code', 'migrant stock at mid-year.*(19|20)\\d\\d'],
    title: 'international migrant stock at mid-year by sex',
  },
  mapping: {
    register: 'migrant_stock',
    nulls: ['..', '...', '-'],
    skipRowWhen: [aggregates(area), groupHeading(area)],
    emit: [{ label: 'stock', unpivot: { ...years, exceptLike: '-' }, leaveOutWhen: [emptyCell], fields: stockFields }],
    provenance,
  },
};

const stockByOrigin: LayoutTable = {
  id: 'stock-by-destination-and-origin',
  recognise: {
    headers: [],
    headersLike: ['area of destination', 'area of origin', '(19|20)\\d\\d'],
    title: 'migrant stock',
  },
  mapping: {
    register: 'migrant_stock',
    nulls: ['..', '...', '-'],
    skipRowWhen: [aggregates(destinationArea), aggregates(originArea)],
    emit: [
      {
        label: 'stock',
        unpivot: years,
        leaveOutWhen: [emptyCell],
        fields: {
          ...stockFields,
          reference_area: { from: destinationArea },
          origin: {
            from: originArea,
            via: { codes: { Other: '_O', Others: '_O', 'Other North': '_O', 'Other South': '_O' }, otherwise: 'read' },
          },
        },
      },
    ],
    provenance,
  },
};

const population: LayoutTable = {
  id: 'total-population',
  recognise: {
    headers: [],
    headersLike: ['area( of destination)?$', '^(location )?code', 'population.*(19|20)\\d\\d'],
    title: 'total population at mid-year by sex.*thousands',
  },
  mapping: {
    register: 'population_count',
    nulls: ['..', '...', '-'],
    skipRowWhen: [aggregates(area), groupHeading(area)],
    emit: [
      {
        label: 'population',
        unpivot: years,
        leaveOutWhen: [emptyCell],
        fields: {
          reference_area: { from: area },
          district: { from: { constant: '_T' } },
          sex: sexFromHeader,
          age_group: { from: { constant: '_T' } },
          time_period: { from: { header: -1 } },
          obs_value: { from: { cell: true }, via: { multiply: 1000, round: 0 } },
          note: { from: { join: [{ constant: 'note' }, noteColumn], with: ' ', complete: true } },
        },
      },
    ],
    provenance,
  },
};

const derived = (title: string, reason: string, id: string): LayoutTable => ({
  id,
  recognise: { headers: [], headersLike: ['area( of destination)?$'], title },
  leaveOut: reason,
});

/** United Nations Population Division, International Migrant Stock: workbooks by destination, and by destination and origin. */
export const undesaMigrantStock: Layout = {
  id: 'undesa-migrant-stock',
  title: 'UN DESA, International Migrant Stock',
  tables: [
    derived(
      'migrant stock as a percentage of the total population',
      'percentages, computed anew from the stocks and the population',
      'percentage',
    ),
    derived(
      'female migrants as a percentage',
      'percentages, computed anew from the stocks by sex',
      'female-percentage',
    ),
    derived(
      'estimated refugee stock',
      "refugees and asylum seekers together, without origin; UNHCR's own series is the source for them",
      'refugee-stock',
    ),
    derived('annual rate of change', 'rates of change, computed anew from the stocks', 'rate-of-change'),
    derived(
      'classification of countries and areas by major area',
      'a classification of countries, not figures',
      'annex',
    ),
    stockByOrigin,
    population,
    stockByDestination,
  ],
};
