import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { createInstance } from '../instance/create-instance.ts';
import type { Instance } from '../instance/instance.ts';
import { openInstance } from '../instance/open-instance.ts';
import { countRecords } from '../ledger/count-records.ts';
import { listDeliveries } from '../ledger/list-deliveries.ts';
import { emptySchema } from '../migration/live-schema.ts';
import { defineMigration } from '../migration/migration.ts';
import { proposeMigration } from '../migration/propose-migration.ts';
import { startPostgres } from '../server/start-postgres.ts';
import { openTestInstance } from '../testing/open-test-instance.ts';
import { sampleBatch, sampleDelivery, samplePermit, sampleRecords } from '../testing/sample-declarations.ts';
import { importRecords } from './import-records.ts';

const PROGRAM = join(import.meta.dirname, '..', 'testing', 'import-until-killed.ts');
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

async function startImport(folder: string, databaseUrl: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROGRAM, folder, databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function waitForInterruption(folder: string, databaseUrl: string): Promise<Instance> {
  for (let attempt = 0; ; attempt += 1) {
    const instance = await openInstance({ folder, databaseUrl });
    if (instance.notices.length > 0 || attempt > 50) return instance;
    await instance.close();
    await sleep(100);
  }
}

test('a program killed in the middle of an import leaves nothing, and the next opening says so', async () => {
  const { instance, folder, databaseUrl, dispose } = await openTestInstance({ records: sampleRecords });
  const child = await startImport(folder, databaseUrl);
  expect(await listDeliveries(instance)).toMatchObject([{ status: 'receiving', fileName: 'endless.csv' }]);
  const meanwhile = await openInstance({ folder, databaseUrl });
  expect(meanwhile.notices).toEqual([]);
  await meanwhile.close();

  child.kill('SIGKILL');
  await once(child, 'exit');
  const again = await waitForInterruption(folder, databaseUrl);
  expect(again.notices).toEqual([
    'The import of endless.csv into sample_permit was cut short: nothing of it was taken; import it again.',
  ]);
  expect(await countRecords(again, 'sample_permit')).toBe(0);
  expect(await listDeliveries(again)).toMatchObject([{ status: 'interrupted' }]);
  const result = await importRecords(again, {
    declaration: samplePermit,
    delivery: sampleDelivery('endless.csv'),
    batches: [sampleBatch(samplePermit, ['permit_number'], [['P1']])],
    receivedBy: 'officer',
  });
  expect(result.status).toBe('taken');
  await again.close();
  await dispose();
});

test('a database server killed in the middle of an import recovers with all that was taken before, and nothing of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leeto-test-killed-'));
  // A server started by root runs under another account, which has to reach the folder.
  await chmod(folder, 0o755);
  const furtherMigrations = [
    defineMigration('test', 1, 'registers', proposeMigration({ records: sampleRecords }, emptySchema)),
  ];
  const instance = await createInstance({ folder, kind: 'operational', countryCode: 'LSO', furtherMigrations });
  const server = await startPostgres({ folder });
  const start = (
    name: string,
    batches: AsyncIterable<ReturnType<typeof sampleBatch>> | ReturnType<typeof sampleBatch>[],
  ) =>
    importRecords(instance, {
      declaration: samplePermit,
      delivery: sampleDelivery(name),
      batches,
      receivedBy: 'officer',
    });
  await start('before.csv', [sampleBatch(samplePermit, ['permit_number'], [['KEPT']])]);
  const failing = start('cut.csv', killing(server.pid));
  await expect(failing).rejects.toMatchObject({ code: 'connection_lost' });
  await instance.close();
  await server.stop();

  const again = await openInstance({ folder, furtherMigrations });
  expect(again.notices).toEqual([expect.stringContaining('nothing of it was taken')]);
  expect((await again.reader.query('select permit_number from register.sample_permit')).rows).toEqual([
    { permit_number: 'KEPT' },
  ]);
  await again.close();
  await rm(folder, { recursive: true, force: true });
});

async function* killing(pid: number) {
  for (let start = 0; ; start += 2000) {
    const rows = Array.from({ length: 2000 }, (_, index) => [`P${start + index}`]);
    yield sampleBatch(samplePermit, ['permit_number'], rows);
    if (start === 40_000) process.kill(pid, 'SIGKILL');
    // A session notices the death of its server when it waits, not while rows keep coming.
    await sleep(start < 40_000 ? 2 : 300);
  }
}
