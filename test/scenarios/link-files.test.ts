import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRandom } from '@leeto/linkage';
import { openSession } from '@leeto/warehouse';
import { describe, expect, test } from 'vitest';
import { leeto } from '../support/leeto.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const home = temporaryFolder();
const path = (name: string) => join(home, name);
const out = path('linked');

const beginnings = ['Mo', 'Le', 'Ra', 'Se', 'Tha', 'Pha', 'Nko', 'Ma', 'Khu'];
const middles = ['koe', 'la', 'tsi', 'ha', 'mae', 'ro', 'kho', 'nya', 'bi'];
const endings = ['na', 'po', 'se', 'pi', 'li', 'tholi', 'ne', 'thing'];
const names = ['Thabo', 'Palesa', 'Lerato', 'Neo', 'Tumelo', 'Mpho', 'Kabelo', 'Refiloe', 'Tsepo', 'Limpho', 'Katleho'];

interface Person {
  readonly given: string;
  readonly family: string;
  readonly born: string;
  readonly document: string;
}

/** Invented people: always the same ones, each with names and dates drawn by themselves. */
const random = makeRandom(7);
const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const number = (least: number, most: number) => String(least + Math.floor(random() * (most - least + 1)));
const people = Array.from(
  { length: 300 },
  (): Person => ({
    given: draw(names),
    family: draw(beginnings) + draw(middles) + draw(endings),
    born: `${number(1940, 2004)}-${number(1, 12).padStart(2, '0')}-${number(1, 28).padStart(2, '0')}`,
    document: `RA${number(100_000, 999_999)}`,
  }),
);
const person = (n: number): Person => people[n] as Person;

const header = 'rec_id, given_name, surname, dob, passport, who';
const row = (id: string, n: number, change: Partial<Person> = {}) => {
  const { given, family, born, document } = { ...person(n), ...change };
  return `${id}, ${given}, ${family}, ${born}, ${document}, ${n}`;
};
const swapped = (text: string) => text.slice(0, 2) + text.slice(3, 4) + text.slice(2, 3) + text.slice(4);
const originals = Array.from({ length: 300 }, (_, n) => row(`a${n}`, n));
const doubles = Array.from({ length: 100 }, (_, i) => {
  const n = i * 3;
  return row(`b${n}`, n, i % 2 === 0 ? { family: swapped(person(n).family) } : { document: '' });
});
const spec = {
  id: 'rec_id',
  fields: {
    given_name: { kind: 'person_name', part: 'first' },
    surname: 'surname',
    dob: 'dob',
    passport: { kind: 'passport' },
  },
  truth: 'who',
};

async function files(): Promise<void> {
  await writeFile(path('all.csv'), [header, ...originals, ...doubles].join('\r\n'));
  await writeFile(path('a.csv'), [header, ...originals].join('\n'));
  await writeFile(path('b.csv'), [header, ...doubles].join('\n'));
  await writeFile(path('spec.json'), JSON.stringify(spec));
}

async function pairsOf(folder: string) {
  using session = await openSession({ temporaryFolder: path('duckdb'), folders: [folder, path('duckdb')] });
  return await session.query('select * from read_parquet($path)', { path: join(folder, 'pairs.parquet') });
}

