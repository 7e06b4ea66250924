import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findCode, findItem } from '../shapes/find-code.ts';
import { areaAggregate } from './area-aggregate.ts';
import { country, SADC_MEMBERS } from './country.ts';

const spellings: readonly (readonly [string, string])[] = [
  ['Bolivia (Plurinational State of)', 'BOL'],
  ['Dem. Rep. of the Congo', 'COD'],
  ['Congo, Dem. Rep.', 'COD'],
  ['Zaire', 'COD'],
  ['Congo', 'COG'],
  ['Congo, Rep.', 'COG'],
  ['Türkiye', 'TUR'],
  ['TURKEY', 'TUR'],
  ['Korea, Rep.', 'KOR'],
  ["Dem. People's Republic of Korea", 'PRK'],
  ['CHINA, PRC', 'CHN'],
  ['China, Hong Kong SAR', 'HKG'],
  ['Cabo Verde', 'CPV'],
  ['Eswatini', 'SWZ'],
  ['Swaziland', 'SWZ'],
  ['West Bank and Gaza', 'PSE'],
  ['Kosovo', 'RKS'],
  ['MEXICO Air Sea, and Not Reported (I-94, no land arrivals)', 'MEX'],
  ['Micronesia (Fed. States of)', 'FSM'],
  ['Iran (Islamic Republic of)', 'IRN'],
  ['St. Vincent-Grenadines', 'VCT'],
  ['Bahamas, The', 'BHS'],
  ['RSA', 'ZAF'],
  ['South-Africa', 'ZAF'],
  ['Afrika Boroa', 'ZAF'],
  ['Afrique du Sud', 'ZAF'],
  ['África do Sul', 'ZAF'],
  ['Basotho', 'LSO'],
  ['426', 'LSO'],
  ['ls', 'LSO'],
  ['Niger', 'NER'],
  ['Guinea', 'GIN'],
  ['Equatorial Guinea', 'GNQ'],
  ['Dominica', 'DMA'],
  ['Mali', 'MLI'],
  ['D', 'DEU'],
  ['Stateless', 'XXA'],
  ['World', '_T'],
  ['Other South', '_O'],
  ['Unknown', '_U'],
  ['Czechoslovakia', 'CSK'],
  ['USSR', 'SUN'],
  ['Serbia and Montenegro', 'SCG'],
];

test.each(spellings)('%s is %s', (spelling, code) => {
  expect(findCode(country, spelling)).toBe(code);
});

describe('the list itself', () => {
  test('holds the 249 countries and areas of ISO 3166-1', () => {
    expect(country.items.filter((item) => item.properties?.list === 'iso')).toHaveLength(249);
  });

  test('knows neighbours and membership of SADC', () => {
    expect(findItem(country, 'LSO')?.properties).toMatchObject({ neighbours: 'ZAF', is_sadc: true, m49: '426' });
    expect(SADC_MEMBERS.size).toBe(16);
  });

  test('marks countries that are no more with their last day', () => {
    expect(findItem(country, 'ANT')?.validTo).toBe('2010-10-10');
  });

  test('each English name leads back to its own code', () => {
    for (const item of country.items) expect(findCode(country, item.label.en), item.label.en).toBe(item.code);
  });
});

test.each([
  'Sub-Saharan Africa',
  'More developed regions',
  'WORLD',
  'High-income countries',
  'Southern Africa',
  'Micronesia',
  'Polynesia*',
  'Eastern Africa (P)',
])('%s is a group of countries', (name) => {
  expect(findCode(areaAggregate, name)).not.toBe(null);
});

test('no group of countries goes by the name of a country', () => {
  for (const item of country.items.filter((each) => each.properties?.list === 'iso')) {
    expect(findCode(areaAggregate, item.label.en), item.label.en).toBe(null);
  }
});

const data = fileURLToPath(new URL('../../../../../shared/data/migration/', import.meta.url));

test.skipIf(!existsSync(data))(
  'every country of the public files is known (skipped where the files are not at hand)',
  () => {
    const names = new Set<string>();
    const i94 = readFileSync(`${data}us_i94/codelist_I94CIT_I94RES.csv`, 'utf8');
    for (const line of i94.trim().split(/\r?\n/).slice(1))
      names.add(line.slice(line.indexOf(',') + 1).replace(/^"|"$/g, ''));
    for (const file of ['unhcr_population', 'unhcr_asylum_applications', 'unhcr_solutions']) {
      const text = gunzipSync(readFileSync(`${data}unhcr/${file}_v2026-06-25.csv.gz`)).toString('utf8');
      for (const line of text.trim().split(/\r?\n/).slice(1)) {
        const cells = line.match(/"[^"]*"|[^,]+|(?<=,)(?=,)/g) ?? [];
        for (const cell of [cells[1], cells[4]]) if (cell !== undefined) names.add(cell.replace(/^"|"$/g, ''));
      }
    }
    expect(names.size).toBeGreaterThan(450);
    expect([...names].filter((name) => findCode(country, name) === null)).toEqual([]);
  },
);
