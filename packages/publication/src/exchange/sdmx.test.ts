import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SDMXParser } from 'sdmx-json-parser';
import { describe, expect, test } from 'vitest';
import { crossings, exchangeContext, immigrants, remittances } from './exchange.fixture.ts';
import { readCsv } from './read-csv.fixture.ts';
import { makeJsonCheck, makeSdmxMlCheck } from './schemas.fixture.ts';
import { sdmxCsv } from './sdmx-csv.ts';
import { sdmxJson } from './sdmx-json.ts';
import { sdmxStructure } from './sdmx-structure.ts';
import { designStructures } from './structures.ts';

const tables = [crossings(), immigrants(), remittances()] as const;
const structures = designStructures(tables, exchangeContext);

describe('SDMX-ML structures', () => {
  for (const version of ['3.0', '2.1'] as const) {
    test(`hold against the schema of SDMX-ML ${version}`, () => {
      const check = makeSdmxMlCheck(version);
      const xml = sdmxStructure(structures, exchangeContext, version);
      expect(check(xml)).toEqual([]);
      expect(check(xml.replaceAll('str:Dimension', 'str:Dimensio'))).not.toEqual([]);
    });
  }

  test('have the migration data structure whole, whatever the tables are', () => {
    const { dataStructures } = designStructures([], exchangeContext);
    expect(
      dataStructures.map(({ id, dimensions }) => [id, dimensions.map((dimension) => dimension.id).join(' ')]),
    ).toEqual([['MIGRATION', 'FREQ REF_AREA MEASURE CITIZEN BIRTH PARTNER SEX AGE REASON STATUS GEO TIME_PERIOD']]);
    expect(makeSdmxMlCheck('3.0')(sdmxStructure(designStructures([], exchangeContext), exchangeContext))).toEqual([]);
  });

  test('give a table with further dimensions a data structure of its own', () => {
    expect(structures.tables.get(tables[0])).toMatchObject({ dataStructure: 'DSD_CROSSINGS_BY_PORT' });
    expect(structures.tables.get(tables[1])).toMatchObject({ dataStructure: 'MIGRATION' });
    expect(structures.tables.get(tables[2])?.dimensions.map(({ id }) => id)).toContain('STATUS_OF_TABLE');
  });

  test('hold every code that the data use, each once', () => {
    for (const table of tables) {
      const [header = [], ...lines] = readCsv(sdmxCsv(table, structures, exchangeContext));
      for (const { id, codeList } of structures.tables.get(table)?.dimensions ?? []) {
        const codes = structures.codeLists.get(codeList ?? '')?.codes.map((code) => code.id);
        if (codes === undefined) continue;
        expect(new Set(codes).size).toBe(codes.length);
        const at = header.indexOf(id);
        expect(codes).toEqual(expect.arrayContaining([...new Set(lines.map((line) => line[at]))]));
      }
    }
  });
});

