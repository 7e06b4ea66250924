import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Package } from 'datapackage';
import JSONstat from 'jsonstat-toolkit';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { dataPackage } from './data-package.ts';
import { ddiCodebook } from './ddi-codebook.ts';
import { crossings, emptyTable, exchangeContext, immigrants, remittances } from './exchange.fixture.ts';
import { type ExchangeForm, exchangeFiles, exchangeForms } from './exchange-files.ts';
import { hxlCsv } from './hxl-csv.ts';
import { jsonStat } from './json-stat.ts';
import { readCsv } from './read-csv.fixture.ts';
import { makeJsonCheck } from './schemas.fixture.ts';

const tables = [crossings(), immigrants(), remittances()] as const;
const [ports] = tables;

describe('every form', () => {
  test('gives the same bytes each time, under paths that stay below its folder', () => {
    for (const form of exchangeForms) {
      const files = exchangeFiles(form, tables, exchangeContext);
      expect(exchangeFiles(form, tables, exchangeContext)).toEqual(files);
      const paths = files.map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
      for (const path of paths) expect(path).toMatch(/^(?!.*\.\.)[a-z0-9][a-z0-9./_-]*$/);
    }
  });

  test('refuses a table that was not let out, even a copy of one that was', () => {
    const copy = { ...ports };
    for (const form of exchangeForms)
      expect(() => exchangeFiles(form, [copy], exchangeContext)).toThrow('disclosure control');
  });

  test('leaves out tables without rows', () => {
    for (const form of exchangeForms) {
      const text = JSON.stringify(exchangeFiles(form, [...tables, emptyTable()], exchangeContext));
      expect(text).not.toContain('visas');
    }
  });
});

async function onDisk<T>(form: ExchangeForm, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'leeto-exchange-'));
  try {
    for (const { path, content } of exchangeFiles(form, tables, exchangeContext)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the data package', () => {
  test('holds against the profile of Data Package 2.0', () => {
    const check = makeJsonCheck('data-package-2.0', 'datapackage.json');
    const descriptor = JSON.parse(dataPackage(tables, exchangeContext)[0]?.content ?? '') as { resources: object[] };
    expect(check(descriptor)).toEqual([]);
    expect(check({ ...descriptor, resources: [{}] })).not.toEqual([]);
  });

  test('opens in a client, which reads each row by its schema', async () => {
    await onDisk('package', async (folder) => {
      const opened = await Package.load(join(folder, 'datapackage.json'));
      expect([opened.valid, opened.errors]).toEqual([true, []]);
      for (const [index, table] of tables.entries()) {
        const rows = await opened.resources[index]?.read({ keyed: true });
        const names = table.values.map(({ name }) => name);
        expect(rows?.map((row) => names.map((name) => row[name]))).toEqual(
          table.rows.map(({ cells }) => cells.map(({ value }) => value)),
        );
      }
    });
  });
});

describe('HXL', () => {
  const [header = [], hashtags = [], ...lines] = readCsv(hxlCsv(ports, exchangeContext));

  test('has a row of well-formed hashtags of the core schema under the header', () => {
    const core = [
      '#country',
      '#date',
      '#loc',
      '#cause',
      '#meta',
      '#indicator',
      '#affected',
      '#group',
      '#adm1',
      '#status',
      '#event',
    ];
    expect(hashtags).toHaveLength(header.length);
    for (const tag of hashtags) {
      expect(tag).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/);
      expect(core).toContain(tag.split('+')[0]);
    }
    expect(new Set(hashtags).size).toBe(hashtags.length);
  });

  test('has dates where it says dates and numbers where it says numbers', () => {
    for (const line of lines) {
      expect(line).toHaveLength(header.length);
      for (const [index, cell] of line.entries()) {
        if (hashtags[index]?.startsWith('#date')) expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/);
        if (hashtags[index]?.includes('+num')) expect(cell).toMatch(/^\d*$/);
      }
    }
    expect(lines.find((line) => line[header.indexOf('month')] === '2025-02')?.slice(1, 3)).toEqual([
      '2025-02-01',
      '2025-02-28',
    ]);
  });
});

describe('JSON-stat', () => {
  test('opens in the toolkit, which finds each figure by its codes', () => {
    for (const table of tables) {
      const dataset = JSONstat(JSON.parse(jsonStat(table, exchangeContext)));
      expect([dataset.class, dataset.length]).toEqual(['dataset', table.dimensions.length + 1]);
      for (const { key, cells } of table.rows) {
        for (const [column, cell] of cells.entries()) {
          const codes = Object.fromEntries(table.dimensions.map(({ name }, index) => [name, key[index] ?? '']));
          const found = dataset.Data({ ...codes, measure: table.values[column]?.name ?? '' });
          expect(found?.value ?? null).toBe(cell.value);
          if (cell.confidentiality !== 'F') expect(found?.status).toBe('Q');
        }
      }
    }
  });

  test('says which dimension is time and which holds the measures', () => {
    const dataset = JSONstat(JSON.parse(jsonStat(ports, exchangeContext)));
    expect(dataset.role).toMatchObject({ time: ['month'], metric: ['measure'] });
    expect(dataset.Dimension('port')?.Category('XA-MSB')?.label).toBe('Maseru Bridge');
  });

  test('holds to the rules of JSON-stat 2.0: sizes, codes, roles, and positions of values', () => {
    for (const table of tables) {
      const dataset = JSON.parse(jsonStat(table, exchangeContext)) as {
        id: string[];
        size: number[];
        role: Record<string, string[]>;
        dimension: Record<string, { category: { index: string[]; label: Record<string, string> } }>;
        value: Record<string, number>;
        status: Record<string, string>;
      };
      expect(Object.keys(dataset.dimension)).toEqual(dataset.id);
      for (const [at, name] of dataset.id.entries()) {
        const category = dataset.dimension[name]?.category;
        expect(new Set(category?.index).size).toBe(dataset.size[at]);
        expect(Object.keys(category?.label ?? {}).sort()).toEqual([...(category?.index ?? [])].sort());
      }
      expect(dataset.id).toEqual(expect.arrayContaining(Object.values(dataset.role).flat()));
      const cells = dataset.size.reduce((product, size) => product * size, 1);
      for (const at of [...Object.keys(dataset.value), ...Object.keys(dataset.status)])
        expect(Number(at)).toBeLessThan(cells);
    }
  });

  test('speaks Sesotho where the words are there', () => {
    expect(JSON.parse(jsonStat(ports, exchangeContext, 'st'))).toMatchObject({ label: 'Ho tšela ka moeli' });
  });
});

