import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, withClient } from '../database/connect.ts';
import { isAlive } from './postmaster-file.ts';
import { type PostgresServer, startPostgres } from './start-postgres.ts';

let folder: string;
const folders: string[] = [];
let servers: PostgresServer[];
beforeAll(() => useNewFolder());
beforeEach(() => {
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.stop().catch(() => {});
});
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

async function useNewFolder(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'leeto-test-server-'));
  folders.push(folder);
  // A server started by root runs under another account, which has to reach the folder.
  await chmod(folder, 0o755);
}

async function start(): Promise<PostgresServer> {
  const server = await startPostgres({ folder });
  servers.push(server);
  return server;
}

async function query<Row>(server: PostgresServer, sql: string): Promise<Row[]> {
  const database = await connect({ server });
  return withClient(database.configFor('migrator'), async (client) => (await client.query(sql)).rows as Row[]);
}

describe('the embedded server', () => {
  test('is durable, speaks UTF-8 by its own rules, and asks for a password', async () => {
    const server = await start();
    const [row] = await query<Record<string, string>>(
      server,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding,
         (select datlocale from pg_database where datname = 'leeto') as locale,
         current_user as login, upper('ŝe') as upper`,
    );
    expect(row).toEqual({
      fsync: 'on',
      commit: 'on',
      addresses: '127.0.0.1',
      encoding: 'UTF8',
      locale: 'C.UTF-8',
      login: 'leeto_migrator',
      upper: 'ŜE',
    });
    const login = { host: server.host, port: server.port, user: 'leeto', password: 'wrong', database: 'leeto' };
    await expect(withClient(login, async () => {})).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(join(folder, 'postgres', 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  test('is shared by all who open the folder and stopped by the last of them', async () => {
    const first = await start();
    const second = await start();
    expect(second.pid).toBe(first.pid);
    const program = join(import.meta.dirname, '..', 'testing', 'hold-server.ts');
    const child = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe(`attached ${first.pid}\n`);
    await first.stop();
    await first.stop();
    await second.stop();
    expect(isAlive(first.pid)).toBe(true);
    child.stdin.end();
    await once(child, 'exit');
    expect(isAlive(first.pid)).toBe(false);
  });

  test('is stopped by the last even where another holder was killed', async () => {
    const server = await start();
    const program = join(import.meta.dirname, '..', 'testing', 'hold-server.ts');
    const child = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });

  test('keeps its data over a kill, and starts again in the presence of the file that the killed one left', async () => {
    const server = await start();
    await query(server, 'create schema kept');
    process.kill(server.pid, 'SIGKILL');
    const again = await start();
    expect(again.pid).not.toBe(server.pid);
    expect(await query(again, `select nspname from pg_namespace where nspname = 'kept'`)).toHaveLength(1);
  });

  test('starts where the number of a killed server belongs to another living process', async () => {
    const server = await start();
    const pidFile = join(server.dataFolder, 'postmaster.pid');
    const text = await readFile(pidFile, 'utf8');
    await server.stop();
    await writeFile(pidFile, text.replace(String(server.pid), String(process.pid)));
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is made anew where its making was cut short', async () => {
    const server = await start();
    await server.stop();
    await rm(join(folder, 'postgres', 'made'));
    await rm(join(server.dataFolder, 'PG_VERSION'));
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test.runIf(process.getuid?.() === 0)(
    'started by root from a folder that no other account can enter, lies elsewhere and says so',
    async () => {
      await useNewFolder();
      await chmod(folder, 0o700);
      const server = await start();
      expect(server.notices).toEqual([expect.stringContaining(`kept in ${dirname(server.dataFolder)} instead`)]);
      expect(server.dataFolder).not.toContain(folder);
      expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect((await start()).pid).toBe(server.pid);
      for (const { stop } of servers) await stop();
      await rm(dirname(server.dataFolder), { recursive: true });
    },
  );

  test('refuses the data folder of another version', async () => {
    const server = await start();
    await server.stop();
    await writeFile(join(server.dataFolder, 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'data_folder_version' });
  });
});
