import { disclosureRules, type ReleasedTable, release } from '@leeto/disclosure';
import { catalogue } from '../exampleland.fixture.ts';
import type { ExchangeContext } from './exchange-context.ts';

type MeasureTable = Parameters<typeof release>[0];

/** Tables of the invented country, and who publishes them. No person in it exists. */
export const exchangeContext: ExchangeContext = {
  catalogue,
  publisher: { id: 'XA_BOS', name: { en: 'Bureau of Statistics', st: 'Ofisi ea Lipalopalo' } },
  country: { code: 'XAA', name: { en: 'Exampleland' } },
  title: { en: 'Migration in Exampleland & around it' },
  edition: { id: 'R-0001', vintage: '2026-02-01', preparedAt: '2026-02-01T08:00:00.000Z' },
  licence: {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0',
    path: 'https://creativecommons.org/licenses/by/4.0/',
  },
};

const metadata = {
  sources: [{ agency: 'border', citation: 'Border agency, “crossings” log <2025>', isSynthetic: true }],
  referencePeriod: '2024-01/2025-12',
  coverage: { en: 'Nine of fifteen ports' },
  residenceRule: '',
  status: 'provisional',
  notes: [{ en: 'Movements, not persons.' }],
  snapshot: 'snapshot-0001',
} as const;

function cube(leaves: readonly (readonly [readonly string[], readonly number[]])[], apart: readonly number[] = []) {
  const sums = new Map<string, { key: string[]; values: number[] }>();
  for (const [key, values] of leaves) {
    for (let mask = 0; mask < 2 ** key.length; mask += 1) {
      if (apart.some((at) => (mask >> at) % 2 === 1)) continue;
      const target = key.map((code, index) => ((mask >> index) % 2 === 1 ? '_T' : code));
      const known = sums.get(target.join('|'));
      if (known === undefined) sums.set(target.join('|'), { key: target, values: [...values] });
      else for (const [index, value] of values.entries()) known.values[index] = (known.values[index] ?? 0) + value;
    }
  }
  return [...sums.values()];
}

/** Movements and persons by port, purpose and month: dimensions of its own, small counts, and a total over time. */
export function crossings(
  change: (values: readonly number[]) => readonly number[] = (values) => values,
): ReleasedTable {
  const leaves = ['XA-MSB', 'XA-SNP', 'XA-TLB'].flatMap((port, portAt) =>
    ['1.1', '3'].flatMap((purpose, purposeAt) =>
      ['2025-01', '2025-02'].map((month, monthAt): [string[], readonly number[]] => {
        const persons = portAt === 0 ? 40 + 10 * purposeAt + monthAt : ([7, 3, 2, 9][purposeAt * 2 + monthAt] ?? 0);
        return [[port, purpose, month], change([persons * 2, persons])];
      }),
    ),
  );
  const table: MeasureTable = {
    measure: 'crossings_by_port',
    title: { en: 'Crossings by port, purpose and month', st: 'Ho tšela ka moeli' },
    definition: { en: 'Entries and exits “as recorded” at ports.' },
    clause: 'UN 1998 Recommendations, Rev. 1, T16',
    dimensions: [
      { name: 'port', label: { en: 'Port of entry' }, classification: 'port' },
      { name: 'purpose', label: { en: 'Purpose' }, classification: 'purpose' },
      { name: 'month', label: { en: 'Month' }, isTime: true },
    ],
    values: [
      { name: 'movements', label: { en: 'Movements' }, unit: 'movements', kind: 'count', of: 'persons', decimals: 0 },
      { name: 'persons', label: { en: 'Persons' }, unit: 'persons', kind: 'count', decimals: 0 },
    ],
    rows: cube(leaves),
    metadata,
    basis: 'microdata',
  };
  return release(table, disclosureRules.normal);
}

/** Immigrants by sex, age and citizenship with an interval: fits the migration data structure. */
export function immigrants(): ReleasedTable {
  const leaves = ['M', 'F'].flatMap((sex, sexAt) =>
    ['Y20T24', 'Y25T29'].flatMap((age, ageAt) =>
      ['ZAF', 'CHN'].map((citizenship, at): [string[], readonly number[]] => [
        [sex, age, citizenship, '2025'],
        [60 + 20 * sexAt + 10 * ageAt + at],
      ]),
    ),
  );
  const table: MeasureTable = {
    measure: 'immigrants_by_citizenship',
    title: { en: 'Immigrants by sex, age and citizenship' },
    definition: { en: 'Persons who became usual residents.' },
    clause: 'UN 1998 Recommendations, Rev. 1, T1',
    dimensions: [
      { name: 'sex', label: { en: 'Sex' }, classification: 'sex' },
      { name: 'age_group', label: { en: 'Age' }, classification: 'age_group' },
      { name: 'citizenship', label: { en: 'Country of citizenship' }, classification: 'country' },
      { name: 'year', label: { en: 'Year' }, isTime: true },
    ],
    values: [
      { name: 'immigrants', label: { en: 'Immigrants' }, unit: 'persons', kind: 'count', decimals: 0 },
      { name: 'low95', label: { en: 'Low' }, unit: 'persons', kind: 'indicator', of: 'immigrants', decimals: 1 },
      { name: 'high95', label: { en: 'High' }, unit: 'persons', kind: 'indicator', of: 'immigrants', decimals: 1 },
    ],
    rows: cube(leaves, [3]).map(({ key, values: [value = 0] }) => ({ key, values: [value, value - 4.5, value + 4.5] })),
    metadata: { ...metadata, residenceRule: '12/16', status: 'final', referencePeriod: '2025' },
    basis: 'microdata',
  };
  return release(table, disclosureRules.normal);
}

/** Published remittances in millions of dollars, without a dimension of time of its own rows beyond years; one figure missing. */
export function remittances(): ReleasedTable {
  return release(
    {
      measure: 'remittances',
      title: { en: 'Remittances received' },
      definition: { en: 'Personal remittances.' },
      clause: 'BPM6',
      dimensions: [{ name: 'status', label: { en: 'Status of the account' } }],
      values: [
        { name: 'usd_million', label: { en: 'Received' }, unit: 'US dollars, millions', kind: 'amount', decimals: 1 },
      ],
      rows: [
        { key: ['_T'], values: [12.5] },
        { key: ['open'], values: [null] },
      ],
      metadata: { ...metadata, status: 'final', referencePeriod: '2020' },
      basis: 'published',
    },
    disclosureRules.normal,
  );
}

/** A table of no rows, as where no delivery came. */
export function emptyTable(): ReleasedTable {
  return release(
    {
      measure: 'visas',
      title: { en: 'Visas' },
      definition: { en: 'Visas issued.' },
      clause: '',
      dimensions: [{ name: 'year', label: { en: 'Year' }, isTime: true }],
      values: [{ name: 'visas', label: { en: 'Visas' }, unit: 'visas', kind: 'count', decimals: 0 }],
      rows: [],
      metadata: { ...metadata, referencePeriod: '', sources: [] },
      basis: 'microdata',
    },
    disclosureRules.normal,
  );
}
