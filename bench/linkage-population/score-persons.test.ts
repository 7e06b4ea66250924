import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession, type Session } from '@leeto/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findExamples } from './error-examples.ts';
import { coreColumns } from './linkage-columns.ts';
import { loadUnits } from './load-units.ts';
import { countCells, measure, measureAcross } from './measure-clusters.ts';

interface TestRecord {
  readonly id: string;
  readonly person: string;
  readonly cluster: string;
  readonly sex: string;
  readonly file: string;
}

/** Forty persons with one to nine records in two files; some records go astray, some to another person's cluster. */
function makeRecords(): readonly TestRecord[] {
  let state = 7;
  const draw = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  return Array.from({ length: 40 }, (_, p) =>
    Array.from({ length: 1 + draw(9) }, (_, r): TestRecord => {
      const file = draw(4) === 0 ? 'visas' : 'movements_2024-01';
      const cluster = draw(6) === 0 ? draw(40) : p;
      return {
        id: `${file}:${p * 10 + r}`,
        person: `P${p}`,
        cluster: `C${cluster}`,
        sex: p % 3 === 0 ? 'F' : 'M',
        file: file.slice(0, 4),
      };
    }),
  ).flat();
}

const records = makeRecords();
let folder = '';
let session: Session;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leeto-score-'));
  await mkdir(join(folder, 'truth'));
  await mkdir(join(folder, 'input'));
  const csv = (path: string, lines: readonly string[]) => writeFile(join(folder, path), `${lines.join('\n')}\n`);
  await csv('truth/truth.csv', ['record_id,person', ...records.map(({ id, person }) => `${id},${person}`)]);
  await csv('truth/record-errors.csv', ['record_id,errors', `${records[0]?.id},birth_missing`]);
  const persons = new Map(records.map(({ person, sex }) => [person, sex]));
  await csv('truth/person-facts.csv', [
    'person,sex,birth_year,nationality,name_pool,name_form,segment',
    ...[...persons].map(([person, sex]) => `${person},${sex},1980,LSO,basotho,plain,miner`),
  ]);
  // The first record stays out of the clusters: it counts as a person of its own.
  await csv('clusters.csv', [
    'source,id,person',
    ...records.slice(1).map(({ id, cluster }) => `any,${id},${cluster}`),
    'any,unheard_of,C1',
  ]);
  session = await openSession({ temporaryFolder: join(folder, 'temporary') });
  const columns = coreColumns.map((name) => `null::varchar as ${name}`).join(', ');
  await session.run(
    `copy (select record_id, ${columns} from read_csv('${join(folder, 'truth/truth.csv')}')) to '${join(folder, 'input', 'all.parquet')}'`,
  );
});

afterAll(async () => {
  session.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every pair looked at, as no one would at a million records. */
function byPairs(counts: (a: TestRecord, b: TestRecord) => number) {
  let found = 0;
  let joined = 0;
  let wanted = 0;
  const clusterOf = (record: TestRecord) => (record === records[0] ? 'alone' : record.cluster);
  for (const [i, a] of records.entries()) {
    for (const b of records.slice(i + 1)) {
      const weight = counts(a, b);
      const isSame = a.person === b.person;
      const isJoined = clusterOf(a) === clusterOf(b);
      wanted += isSame ? weight : 0;
      joined += isJoined ? weight : 0;
      found += isSame && isJoined ? weight : 0;
    }
  }
  return { precision: found / joined, recall: found / wanted, falsePairs: joined - found, missedPairs: wanted - found };
}

describe('the score of clusters', () => {
  it('is what looking at every pair gives, for all and by subgroup', async () => {
    const loaded = await loadUnits(session, folder, join(folder, 'clusters.csv'));
    expect(loaded).toEqual({ records: records.length, notClustered: 1, unknown: 1 });
    await countCells(session, 'all');
    const [all] = await measure(session, 'all');
    const expected = byPairs(() => 1);
    expect(all?.records).toBe(records.length);
    for (const key of ['precision', 'recall', 'falsePairs', 'missedPairs'] as const) {
      expect(all?.[key]).toBeCloseTo(expected[key], 10);
    }
    for (const one of await measure(session, 'all', 'sex')) {
      const half = byPairs((a, b) => (Number(a.sex === one.group) + Number(b.sex === one.group)) / 2);
      expect(one.precision).toBeCloseTo(half.precision, 10);
      expect(one.recall).toBeCloseTo(half.recall, 10);
    }
    const across = byPairs((a, b) => Number(a.file !== b.file));
    const measured = await measureAcross(session, 'all');
    expect(measured.precision).toBeCloseTo(across.precision, 10);
    expect(measured.missedPairs).toBeCloseTo(across.missedPairs, 10);
  });

  it('gives B-cubed as the mean over records', async () => {
    await countCells(session, 'all');
    const [all] = await measure(session, 'all');
    const size = (test: (record: TestRecord) => boolean): number => records.filter(test).length;
    const share = records.map((one, index) => {
      if (index === 0) return { precision: 1, recall: 1 / size(({ person }) => person === one.person) };
      const others = (test: (record: TestRecord) => boolean) => size((other) => other !== records[0] && test(other));
      const both = others(({ person, cluster }) => person === one.person && cluster === one.cluster);
      return {
        precision: both / others(({ cluster }) => cluster === one.cluster),
        recall: both / size(({ person }) => person === one.person),
      };
    });
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(all?.bcubedPrecision).toBeCloseTo(mean(share.map(({ precision }) => precision)), 10);
    expect(all?.bcubedRecall).toBeCloseTo(mean(share.map(({ recall }) => recall)), 10);
  });

  it('counts equal records once where asked, and shows the worst errors', async () => {
    await countCells(session, 'distinct');
    const [distinct] = await measure(session, 'distinct');
    const files = new Set(records.slice(1).map(({ person, cluster, file }) => `${person} ${cluster} ${file}`));
    expect(distinct?.records).toBe(files.size + 1);
    const [worst] = await findExamples(session, folder, 'merge', 3);
    expect(worst?.name).toMatch(/^C\d+$/);
    expect(worst?.records.length).toBeGreaterThan(1);
  });
});
