import { disclosureRules, type ReleasedTable, release } from '@leeto/disclosure';
import type { Catalogue, ClassificationDeclaration, Provenance, Text } from '@leeto/registers';
import type { ComposeInput } from './profile/compose-context.ts';
import type { ProfilePack } from './profile/profile-pack.ts';

type MeasureTable = Parameters<typeof release>[0];

/** An invented country with released tables, for tests of this package. No person in it exists. */

const agency: Provenance = { agency: 'border', citation: 'Border agency, crossings log 2024–2025', isSynthetic: true };
const survey: Provenance = {
  agency: 'undesa',
  citation: 'UN DESA, International Migrant Stock 2020',
  isSynthetic: false,
  licence: 'CC BY 3.0 IGO',
  publishedOn: '2020-12-01',
};

const en = (text: string): Text => ({ en: text });

export interface TableInput {
  readonly measure: string;
  readonly title: string;
  readonly dimensions: readonly (readonly [
    name: string,
    label: string,
    extra?: { classification?: string; isTime?: boolean },
  ])[];
  readonly unit?: string;
  readonly value?: string;
  readonly kind?: ReleasedTable['values'][number]['kind'];
  readonly decimals?: number;
  readonly sources?: readonly Provenance[];
  readonly basis?: 'microdata' | 'published';
  readonly period?: string;
  /** Key, then value; null is no data. */
  readonly rows: readonly (readonly [readonly string[], number | null])[];
}

/** A table of one value column, let out as any table is: counts below five come out withheld. */
export function releasedTable(input: TableInput): ReleasedTable {
  const table: MeasureTable = {
    measure: input.measure,
    title: en(input.title),
    definition: en(`What ${input.title.toLowerCase()} counts, in a sentence.`),
    clause: 'UN 1998 Recommendations, Rev. 1, T16',
    dimensions: input.dimensions.map(([name, label, extra]) => ({ name, label: en(label), ...extra })),
    values: [
      {
        name: input.value ?? input.unit ?? 'movements',
        label: en(input.value ?? 'Movements'),
        unit: input.unit ?? 'movements',
        kind: input.kind ?? 'count',
        decimals: input.decimals ?? 0,
      },
    ],
    rows: input.rows.map(([key, value]) => ({ key, values: [value] })),
    metadata: {
      sources: input.sources ?? [agency],
      referencePeriod: input.period ?? '2024-01/2025-12',
      coverage: en('Nine of fifteen ports reported; the six that keep paper logs are not included'),
      residenceRule: '',
      status: 'provisional',
      notes: [en('Movements, not persons: one person may be counted many times.')],
      snapshot: 'snapshot-0001',
    },
    basis: input.basis ?? 'microdata',
  };
  return release(table, disclosureRules.normal);
}

type Rows = TableInput['rows'];

/** Adds the totals of each dimension, as the cubes of the statistics do. */
export function withTotals(rows: Rows): Rows {
  const dimensions = rows[0]?.[0].length ?? 0;
  let all = [...rows];
  for (let at = 0; at < dimensions; at++) {
    const sums = new Map<string, [string[], number]>();
    for (const [key, value] of all) {
      const total = key.with(at, '_T');
      const known = sums.get(total.join('|'));
      sums.set(total.join('|'), [[...total], (known?.[1] ?? 0) + (value ?? 0)]);
    }
    all = [...all, ...sums.values()];
  }
  return all;
}

const ports = [
  ['XA-MSB', 'Maseru Bridge', -29.3003, 27.4564, 5200],
  ['XA-MPB', 'Maputsoe', -28.884, 27.899, 6100],
  ['XA-CDP', 'Caledonspoort', -28.6958, 28.2292, 1800],
  ['XA-VRG', "Van Rooyen's Gate", -29.731, 27.118, 1500],
  ['XA-QNK', "Qacha's Nek", -30.124, 28.701, 600],
  ['XA-SNP', 'Sani Pass', -29.585, 29.288, 7],
  ['XA-TLB', 'Tele Bridge', -30.442, 27.564, 6],
] as const;

