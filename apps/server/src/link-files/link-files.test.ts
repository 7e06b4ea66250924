import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRandom } from '@leeto/linkage';
import { afterAll, describe, expect, test } from 'vitest';
import { type LinkFilesOptions, linkFiles } from './link-files.ts';
import { writeLinkage } from './write-linkage.ts';

const home = mkdtempSync(join(tmpdir(), 'leeto-link-files-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function file(name: string, text: string | object): string {
  const path = join(home, name);
  writeFileSync(path, typeof text === 'string' ? text : JSON.stringify(text));
  return path;
}

const fields = {
  given: { kind: 'person_name', part: 'given' },
  family: { kind: 'person_name', part: 'family' },
  born: { kind: 'date' },
};
const spec = file('spec.json', { id: 'id', fields });
const header = 'id,given,family,born';
const three = file(
  'three.csv',
  [header, '1,Thabo,Mokoena,1987-05-13', '2,Tabo,Mokoena,1987-05-13', '3,Neo,Phiri,1990-01-02'].join('\n'),
);
const run = (path: string, options: Partial<LinkFilesOptions> = {}) =>
  linkFiles({ files: [path], spec, onProgress: () => {}, ...options });

/** What a person is told: the problem with its remedy. */
async function told(running: Promise<unknown>): Promise<string> {
  return running.then(
    () => 'nothing was wrong',
    (error: Error & { remedy?: string }) => `${error.message} ${error.remedy ?? ''}`,
  );
}

describe('files that are not as they should be', () => {
  test('columns that are not there are named with the headers that are', async () => {
    const path = file('columns.csv', 'id,given,surname\n1,Thabo,Mokoena\n');
    const words = await told(run(path));
    for (const part of ['no column "family"', 'no column "born"', '"surname"', 'columns.csv'])
      expect(words).toContain(part);
  });

  test('a field without any value is left out, and one value everywhere is told', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => `${n},Name${String.fromCharCode(97 + (n % 26))}x,Mokoena,`);
    const { notices, result } = await run(file('one-value.csv', [header, ...rows].join('\n')));
    expect(notices.some((notice) => notice.startsWith('"born" is not compared'))).toBe(true);
    expect(notices.some((notice) => notice.startsWith('"family" has one value throughout'))).toBe(true);
    expect(result.model.comparisons.map(({ id }) => id)).toEqual(['given', 'family']);
    expect(await told(run(file('blank.csv', `${header}\n1,,,\n2,,,\n`)))).toContain('No record states any');
  });

  test('ids of mixed type are taken as text, blank ones by their row, double ones refused with their rows', async () => {
    const mixed = file('mixed.csv', [header, '1,A,B,', 'A2,C,D,', '003,E,F,', '1.0,G,H,', ',I,J,'].join('\n'));
    const { result, notices } = await run(mixed);
    const ids = Array.from({ length: 5 }, (_, record) => result.records.idOf(record));
    expect(ids).toEqual(['1', 'A2', '003', '1.0', 'row 6']);
    expect(notices.join()).toContain('1 row has no "id"');
    const double = await told(run(file('double.csv', [header, 'x,A,B,', 'y,C,D,', 'x,E,F,'].join('\n'))));
    expect(double).toContain('"x": rows 2 and 4');
  });

  test('rows too long, too short or cut off are told with their place, and no other row is lost', async () => {
    const ragged = [header, '1,Thabo,Mokoena,1987-05-13,more', '2,Neo,Phiri', '3,Mpho,Lebona,1990-01-01', '"4,Pal'];
    const { result, notices } = await run(file('ragged.csv', ragged.join('\n')));
    expect(result.records.size).toBe(3);
    const words = notices.join('\n');
    for (const part of ['line 2: 5 cells', 'line 3: 3 cells', 'line 5: The file ends']) expect(words).toContain(part);
    const twice = file('twice.csv', 'id,given,given,family,born\n1,A,B,C,\n2,D,E,F,\n');
    expect((await run(twice)).notices.join()).toContain('2 columns are called "given"');
  });

  test('nothing, a header alone, one record, and a file that is no table', async () => {
    expect(await told(run(file('empty.csv', '')))).toContain('empty.csv is empty');
    expect(await told(run(file('header.csv', `${header}\n`)))).toContain('no records');
    const one = await run(file('one.csv', `${header}\n1,Thabo,Mokoena,1987-05-13\n`));
    expect(one.result.clusters.persons).toBe(1);
    expect(one.expected.precision.value).toBeNaN();
    expect(await told(run(file('picture.csv', '\u0000\u0001PNG')))).toContain('no column "given"');
  });

  test('fields that a blocking rule or a model names and the files lack', async () => {
    const blocking = file('blocking.json', {
      id: 'id',
      fields,
      blocking: [['surnam'], [{ field: 'born', by: 'yeer' }]],
    });
    const words = await told(run(three, { spec: blocking }));
    expect(words).toContain('"surnam" is no field; there are given, family, born');
    expect(words).toContain('"yeer"');
    const { result } = await run(three);
    const model = file('model.json', result.model);
    const fewer = file('fewer.json', { id: 'id', fields: { given: fields.given, born: fields.born } });
    expect(await told(run(three, { spec: fewer, model }))).toContain('it compares "family"');
    expect(await told(run(three, { spec: fewer, model: file('no-model.json', '{"format":"x"}') }))).toContain('format');
  });

  test('more fields than can be compared', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `c${n}`);
    const rows = [0, 1, 2].map((n) => [n, ...names.map((name) => `${name}v${n}`)].join(','));
    const wide = file('wide.csv', [['id', ...names].join(','), ...rows].join('\n'));
    const wideSpec = file('wide.json', { id: 'id', fields: Object.fromEntries(names.map((name) => [name, 'text'])) });
    expect(await told(run(wide, { spec: wideSpec }))).toContain('40 fields are to be compared; 31 are the most');
  });

  test('truth and labels that name strangers, answer nothing, or can not be read', async () => {
    const truth = (text: string) => run(three, { truth: file('truth.csv', text) });
    expect(await told(truth('id,person\nzz,a\nyy,a\n'))).toContain('no id that any of the records has (rows 2, 3)');
    expect((await truth('id,person\n1,a\n2,a\nzz,b\n')).notices.join()).toContain('(row 4)');
    expect(await told(truth('name,foo,bar\nx,y,z\n'))).toContain('its columns are "name", "foo", "bar"');
    const labels = (text: string) => run(three, { labels: file('labels.csv', text) });
    expect(await told(labels('id_l,id_r,verdict\n1,2,banana\n'))).toContain('(row 2)');
    expect(await told(labels('id_l,id_r,score\n1,2,95\n'))).toContain('scores from 0 to 1');
    const some = await labels('id_l,id_r,verdict\n1,2,same\n1,3,not the same\n2,3,unsure\n');
    expect(some.result.model.trainedOn.labels).toEqual({ matches: 1, others: 1 });
    const model = file('frozen.json', some.result.model);
    expect(await told(run(three, { model, labels: file('labels.csv', 'id_l,id_r,same\n1,2,1\n') }))).toContain(
      'labels teach nothing',
    );
  });
});

