import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { createInstance } from '../instance/create-instance.ts';
import type { Instance } from '../instance/instance.ts';
import { openTestDatabase, openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import { sampleRelease } from '../testing/sample-release.ts';
import { createRelease } from './create-release.ts';
import { getRelease, listReleases, readReleaseFile } from './list-releases.ts';
import { listPublishedFiles, listPublishedReleases, readPublishedFile } from './published-releases.ts';
import {
  findNextState,
  nextSteps,
  type ReleaseState,
  type ReleaseStep,
  releaseTransitions,
} from './release-machine.ts';
import type { Release } from './release-types.ts';
import { type StepWanted, takeReleaseStep } from './take-release-step.ts';

let opened: TestInstance;
let instance: Instance;
beforeAll(async () => {
  opened = await openTestInstance();
  instance = opened.instance;
});
afterAll(() => opened.dispose());

const make = (change: Parameters<typeof sampleRelease>[0] = {}): Promise<Release> =>
  createRelease(instance, sampleRelease(change), () => undefined);
const take = (
  release: number,
  step: StepWanted['step'],
  by: string,
  more: Partial<StepWanted> = {},
): Promise<Release> => takeReleaseStep(instance, { release, step, by, ...more });

async function makeUpTo(state: ReleaseState, change: Parameters<typeof sampleRelease>[0] = {}): Promise<Release> {
  let release = await make(change);
  const steps: [StepWanted['step'], string][] = [
    ['sign', 'Ben Signer'],
    ['sign', 'Cleo Signer'],
    ['publish', 'Anna Maker'],
  ];
  for (const [step, by] of steps) {
    if (release.state === state) break;
    release = await take(release.id, step, by);
  }
  return release;
}

const inMilliseconds = (more: number): string => new Date(Date.now() + more).toISOString();

describe('the state machine', () => {
  test('is the same in the program and in the database', async () => {
    const { rows } = await instance.application.query<{ step: string; from: string; to: string }>(
      'select step, from_state as "from", to_state as "to" from release.transition',
    );
    const inOrder = (list: readonly { readonly step: string; readonly from: string }[]) =>
      [...list].sort((left, right) => `${left.step} ${left.from}`.localeCompare(`${right.step} ${right.from}`));
    expect(inOrder(rows)).toEqual(inOrder(releaseTransitions));
  });

  test('leads from the making to publication by two signatures and no other way', () => {
    const steps: ReleaseStep[] = ['freeze', 'sign', 'sign', 'publish', 'withdraw'];
    let state: ReleaseState = 'making';
    for (const step of steps) {
      if (step !== 'withdraw') expect(findNextState(state, 'publish') !== undefined).toBe(state === 'signed');
      state = findNextState(state, step) ?? 'making';
    }
    expect([state, nextSteps(state)]).toEqual(['withdrawn', []]);
  });

  test('takes in every state the steps that it names, and refuses all others with what can be done', async () => {
    const states: ReleaseState[] = ['frozen', 'signed_once', 'signed', 'published'];
    for (const state of states) {
      for (const step of ['sign', 'publish', 'withdraw'] as const) {
        const { id } = await makeUpTo(state);
        const taken = take(id, step, 'Dora Other', { reason: 'because' });
        const next = findNextState(state, step);
        if (next === undefined) await expect(taken).rejects.toMatchObject({ code: 'release_wrong_state' });
        else expect((await taken).state).toBe(next);
      }
    }
  });
});

describe('a release', () => {
  test('keeps its files byte for byte, and its hash is that of the list of them', async () => {
    const { id } = await make();
    const { files, contentHash, events, tables } = await getRelease(instance, id);
    const text = `release,crossings\r\n${id},12\r\n`;
    expect(Buffer.from((await readReleaseFile(instance, id, 'csv/data/crossings.csv')) ?? []).toString()).toBe(text);
    expect(await readReleaseFile(instance, id, 'other.csv')).toBeNull();
    const list = files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
    expect(contentHash).toBe(createHash('sha256').update(list).digest('hex'));
    expect(events).toMatchObject([
      { number: 1, step: 'freeze', from: 'making', to: 'frozen', by: 'Anna Maker', contentHash },
    ]);
    expect(tables).toEqual([{ measure: 'crossings', title: 'Crossings' }]);
  });

  test('tells who did what, when, and to which content', async () => {
    const { id, contentHash } = await makeUpTo('published');
    await take(id, 'withdraw', 'Dora Other', { reason: 'A port was counted twice.' });
    const { events, state, withdrawnReason } = await getRelease(instance, id);
    expect([state, withdrawnReason]).toEqual(['withdrawn', 'A port was counted twice.']);
    expect(events.map(({ step, by, reason }) => [step, by, reason])).toEqual([
      ['freeze', 'Anna Maker', null],
      ['sign', 'Ben Signer', null],
      ['sign', 'Cleo Signer', null],
      ['publish', 'Anna Maker', null],
      ['withdraw', 'Dora Other', 'A port was counted twice.'],
    ]);
    expect(new Set(events.map((event) => event.contentHash))).toEqual(new Set([contentHash]));
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
  });

  test('is listed with the others, the newest first, and one that is not there is named', async () => {
    const { id } = await make({ title: 'The newest' });
    expect((await listReleases(instance))[0]).toMatchObject({ id, title: 'The newest' });
    await expect(getRelease(instance, 99_999)).rejects.toMatchObject({ code: 'release_missing' });
    await expect(take(99_999, 'sign', 'Ben Signer')).rejects.toMatchObject({ code: 'release_missing' });
  });
});

describe('signing', () => {
  test('wants two people who did not make the release, however their names are written', async () => {
    const { id } = await make();
    await expect(take(id, 'sign', ' anna  MAKER ')).rejects.toMatchObject({ code: 'release_own_work' });
    await take(id, 'sign', 'Ben Signer');
    await expect(take(id, 'sign', 'BEN SIGNER ')).rejects.toMatchObject({ code: 'release_signed_by_same' });
    await expect(take(id, 'publish', 'Anna Maker')).rejects.toMatchObject({ code: 'release_wrong_state' });
    expect((await take(id, 'sign', 'Cleo Signer')).state).toBe('signed');
  });

  test('may be done by the maker where the policy says so, and still by two', async () => {
    const { id } = await make({ policy: { creatorMaySign: true } });
    expect((await take(id, 'sign', 'Anna Maker')).state).toBe('signed_once');
    await expect(take(id, 'sign', 'Anna Maker')).rejects.toMatchObject({ code: 'release_signed_by_same' });
  });

  test('is of the content that was seen', async () => {
    const { id, contentHash } = await make();
    const refused = take(id, 'sign', 'Ben Signer', { seenHash: '0'.repeat(64) });
    await expect(refused).rejects.toMatchObject({ code: 'release_other_content' });
    expect((await take(id, 'sign', 'Ben Signer', { seenHash: contentHash })).state).toBe('signed_once');
  });

  test('by several people at once counts each person once, and two of them in all', async () => {
    const { id } = await make();
    const names = ['Ben Signer', 'ben signer', 'Cleo Signer', 'Dora Other', 'Anna Maker', 'Ben  Signer'];
    const results = await Promise.allSettled(names.map((by) => take(id, 'sign', by)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const { state, events } = await getRelease(instance, id);
    expect(state).toBe('signed');
    expect(new Set(events.filter(({ step }) => step === 'sign').map(({ by }) => by.toLowerCase())).size).toBe(2);
    expect(events.map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

describe('publication', () => {
  test('shows a release to the reader only when it is published', async () => {
    for (const state of ['frozen', 'signed_once', 'signed'] as const) {
      const { id } = await makeUpTo(state);
      expect((await listPublishedReleases(instance)).map((release) => release.id)).not.toContain(id);
      expect(await readPublishedFile(instance, id, 'README.txt')).toBeNull();
      await take(id, 'withdraw', 'Dora Other', { reason: 'Never mind.' });
      expect((await listPublishedReleases(instance)).map((release) => release.id)).not.toContain(id);
    }
    const { id, contentHash } = await makeUpTo('published');
    expect((await listPublishedReleases(instance))[0]).toMatchObject({ id, state: 'published', contentHash });
    expect(await listPublishedFiles(instance, id)).toHaveLength(2);
    const file = await readPublishedFile(instance, id, 'README.txt');
    expect(Buffer.from(file?.content ?? []).toString()).toBe('Sesotho: tšela');
  });

  test('waits for the end of the embargo', async () => {
    const embargoUntil = inMilliseconds(1500);
    const { id } = await makeUpTo('published', { embargoUntil });
    expect(await listPublishedFiles(instance, id)).toEqual([]);
    expect(await readPublishedFile(instance, id, 'README.txt')).toBeNull();
    expect((await listPublishedReleases(instance)).map((release) => release.id)).not.toContain(id);
    await new Promise((resolve) => setTimeout(resolve, Date.parse(embargoUntil) - Date.now() + 50));
    expect(await readPublishedFile(instance, id, 'README.txt')).not.toBeNull();
    const visible = (await listPublishedReleases(instance)).find((release) => release.id === id);
    expect(visible?.visibleFrom).toBe(embargoUntil);
  });

  test('may put the embargo off, never bring it forward', async () => {
    const { id } = await makeUpTo('signed', { embargoUntil: inMilliseconds(3_600_000) });
    const earlier = take(id, 'publish', 'Anna Maker', { embargoUntil: inMilliseconds(1_800_000) });
    await expect(earlier).rejects.toMatchObject({ code: 'release_embargo_earlier' });
    const later = inMilliseconds(7_200_000);
    expect((await take(id, 'publish', 'Anna Maker', { embargoUntil: later })).embargoUntil).toBe(later);
  });

  test('of a withdrawn release shows that it was withdrawn and why, and its files no more', async () => {
    const { id } = await makeUpTo('published');
    await expect(take(id, 'withdraw', 'Dora Other')).rejects.toMatchObject({ code: 'release_reason_missing' });
    await expect(take(id, 'withdraw', 'Dora Other', { reason: '  ' })).rejects.toMatchObject({
      code: 'release_reason_missing',
    });
    await take(id, 'withdraw', 'Dora Other', { reason: 'Wrong port.' });
    const shown = (await listPublishedReleases(instance)).find((release) => release.id === id);
    expect(shown).toMatchObject({ state: 'withdrawn', withdrawnReason: 'Wrong port.' });
    expect(await readPublishedFile(instance, id, 'README.txt')).toBeNull();
    // Every version stays.
    expect(await readReleaseFile(instance, id, 'README.txt')).not.toBeNull();
  });

  test('keeps from the reader what is not public, whatever it asks', async () => {
    const { id } = await makeUpTo('signed', { title: 'Not yet' });
    const { reader } = instance;
    expect((await reader.query('select from release.file where release = $1', [id])).rowCount).toBe(0);
    expect((await reader.query(`select id from release.release where title = 'Not yet'`)).rowCount).toBe(0);
    const refused = { code: '42501' };
    for (const sql of [
      'select created_by from release.release',
      'select from release.event',
      'select from release.table_content',
      `select release.take_step(${id}, 'publish', 'x', null, null, null)`,
      `update release.release set state = 'published'`,
    ]) {
      await expect(reader.query(sql)).rejects.toMatchObject(refused);
    }
  });
});

describe('what is released', () => {
  test('is altered by nobody: neither by the application nor by the owner', async () => {
    const { id } = await make();
    const { application, database } = instance;
    for (const sql of [
      `update release.release set state = 'published' where id = ${id}`,
      `update release.file set content = '' where release = ${id}`,
      `delete from release.event where release = ${id}`,
      `insert into release.event (release, number, step, from_state, to_state, by_whom, content_hash)
         values (${id}, 9, 'sign', 'frozen', 'signed_once', 'x', 'x')`,
      `delete from release.release where id = ${id}`,
    ]) {
      await expect(application.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    const late = `insert into release.file (release, path, media_type, sha256, content)
      values (${id}, 'late.txt', 'text/plain', encode(sha256('x'), 'hex'), 'x')`;
    await expect(application.query(late)).rejects.toMatchObject({ code: 'LE003' });
    await withClient(database.configFor('migrator'), async (client) => {
      for (const sql of [
        `update release.file set content = '' where release = ${id}`,
        `delete from release.file`,
        `truncate release.event`,
        `delete from release.release where id = ${id}`,
        `update release.transition set to_state = 'published' where step = 'sign'`,
      ]) {
        await expect(client.query(sql)).rejects.toMatchObject({ code: 'LE003' });
      }
    });
  });

  test('is neither signed nor published once its files are not those that were frozen', async () => {
    const { id } = await makeUpTo('signed');
    await withClient(instance.database.configFor('migrator'), async (client) => {
      await client.query('alter table release.file disable trigger is_append_only');
      await client.query(
        `update release.file set content = 'x', sha256 = encode(sha256('x'), 'hex') where release = $1 and path = 'README.txt'`,
        [id],
      );
      await client.query('alter table release.file enable trigger is_append_only');
    });
    await expect(take(id, 'publish', 'Anna Maker')).rejects.toMatchObject({ code: 'release_altered' });
  });
});

describe('making a release', () => {
  test('sees the tables of releases that are public or may become so, and no others', async () => {
    const measure = 'compared';
    const tables = (edition: number) => [{ measure, title: measure, content: { edition } }];
    const seen: unknown[][] = [];
    const makeNext = (edition: number) =>
      createRelease(instance, sampleRelease({ tables: tables(edition) }), (earlier) => {
        seen.push(earlier.map(({ content }) => (content as { edition: number }).edition));
        return undefined;
      });
    const first = await makeNext(1);
    const second = await makeNext(2);
    await take(first.id, 'withdraw', 'Dora Other', { reason: 'Never published.' });
    await take(second.id, 'sign', 'Ben Signer');
    await take(second.id, 'sign', 'Cleo Signer');
    await take(second.id, 'publish', 'Anna Maker');
    await take(second.id, 'withdraw', 'Dora Other', { reason: 'Many have it already.' });
    await makeNext(3);
    expect(seen).toEqual([[], [1], [2]]);
  });

  test('leaves nothing where the check refuses it, with what the check said', async () => {
    const before = (await listReleases(instance)).length;
    class Refused extends Error {}
    const refusing = createRelease(instance, sampleRelease(), () => {
      throw new Refused('no');
    });
    await expect(refusing).rejects.toBeInstanceOf(Refused);
    expect(await listReleases(instance)).toHaveLength(before);
  });

  test('by two at once lets the second see the first', async () => {
    const tables = [{ measure: 'at_once', title: 'At once', content: {} }];
    const counts: number[] = [];
    const makeOne = () =>
      createRelease(instance, sampleRelease({ tables }), (earlier) => {
        counts.push(earlier.length);
        return undefined;
      });
    await Promise.all([makeOne(), makeOne(), makeOne()]);
    expect(counts).toEqual([0, 1, 2]);
  });

  test('refuses paths that lead out of the folder of an export', async () => {
    for (const path of ['../x', '/x', 'a/../x', '', 'a//b', '.hidden']) {
      const made = make({ makeFiles: () => [{ path, mediaType: 'text/plain', content: 'x' }] });
      await expect(made).rejects.toMatchObject({ name: 'StoreProblem' });
    }
  });

  test('cut short by a kill leaves nothing, and does not hold up the next', async () => {
    const before = (await listReleases(instance)).length;
    const program = join(import.meta.dirname, '..', 'testing', 'make-release-until-killed.ts');
    const child: ChildProcess = spawn(process.execPath, [program, opened.folder, opened.databaseUrl], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.stdout === null) throw new Error('no output');
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const next = await make({ title: 'After the kill' });
    const left = await listReleases(instance);
    expect(left).toHaveLength(before + 1);
    expect(left[0]).toMatchObject({ id: next.id, state: 'frozen' });
  });
});

test('under one login for everything, releases keep to their rules and show only what is public', async () => {
  const { databaseUrl, dispose } = await openTestDatabase();
  const login = `single_${Date.now()}`;
  const url = new URL(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'leeto-test-single-'));
  await withClient({ connectionString: databaseUrl }, async (client) => {
    await client.query(`create role ${login} login password 'single'`);
    await client.query(`alter database ${url.pathname.slice(1)} owner to ${login}`);
  });
  url.username = login;
  url.password = 'single';
  const single = await createInstance({ folder, kind: 'operational', countryCode: 'LSO', databaseUrl: url.href });
  expect(single.database.roles).toBe('single');
  const embargoUntil = inMilliseconds(3_600_000);
  const { id } = await createRelease(single, sampleRelease({ embargoUntil }), () => undefined);
  const step = (wanted: StepWanted['step'], by: string) => takeReleaseStep(single, { release: id, step: wanted, by });
  await expect(step('sign', 'Anna Maker')).rejects.toMatchObject({ code: 'release_own_work' });
  await step('sign', 'Ben Signer');
  await step('sign', 'Cleo Signer');
  await step('publish', 'Anna Maker');
  expect(await listPublishedReleases(single)).toEqual([]);
  expect(await readPublishedFile(single, id, 'README.txt')).toBeNull();
  await expect(single.application.query('delete from release.event')).rejects.toMatchObject({ code: 'LE003' });
  await single.close();
  await withClient({ connectionString: databaseUrl }, async (client) => {
    await client.query(`reassign owned by ${login} to current_user; drop owned by ${login}`);
    await client.query(`alter database ${url.pathname.slice(1)} owner to current_user; drop role ${login}`);
  });
  await dispose();
  await rm(folder, { recursive: true });
});
