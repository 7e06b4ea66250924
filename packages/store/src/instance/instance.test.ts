import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-instance.ts';
import { createInstance } from './create-instance.ts';
import type { InstanceKind } from './instance.ts';
import { openInstance } from './open-instance.ts';

let root: string;
let databases: TestDatabase[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'leeto-test-instance-'));
  databases = [];
});
afterEach(async () => {
  await Promise.all(databases.map(({ dispose }) => dispose()));
  await rm(root, { recursive: true, force: true });
});

async function newDatabase(): Promise<string> {
  const database = await openTestDatabase();
  databases.push(database);
  return database.databaseUrl;
}

async function make(name: string, kind: InstanceKind, databaseUrl: string): Promise<string> {
  const folder = join(root, name);
  const instance = await createInstance({ folder, kind, countryCode: 'LSO', databaseUrl });
  await instance.close();
  return folder;
}

describe('an instance', () => {
  test('carries the same id and kind in its folder and in its database', async () => {
    const databaseUrl = await newDatabase();
    const folder = await make('one', 'operational', databaseUrl);
    const instance = await openInstance({ folder, databaseUrl });
    const { rows } = await instance.reader.query('select id, kind, country_code from leeto.instance');
    expect(rows).toEqual([{ id: instance.id, kind: 'operational', country_code: 'LSO' }]);
    expect(JSON.parse(await readFile(join(folder, 'instance.json'), 'utf8'))).toMatchObject({
      id: instance.id,
      kind: 'operational',
    });
    await instance.close();
  });

  test('is not made twice in one folder', async () => {
    const folder = await make('one', 'operational', await newDatabase());
    const again = createInstance({ folder, kind: 'operational', countryCode: 'LSO', databaseUrl: await newDatabase() });
    await expect(again).rejects.toMatchObject({ code: 'instance_exists' });
  });

  test('finishes when its making was cut short before the folder was signed', async () => {
    const databaseUrl = await newDatabase();
    const folder = await make('one', 'operational', databaseUrl);
    const file = await readFile(join(folder, 'instance.json'), 'utf8');
    await rm(join(folder, 'instance.json'));
    await writeFile(join(folder, 'instance.unfinished.json'), file);
    const instance = await createInstance({ folder, kind: 'operational', countryCode: 'LSO', databaseUrl });
    expect(instance.id).toBe(JSON.parse(file).id);
    await instance.close();
  });
});

describe('two instances never mix', () => {
  test('a demonstration folder pointed at the operational database is refused, and the other way round', async () => {
    const [operationalUrl, demonstrationUrl] = [await newDatabase(), await newDatabase()];
    const operational = await make('real', 'operational', operationalUrl);
    const demonstration = await make('demo', 'demonstration', demonstrationUrl);
    for (const [folder, databaseUrl] of [
      [demonstration, operationalUrl],
      [operational, demonstrationUrl],
    ] as const) {
      const opening = openInstance({ folder, databaseUrl });
      await expect(opening).rejects.toMatchObject({
        code: 'database_holds_other_instance',
        message: expect.stringMatching(/demonstration.*operational|operational.*demonstration/),
        remedy: expect.stringContaining('never mixed'),
      });
    }
  });

  test('the database of another instance of the same kind is refused', async () => {
    const folder = await make('one', 'operational', await newDatabase());
    const otherUrl = await newDatabase();
    await make('two', 'operational', otherUrl);
    await expect(openInstance({ folder, databaseUrl: otherUrl })).rejects.toMatchObject({
      code: 'database_holds_other_instance',
    });
  });

  test('a new instance is not made in a database that holds one', async () => {
    const databaseUrl = await newDatabase();
    await make('real', 'operational', databaseUrl);
    const making = createInstance({
      folder: join(root, 'demo'),
      kind: 'demonstration',
      countryCode: 'LSO',
      databaseUrl,
    });
    await expect(making).rejects.toMatchObject({ code: 'database_holds_other_instance' });
  });

  test('an empty database, and a folder without an instance, are named for what they are', async () => {
    const folder = await make('one', 'operational', await newDatabase());
    const emptyUrl = await newDatabase();
    await expect(openInstance({ folder, databaseUrl: emptyUrl })).rejects.toMatchObject({
      code: 'database_holds_no_instance',
    });
    await expect(openInstance({ folder })).rejects.toMatchObject({ code: 'database_url_missing' });
    await expect(openInstance({ folder: join(root, 'none') })).rejects.toMatchObject({ code: 'instance_missing' });
  });
});

describe('an address that does not work', () => {
  test('says whether the server, the login, the database or the form of the URL is at fault', async () => {
    const databaseUrl = await newDatabase();
    const attempt = (url: string) =>
      createInstance({ folder: join(root, 'x'), kind: 'operational', countryCode: 'LSO', databaseUrl: url });
    const url = new URL(databaseUrl);
    url.port = '1';
    await expect(attempt(url.href)).rejects.toMatchObject({ code: 'database_unreachable' });
    await expect(attempt(databaseUrl.replace(/:[^:@]*@/, ':wrong@'))).rejects.toMatchObject({ code: 'login_refused' });
    await expect(attempt(databaseUrl.replace(/\/[^/]*$/, '/nowhere'))).rejects.toMatchObject({
      code: 'database_missing',
    });
    await expect(attempt('mysql://localhost/x')).rejects.toMatchObject({ code: 'database_url_malformed' });
  });
});

describe('a login that may not make roles', () => {
  test('works as one role where none exist for it, and says what to ask for', async () => {
    const databaseUrl = await newDatabase();
    const name = `poor_${Date.now()}`;
    const database = new URL(databaseUrl).pathname.slice(1);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(`create role ${name} login password 'poor'; alter database ${database} owner to ${name}`);
    const poorUrl = new URL(databaseUrl);
    poorUrl.username = name;
    poorUrl.password = 'poor';
    const folder = join(root, 'poor');
    const instance = await createInstance({
      folder,
      kind: 'operational',
      countryCode: 'LSO',
      databaseUrl: poorUrl.href,
    });
    expect(instance.database.roles).toBe('single');
    expect(instance.notices.join()).toContain(`grant leeto_migrator, leeto_application, leeto_reader to "${name}"`);
    await instance.close();
    const again = await openInstance({ folder, databaseUrl: poorUrl.href });
    await again.close();
    await client.query(`alter database ${database} owner to current_user; reassign owned by ${name} to current_user`);
    await client.query(`drop owned by ${name}; drop role ${name}`);
    await client.end();
  });
});