describe('errors without truth', () => {
  const random = makeRandom(9);
  const draw = (n: number) => Math.floor(random() * n);
  const syllables = ['mo', 'ko', 'le', 'tsa', 'phi', 'ra', 'ne', 'tha', 'se', 'bo', 'li', 'ka'];
  const name = (n: number) => Array.from({ length: n }, () => syllables[draw(12)]).join('');
  const date = () =>
    `${1940 + draw(60)}-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`;
  const rows: string[] = [];
  for (let n = 0; n < 250; n += 1) {
    const [given, family, born] = [name(2), name(3), date()];
    rows.push(`p${n}-0,${given},${family},${born}`);
    if (n % 2 === 0) rows.push(`p${n}-1,${n % 4 === 0 ? name(2) : given},${family}o,${n % 6 === 0 ? '' : born}`);
  }
  const people = file('people.csv', [header, ...rows].join('\n'));
  const folder = join(home, 'linked');
  const write = async (options: Partial<LinkFilesOptions> = {}) => {
    const linked = await run(people, options);
    return { linked, written: await writeLinkage(linked, { folder, command: 'leeto link', onProgress: () => {} }) };
  };

  test('a sample to judge is written, comes back with answers, and gives intervals', async () => {
    const { linked, written } = await write();
    expect(linked.expected.precision.low).toBeLessThanOrEqual(linked.expected.precision.value);
    expect(written.toLabel).toBeGreaterThan(50);
    const path = join(folder, 'to-label.csv');
    const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n');
    expect(head.startsWith('verdict,left_source,left_id,right_source,right_id,given (left),given (right)')).toBe(true);
    expect(lines.every((line) => line.startsWith(',people.csv,p'))).toBe(true);
    const answered = lines.map((line) => {
      const [left = '', right = ''] = [...line.matchAll(/,p(\d+)-/g)].map(([, person]) => person);
      return `${left === right ? 'same' : 'not the same'}${line}`;
    });
    const sample = file('judged.csv', [head, ...answered].join('\n'));
    const { estimate } = (await run(people, { sample })).sample ?? {};
    expect(estimate?.answered).toBe(lines.length);
    expect(estimate?.precision.low).toBeLessThanOrEqual(estimate?.precision.value ?? 0);
    expect(estimate?.recallWithinCandidates.low).toBeGreaterThan(0.3);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('to-label.csv');

    expect(await told(run(people, { sample: path }))).toContain('no row has an answer');
    expect(await told(run(people, { sample, labels: sample }))).toContain('drawn from another linkage');
    // Answers are never written over.
    writeFileSync(path, readFileSync(sample));
    const again = await write();
    expect(again.written.notices.join()).toContain('left as it is');
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(sample, 'utf8'));
  });

  test('with truth, errors are told by group, threshold and stage, and it is said where the truth was learnt from', async () => {
    const truth = file(
      'who.csv',
      ['id,person', ...rows.map((row) => `${row.split(',')[0]},${row.split('-')[0]}`)].join('\n'),
    );
    const { linked } = await write({ truth });
    const { subgroups, edges, clusters } = linked.evaluation ?? {};
    expect(Object.keys(subgroups ?? {})).toEqual(['born', 'not_stated', 'without:born']);
    const used = linked.result.model.thresholds.match;
    expect(edges?.at.some(({ threshold }) => Math.abs(threshold - used) < 1e-6)).toBe(true);
    expect(clusters?.bCubed?.f1).toBeGreaterThan(0.7);
    const report = readFileSync(join(folder, 'report.html'), 'utf8');
    for (const part of ['Trade-off', 'born', 'write', 'Is anybody linked worse?']) expect(report).toContain(part);
    expect(report).not.toContain('also learnt from');
    expect((await write({ truth, labels: truth })).linked.isTruthLearnt).toBe(true);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('also learnt from');
  });
});