describe('SDMX-CSV', () => {
  const [header = [], ...lines] = readCsv(sdmxCsv(tables[0], structures, exchangeContext));
  const cell = (line: readonly string[], name: string) => line[header.indexOf(name)];

  test('begins with the columns of SDMX-CSV 2.0, then the components', () => {
    expect(header.slice(0, 5)).toEqual(['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'FREQ', 'REF_AREA']);
    expect(lines[0]?.slice(0, 3)).toEqual(['dataflow', 'XA_BOS:DF_CROSSINGS_BY_PORT(1.0.0)', 'R']);
    expect(lines.every((line) => line.length === header.length)).toBe(true);
  });

  test('says each key once, and a total over time as a range that is no year', () => {
    const keys = lines.map((line) => line.slice(0, header.indexOf('OBS_VALUE')).join());
    expect(new Set(keys).size).toBe(keys.length);
    const periods = new Set(lines.map((line) => `${cell(line, 'FREQ')} ${cell(line, 'TIME_PERIOD')}`));
    expect([...periods]).toEqual(['M 2025-01', '_Z 2024-01-01/P2Y', 'M 2025-02']);
  });

  test('leaves suppressed figures empty and says so; none of them is told in any form', () => {
    const suppressed = lines.filter((line) => cell(line, 'CONF_STATUS') !== 'F');
    expect(suppressed.length).toBeGreaterThan(3);
    for (const line of suppressed) expect([cell(line, 'OBS_VALUE'), cell(line, 'OBS_STATUS')]).toEqual(['', 'Q']);
  });

  test('tells an interval as attributes of its figure', () => {
    const [names = [], ...figures] = readCsv(sdmxCsv(tables[1], structures, exchangeContext));
    const at = (name: string) => names.indexOf(name);
    const men = figures.find(
      (line) => line[at('SEX')] === 'M' && line[at('AGE')] === 'Y20T24' && line[at('CITIZEN')] === 'ZAF',
    );
    expect([men?.[at('OBS_VALUE')], men?.[at('LOW95')], men?.[at('HIGH95')]]).toEqual(['60', '55.5', '64.5']);
    expect([men?.[at('RESIDENCE_RULE')], men?.[at('VINTAGE')], men?.[at('MEASURE')]]).toEqual([
      '12_16',
      '2026-02-01',
      'IMM',
    ]);
    expect(figures).toHaveLength(tables[1].rows.length);
  });

  test('tells millions by the multiplier, and a figure that is not there as missing', () => {
    const [names = [], ...figures] = readCsv(sdmxCsv(tables[2], structures, exchangeContext));
    const attributes = ['OBS_VALUE', 'UNIT_MEASURE', 'UNIT_MULT', 'OBS_STATUS', 'FREQ', 'TIME_PERIOD'];
    expect(figures.map((line) => attributes.map((name) => line[names.indexOf(name)]))).toEqual([
      ['12.5', 'USD', '6', 'A', 'A', '2020'],
      ['', 'USD', '6', 'M', 'A', '2020'],
    ]);
  });
});

describe('SDMX-JSON', () => {
  test('holds against the schema of the data message 2.0', () => {
    const check = makeJsonCheck('sdmx-json-2.0', 'sdmx-json-data-schema.json');
    for (const table of tables) expect(check(JSON.parse(sdmxJson(table, structures, exchangeContext)))).toEqual([]);
    expect(check({ data: { structures: [{ dimensions: { series: [{ id: 'SEX' }] } }] } })).not.toEqual([]);
  });

  test('opens in a client, with the same figures as SDMX-CSV', async () => {
    const server = createServer((_request, response) => response.end(sdmxJson(tables[0], structures, exchangeContext)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const parser = new SDMXParser();
      await parser.getDatasets(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?format=jsondata`);
      const [header = [], ...lines] = readCsv(sdmxCsv(tables[0], structures, exchangeContext));
      const told = (id: string, code: string | undefined) =>
        structures.codeLists.get(id)?.codes.find((listed) => listed.id === code)?.label.en ?? code;
      const expected = lines.map((line) => {
        const cell = (name: string) => line[header.indexOf(name)] ?? '';
        const words = [
          told('CL_PORT', cell('PORT')),
          told('CL_REASON', cell('REASON')),
          told('CL_MEASURE_CROSSINGS_BY_PORT', cell('MEASURE')),
          told('CL_OBS_STATUS', cell('OBS_STATUS')),
          told('CL_CONF_STATUS', cell('CONF_STATUS')),
        ];
        return [...words, cell('TIME_PERIOD'), cell('VINTAGE'), cell('OBS_VALUE')].join(' | ');
      });
      const names = ['PORT', 'REASON', 'MEASURE', 'OBS_STATUS', 'CONF_STATUS', 'TIME_PERIOD', 'VINTAGE', 'value'];
      const read = parser.getData().map((row) => names.map((name) => row[name] ?? '').join(' | '));
      expect(read.sort()).toEqual(expected.sort());
      expect(parser.getName()).toBe('Crossings by port, purpose and month');
    } finally {
      server.close();
    }
  });

  test('marks invented figures as a test message', () => {
    expect(JSON.parse(sdmxJson(tables[0], structures, exchangeContext))).toMatchObject({ meta: { test: true } });
  });
});