function classification(id: string, items: ClassificationDeclaration['items']): ClassificationDeclaration {
  return {
    shape: 'classification',
    id,
    label: en(id),
    description: en(id),
    version: '1',
    source: 'invented',
    status: 'official',
    items,
  };
}

export const catalogue: Catalogue = {
  records: new Map(),
  classifications: new Map([
    [
      'port',
      classification(
        'port',
        ports.map(([code, label, latitude, longitude]) => ({
          code,
          label: en(label),
          properties: { latitude, longitude },
        })),
      ),
    ],
    [
      'district',
      classification('district', [
        { code: 'XA-1', label: en('Northland') },
        { code: 'XA-2', label: en('Southland') },
      ]),
    ],
    [
      'country',
      classification('country', [
        { code: 'ZAF', label: en('South Africa') },
        { code: 'CHN', label: en('China') },
        { code: 'IND', label: en('India') },
        { code: 'BWA', label: en('Botswana') },
      ]),
    ],
  ]),
  agencies: new Map(
    [
      ['border', 'Department of Immigration'],
      ['undesa', 'United Nations Department of Economic and Social Affairs'],
      ['bureau_of_statistics', 'Bureau of Statistics'],
      ['labour', 'Labour Commissioner'],
    ].map(([id = '', name = '']) => [id, { id, name: en(name), level: 'national' as const }]),
  ),
};