/** The content models of DDI-Codebook 2.5 for the elements in use: children in this order, each as often as its mark says. */
const contentModels: Readonly<Record<string, string>> = {
  codeBook: 'docDscr* stdyDscr+ fileDscr* dataDscr* otherMat*',
  docDscr: 'citation? guide? docStatus? docSrc* controlledVocabUsed* notes*',
  stdyDscr: 'citation+ studyAuthorization* stdyInfo* studyDevelopment* method* dataAccs* othrStdyMat* notes*',
  citation: 'titlStmt rspStmt? prodStmt? distStmt? serStmt* verStmt* biblCit* holdings* notes*',
  titlStmt: 'titl subTitl* altTitl* parTitl* IDNo*',
  rspStmt: 'AuthEnty* othId*',
  prodStmt: 'producer* copyright? prodDate* prodPlac* software* fundAg* grantNo*',
  distStmt: 'distrbtr* contact* depositr* depDate* distDate*',
  verStmt: 'version? verResp? notes*',
  stdyInfo: 'studyBudget* subject* abstract* sumDscr* qualityStatement? notes* exPostEvaluation*',
  subject: 'keyword* topcClas*',
  sumDscr: 'timePrd* collDate* nation* geogCover* geogUnit* geoBndBox? boundPoly? anlyUnit* universe* dataKind*',
  method: 'dataColl* notes* anlyInfo* stdyClas? dataProcessing* codingInstructions*',
  dataColl:
    'timeMeth* dataCollector* collectorTraining* frequenc* sampProc* sampleFrame* targetSampleSize* deviat* collMode* resInstru* instrumentDevelopment* sources? collSitu* actMin* ConOps* weight* cleanOps*',
  sources: 'dataSrc* sourceCitation* srcOrig* srcChar* srcDocu* sources*',
  dataAccs: 'setAvail* useStmt* notes*',
  useStmt: 'confDec? specPerm? restrctn? contact* citReq? deposReq? conditions? disclaimer?',
  fileDscr: 'fileTxt* locMap? notes*',
  fileTxt:
    'fileName? fileCitation? fileCont? fileStrc? dimensns? fileType? format? filePlac? dataChck* ProcStat? dataMsng? software* verStmt?',
  dimensns: 'caseQnty* varQnty* logRecL* recPrCas* recNumTot*',
  dataDscr: 'varGrp* nCubeGrp* var* nCube* notes*',
  var: 'location* labl* imputation? security? embargo? respUnit? anlysUnit? qstn* valrng* invalrng* undocCod* universe* TotlResp? sumStat* txt* stdCatgry* catgryGrp* catgry* codInstr* verStmt* concept* derivation? varFormat? geoMap* catLevel* notes*',
  catgry: 'catValu? labl* txt* catStat* mrow?',
};

describe('the DDI codebook', () => {
  const xml = ddiCodebook(tables, exchangeContext);

  test('is well-formed, with the children of each element in the order of DDI-Codebook 2.5', () => {
    const document = XmlDocument.fromString(xml);
    const problems: string[] = [];
    for (const [name, model] of Object.entries(contentModels)) {
      const pattern = model.split(' ').map((part) => {
        const child = part.replace(/[?*+]$/, '');
        return `(?:${child} )${part.slice(child.length)}`;
      });
      for (const found of document.find(`//d:${name}`, { d: 'ddi:codebook:2_5' })) {
        const names = found.find('*').flatMap((child) => (child instanceof XmlElement ? [child.name] : []));
        if (!new RegExp(`^${pattern.join('')}$`).test(names.map((child) => `${child} `).join('')))
          problems.push(`${name}: ${names.join(' ')}`);
      }
    }
    expect(problems).toEqual([]);
    document.dispose();
  });

  test('has a file for each table and a variable for each column, each with its own name', () => {
    const document = XmlDocument.fromString(xml);
    const texts = (path: string) => document.find(path, { d: 'ddi:codebook:2_5' }).map((node) => node.content);
    expect(texts('//d:fileName')).toEqual(tables.map(({ measure }) => `data/${measure}.csv`));
    const ids = texts('//d:var/@ID');
    expect(new Set(ids).size).toBe(
      tables.reduce((sum, { dimensions, values }) => sum + dimensions.length + 2 * values.length, 0),
    );
    expect(texts('//d:var[@name="port"]/d:catgry[d:catValu="XA-MSB"]/d:labl')).toEqual(['Maseru Bridge']);
    expect(texts('//d:var[@name="movements"]/@measUnit')).toEqual(['movements']);
    expect(texts('//d:var[@temporal="Y"]/@name')).toEqual(['month', 'year']);
    expect(texts('//d:dataSrc')).toEqual(['Border agency, “crossings” log <2025> (synthetic)']);
    document.dispose();
  });
});