describe('linking files without a database', () => {
  test('finds the doubles of one file, measures itself, and writes all it promises', async () => {
    await files();
    const linked = await leeto(home, 'link', path('all.csv'), '--spec', path('spec.json'), '--out', out, '--json');
    expect(linked.err).toBe('');
    expect(linked.code).toBe(0);
    const summary = JSON.parse(linked.out);
    expect(summary.records).toBe(400);
    expect(summary.measured.clusters.precision).toBeGreaterThan(0.98);
    expect(summary.measured.clusters.recall).toBeGreaterThan(0.95);
    expect((await readdir(out)).sort()).toEqual([
      'clusters.csv',
      'model.json',
      'pairs.parquet',
      'report.html',
      'spec.json',
    ]);

    const { columns, rows } = await pairsOf(out);
    expect(columns.slice(0, 6)).toEqual([
      'left_source',
      'left_id',
      'right_source',
      'right_id',
      'weight',
      'probability',
    ]);
    expect(columns).toEqual(expect.arrayContaining(['given_name', 'surname', 'dob', 'passport']));
    const pair = rows.find(([, left, , right]) => left === 'a0' && right === 'b0');
    expect(pair?.[5]).toBeGreaterThan(0.95);
    expect(pair?.[columns.indexOf('dob')]).toBe('exact');

    const persons = (await readFile(join(out, 'clusters.csv'), 'utf8')).trim().split('\n');
    expect(persons).toHaveLength(401);
    expect(persons[0]).toBe('source,id,person');
    expect(persons[1]).toBe('all.csv,a0,P-000001');
    expect(persons).toContain('all.csv,b0,P-000001');
    const report = await readFile(join(out, 'report.html'), 'utf8');
    for (const { family } of [person(0), person(7)]) expect(report).not.toContain(family);
  }, 60_000);

  test('gives the same again, from its own spec, and with its own model', async () => {
    const before = await readFile(join(out, 'clusters.csv'), 'utf8');
    const pairs = await pairsOf(out);
    const model = path('model.json');
    await writeFile(model, await readFile(join(out, 'model.json')));
    await writeFile(path('used.json'), await readFile(join(out, 'spec.json')));
    expect((await leeto(home, 'link', path('all.csv'), '--spec', path('used.json'), '--out', out)).code).toBe(0);
    expect(await readFile(join(out, 'clusters.csv'), 'utf8')).toBe(before);
    expect(await readFile(join(out, 'model.json'), 'utf8')).toBe(await readFile(model, 'utf8'));
    expect(await pairsOf(out)).toEqual(pairs);
    expect((await leeto(home, 'link', path('all.csv'), '--model', model, '--out', out)).code).toBe(0);
    expect(await readFile(join(out, 'clusters.csv'), 'utf8')).toBe(before);
    expect(await pairsOf(out)).toEqual(pairs);
  }, 60_000);

  test('links two files, with the sources that the spec names and labels of pairs', async () => {
    const two = {
      ...spec,
      truth: undefined,
      mode: 'link',
      sources: { left: 'a.csv', right: { file: 'b.csv', unique: true } },
    };
    await writeFile(path('two.json'), JSON.stringify(two));
    const labels = Array.from({ length: 100 }, (_, i) => `a${i * 3},left,b${i * 3},right,1`);
    const others = Array.from({ length: 100 }, (_, i) => `a${i * 3 + 1},left,b${i * 3},right,0`);
    await writeFile(
      path('labels.csv'),
      ['unique_id_l,source_dataset_l,unique_id_r,source_dataset_r,clerical_match_score', ...labels, ...others].join(
        '\n',
      ),
    );
    const folder = path('two');
    const linked = await leeto(
      ...[home, 'link', path('a.csv'), path('b.csv'), '--spec', path('two.json'), '--truth', path('labels.csv')],
      ...['--out', folder, '--json'],
    );
    expect(linked.code).toBe(0);
    const summary = JSON.parse(linked.out);
    expect(summary.sources).toEqual([
      { name: 'left', records: 300 },
      { name: 'right', records: 100 },
    ]);
    expect(summary.measured.clusters.f1).toBeGreaterThan(0.95);
    const { rows } = await pairsOf(folder);
    for (const [left, , right] of rows) expect([left, right]).toEqual(['left', 'right']);
  }, 60_000);

  test('proposes a spec where none is given', async () => {
    const linked = await leeto(home, 'link', path('b.csv'), '--out', path('proposed'));
    expect(linked.code).toBe(0);
    expect(linked.out).toContain('"surname": person_name (family)');
    const proposed = JSON.parse(await readFile(join(path('proposed'), 'spec.json'), 'utf8'));
    expect(proposed).toMatchObject({ id: 'rec_id', mode: 'dedupe', fields: { dob: { kind: 'date' } } });
    await writeFile(path('goods.csv'), 'article,weight\nmaize,3\nbeans,4\nwheat,8\n');
    const goods = await leeto(home, 'link', path('goods.csv'), '--out', path('goods'));
    expect(goods.code).toBe(2);
    expect(goods.err).toContain('tells persons apart');
  }, 60_000);
});