function monthly(): Rows {
  const months = Array.from(
    { length: 24 },
    (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  return withTotals(
    months.flatMap((month, at): Rows => {
      const season = month.endsWith('-12') ? 900 : 500 + ((at * 37) % 120);
      return [
        [[month, 'arrival'], season + at * 4],
        [[month, 'departure'], season + at * 3 + 20],
      ];
    }),
  );
}

function byPort(): Rows {
  return withTotals(
    ports.flatMap(
      ([code, , , , value]): Rows => [
        [[code, 'arrival'], Math.round(value * 0.52)],
        [[code, 'departure'], value - Math.round(value * 0.52)],
      ],
    ),
  );
}

export const tables: ReadonlyMap<string, ReleasedTable> = new Map(
  [
    releasedTable({
      measure: 'crossings_by_month',
      title: 'Movements by month and direction',
      dimensions: [
        ['month', 'Month', { isTime: true }],
        ['direction', 'Direction'],
      ],
      rows: monthly(),
    }),
    releasedTable({
      measure: 'crossings_by_port_month_direction',
      title: 'Movements by port of entry and direction',
      dimensions: [
        ['port', 'Port of entry', { classification: 'port' }],
        ['direction', 'Direction'],
      ],
      rows: byPort(),
      period: '2025',
    }),
    releasedTable({
      measure: 'foreign_born_stock',
      title: 'International migrants by country of origin',
      dimensions: [
        ['origin', 'Country of origin', { classification: 'country' }],
        ['time_period', 'Year', { isTime: true }],
      ],
      unit: 'persons',
      sources: [survey],
      basis: 'published',
      period: '2015/2020',
      rows: [
        [['ZAF', '2015'], 4500],
        [['ZAF', '2020'], 5200],
        [['CHN', '2015'], 800],
        [['CHN', '2020'], 1100],
        [['IND', '2015'], null],
        [['IND', '2020'], 640],
        [['BWA', '2015'], 210],
        [['BWA', '2020'], 205],
        [['_T', '2015'], 5510],
        [['_T', '2020'], 7145],
      ],
    }),
    releasedTable({
      measure: 'remittances_share_of_gdp',
      title: 'Remittances as a share of the gross domestic product',
      dimensions: [['year', 'Year', { isTime: true }]],
      unit: '%',
      value: 'share',
      kind: 'share',
      decimals: 1,
      sources: [survey],
      basis: 'published',
      period: '2019/2022',
      rows: [
        [['2019'], 21.3],
        [['2020'], 20.7],
        [['2021'], 22.9],
        [['2022'], 23.6],
      ],
    }),
  ].map((table) => [table.measure, table]),
);

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

export const pack: ProfilePack = {
  country: { code: 'XAA', name: en('Exampleland') },
  shapes: {
    districts: [
      { code: 'XA-1', geometry: square(27, -29.6, 29.4, -28.6) },
      { code: 'XA-2', geometry: square(27, -30.6, 29.4, -29.6) },
    ],
  },
  portClassification: 'port',
  districtClassification: 'district',
  chapters: [
    { id: 'summary', number: '', title: en('Executive summary'), content: [{ kind: 'executive_summary' }] },
    { id: 'acronyms', number: '', title: en('Acronyms'), content: [{ kind: 'acronyms' }] },
    { id: 'glossary', number: '', title: en('Glossary'), content: [{ kind: 'glossary' }] },
    {
      id: 'part-a',
      number: 'A',
      title: en('Migration trends'),
      content: [
        { kind: 'text', text: en('Every long-term migrant changes the country of usual residence.'), source: survey },
      ],
      chapters: [
        {
          id: 'a1',
          number: 'A.1',
          title: en('Immigration flows'),
          content: [
            { kind: 'measure', view: 'crossings_by_month', holder: 'border' },
            { kind: 'port_map', view: 'crossings_by_port' },
            { kind: 'measure', view: 'crossings_by_port', holder: 'border' },
            { kind: 'measure', view: 'work_permits', holder: 'labour' },
          ],
        },
        {
          id: 'a2',
          number: 'A.2',
          title: en('Immigration'),
          content: [{ kind: 'measure', view: 'foreign_born_stock', holder: 'bureau_of_statistics' }],
        },
      ],
    },
    {
      id: 'part-b',
      number: 'B',
      title: en('Impact'),
      content: [
        { kind: 'measure', view: 'remittances_share_of_gdp', holder: 'bureau_of_statistics' },
        {
          kind: 'gap',
          subject: en('Health of migrants'),
          holder: 'bureau_of_statistics',
          remedy: en('Screening at ports would give them.'),
        },
      ],
    },
    {
      id: 'part-c',
      number: 'C',
      title: en('Governance'),
      content: [{ kind: 'instruments', kinds: ['act'], title: en('Laws') }, { kind: 'institutions' }],
    },
    {
      id: 'findings',
      number: 'D',
      title: en('Findings'),
      content: [{ kind: 'key_findings' }, { kind: 'data_assessment' }, { kind: 'evidence_gaps' }],
    },
    {
      id: 'annex',
      number: '',
      title: en('Annexes'),
      content: [{ kind: 'measure_metadata' }, { kind: 'source_list' }, { kind: 'method_notes' }],
    },
  ],
  acronyms: [{ acronym: 'GDP', meaning: en('Gross domestic product') }],
  glossary: [
    {
      id: 'long-term-migrant',
      term: en('Long-term migrant'),
      forms: ['long-term migrants'],
      definition: en(
        'A person who moves to another country for at least 12 months, so that it becomes the country of usual residence.',
      ),
      source: 'UN 1998 Recommendations, Rev. 1',
    },
    {
      id: 'usual-residence',
      term: en('Usual residence'),
      definition: en('Where a person lives, that is, normally spends the daily period of rest.'),
      source: 'UN 1998 Recommendations, Rev. 1',
    },
  ],
  institutions: [{ agency: 'border', part: en('Admits, refuses, and records crossings.') }],
};

export const input: ComposeInput = {
  pack,
  tables,
  catalogue,
  edition: {
    title: 'Migration in Exampleland',
    subtitle: 'A Country Profile',
    instanceKind: 'demonstration',
    compiledOn: '2026-02-01',
    snapshot: 'snapshot-0001',
    language: 'en',
    publisher: 'Bureau of Statistics',
  },
  instruments: [
    {
      id_code: 'act-1',
      title: 'Aliens Act 1966',
      instrument_kind: 'act',
      year: '1966',
      status: 'in_force',
      domain: 'admission',
      custodian: 'border',
      citation: 'Act 16 of 1966',
    },
  ],
};