describe('linking what can not be linked as it is', () => {
  const run = (...words: readonly string[]) => leeto(home, 'link', ...words, '--out', path('bad'));

  test('names everything that is wrong with a spec at once', async () => {
    const wrong = { id: 'nummer', fieldz: {}, mode: 'merge', threshold: 3, fields: { surname: 'surnam', dob: 'date' } };
    await writeFile(path('wrong.json'), JSON.stringify(wrong));
    const { code, err } = await run(path('all.csv'), '--spec', path('wrong.json'));
    expect(code).toBe(2);
    for (const word of ['fieldz', 'merge', 'surnam', 'threshold', 'dedupe, link, link_and_dedupe'])
      expect(err).toContain(word);
    await writeFile(path('missing.json'), JSON.stringify({ id: 'rec', fields: { surnames: 'surname', dob: 'date' } }));
    const missing = await run(path('all.csv'), '--spec', path('missing.json'));
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('no column "rec"');
    expect(missing.err).toContain('no column "surnames"');
    await writeFile(path('broken.json'), '{"id":');
    expect((await run(path('all.csv'), '--spec', path('broken.json'))).err).toContain('not JSON');
  }, 60_000);

  test('refuses ids that stand twice and names them with their rows', async () => {
    await writeFile(path('twice.csv'), [header, row('a1', 1), row('a2', 2), row('a1', 3)].join('\n'));
    const { code, err } = await run(path('twice.csv'), '--spec', path('spec.json'));
    expect(code).toBe(2);
    expect(err).toContain('"a1": rows 2 and 4');
  }, 60_000);

  test('refuses a model of another spec, and a truth of other records', async () => {
    await writeFile(path('other.json'), JSON.stringify({ id: 'rec_id', fields: { surname: 'surname', dob: 'text' } }));
    const other = await run(path('all.csv'), '--spec', path('other.json'), '--model', path('model.json'));
    expect(other.code).toBe(2);
    expect(other.err).toContain('another spec');
    await writeFile(path('strangers.csv'), 'id,person\nzz1,1\nzz2,1\n');
    const strangers = await run(path('all.csv'), '--spec', path('spec.json'), '--truth', path('strangers.csv'));
    expect(strangers.code).toBe(2);
    expect(strangers.err).toContain('names no id');
  }, 60_000);

  test('says what is not in the file: nothing, a header alone, no values; links one record and two', async () => {
    await writeFile(path('none.csv'), '');
    await writeFile(path('header.csv'), `${header}\n`);
    await writeFile(path('blank.csv'), [header, 'a1,,,,,', 'a2,,,,,'].join('\n'));
    for (const name of ['none.csv', 'header.csv', 'blank.csv', 'not-there.csv']) {
      const { code, err } = await run(path(name), '--spec', path('spec.json'));
      expect(code).toBe(2);
      expect(err).not.toContain('fault in Leeto');
    }
    await writeFile(path('one.csv'), [header, row('a1', 1)].join('\n'));
    await writeFile(path('pair.csv'), [header, row('a1', 1), row('a2', 2)].join('\n'));
    for (const name of ['one.csv', 'pair.csv']) {
      expect((await run(path(name), '--spec', path('spec.json'))).code).toBe(0);
    }
  }, 60_000);

  test('leaves out a field without values, and takes a million records alike in seconds', async () => {
    const same = Array.from({ length: 1_000_000 }, (_, i) => `${i},Thabo,Mokoena,1990-01-02`);
    await writeFile(path('same.csv'), ['rec_id,given_name,surname,dob', ...same].join('\n'));
    const fields = { given_name: 'first_name', surname: 'surname', dob: 'dob' };
    await writeFile(path('same.json'), JSON.stringify({ id: 'rec_id', fields }));
    const started = Date.now();
    const { code, out: words } = await run(path('same.csv'), '--spec', path('same.json'));
    expect(code).toBe(0);
    expect(Date.now() - started).toBeLessThan(40_000);
    expect(words).toContain('1,000,000 records');
    expect(words).toContain('alike in every field');

    const half = [header, ...originals.map((line) => line.replace(/\d{4}-\d\d-\d\d/, ''))];
    await writeFile(path('half.csv'), half.join('\n'));
    const left = await run(path('half.csv'), '--spec', path('spec.json'));
    expect(left.code).toBe(0);
    expect(left.out).toContain('"dob" is not compared');
  }, 90_000);

  test('says which options go with files and which with registers, and where personal data goes', async () => {
    await files();
    const nothing = await leeto(home, 'link', '--spec', path('spec.json'));
    expect(nothing.code).toBe(2);
    expect(nothing.err).toContain('--spec is for linking files');
    expect((await run(path('b.csv'), '--arrivals')).err).toContain('--arrivals is for linking registers');
    expect((await run(path('b.csv'), '--threshold', '95')).err).toContain('between 0 and 1');
    expect((await leeto(home, 'link', path('b.csv'))).err).toContain('--out linked');
    const linked = await leeto(home, 'link', path('b.csv'), '--out', path('told'));
    expect(linked.out).toContain('Holds the frequent names');
  }, 60_000);

  test('tells a default birth day that a rule would have paired everybody by, and no value of it', async () => {
    const lines = originals.map((line, n) => (n % 4 === 0 ? line : line.replace(/\d{4}-\d\d-\d\d/, '1990-01-01')));
    await writeFile(path('default.csv'), [header, ...lines].join('\n'));
    const rules = { ...spec, truth: undefined, blocking: [['dob'], ['surname']] };
    await writeFile(path('default.json'), JSON.stringify(rules));
    const linked = await run(path('default.csv'), '--spec', path('default.json'), '--budget', '1000000');
    expect(linked.code).toBe(0);
    expect(linked.out).toMatch(
      /Blocking rule "dob[^"]*": One of its values is shared by more than \d+ .*proposed no pairs/,
    );
    expect(linked.out).not.toContain('1990');
    expect(await readFile(join(path('bad'), 'report.html'), 'utf8')).not.toContain('19900101');
  }, 60_000);

  test('keeps an earlier result where a folder can not be written', async () => {
    await mkdir(path('blocked'), { recursive: true });
    await writeFile(path('blocked/file'), 'x');
    const { code, err } = await leeto(home, 'link', path('b.csv'), '--out', path('blocked/file/linked'));
    expect(code).toBe(2);
    expect(err).toContain('is a file');
  }, 60_000);
});

const febrl = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'linkage', 'febrl_dataset1.csv');

test.skipIf(!existsSync(febrl))(
  'links the FEBRL data as published (skipped where ../shared/data is missing)',
  async () => {
    const text = await readFile(febrl, 'utf8');
    const ids = text
      .split(/\r?\n/)
      .slice(1)
      .flatMap((line) => (line === '' ? [] : [line.split(',')[0] ?? '']));
    await writeFile(path('persons.csv'), ['id,person', ...ids.map((id) => `${id},${id.split('-')[1]}`)].join('\n'));
    const linked = await leeto(home, 'link', febrl, '--out', path('febrl'), '--truth', path('persons.csv'), '--json');
    expect(linked.code).toBe(0);
    const { measured } = JSON.parse(linked.out);
    expect(measured.clusters.f1).toBeGreaterThan(0.99);
    expect(measured.blockingRecall).toBeGreaterThan(0.99);
  },
  120_000,
);
