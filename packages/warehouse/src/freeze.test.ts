import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { attachSnapshot } from './attach-snapshot.ts';
import { declare, delivery, movementColumns, movements, optionsFor, tableOf } from './freeze.fixture.ts';
import { freeze } from './freeze.ts';
import { openSession, type Session } from './session.ts';
import { findSnapshot, listSnapshots, openSnapshot, verifySnapshot } from './snapshot.ts';

const root = await mkdtemp(join(tmpdir(), 'freeze-'));
const newFolder = () => mkdtemp(join(root, 'snapshots-'));
const header = `${movementColumns.join(',')}\n`;

async function sessionOver(folder: string): Promise<Session> {
  const session = await openSession({ temporaryFolder: join(root, 'spill') });
  await attachSnapshot(session, await openSnapshot(folder), [declare('work_permit'), declare('border_movement')]);
  return session;
}

test('records come out of a snapshot as they went in, odd values and all, ordered by date', async () => {
  const folder = await newFolder();
  await freeze(optionsFor(folder, [tableOf(movements)]));
  using session = await sessionOver(folder);
  const { rows } = await session.query('from border_movement');
  expect(rows).toEqual([
    ['r1', 'delivery-1', 'Sheet 1', 2, 'LS-QNK', '2025-01-01', null, null, null, null, null, null],
    ['r2', 'delivery-1', 'Sheet 1', 3, 'LS-QNK', '2025-01-01', '2025-01-01T08:00:00', '', null, null, null, 0.0001],
    [
      'r3',
      'delivery-1',
      'Sheet 1',
      4,
      'LS-MSB',
      '2025-01-02',
      null,
      'two\nlines\r\nthree',
      '1990-02',
      null,
      false,
      null,
    ],
    [
      'r4',
      'delivery-1',
      'Sheet 1',
      5,
      'LS-MSB',
      '2025-01-02',
      '2025-01-02T08:00:00Z',
      'Mo"hapi, the "first"',
      '1990',
      3,
      true,
      12.5,
    ],
  ]);
  const types = await session.query(
    "select column_type from (describe from border_movement) where column_name in ('crossed_on', 'fee', 'intended_days', 'is_resident')",
  );
  expect(types.rows.flat()).toEqual(['DATE', 'INTEGER', 'BOOLEAN', 'DECIMAL(18,4)']);
});

test('classifications and deliveries stand beside the records', async () => {
  const folder = await newFolder();
  await freeze(optionsFor(folder, [tableOf(movements)]));
  using session = await sessionOver(folder);
  const labels = await session.query(`
    select label_en, label_st, parent, valid_from, properties ->> 'latitude' as latitude, agency, citation, is_synthetic, file_name
    from border_movement
    join classification on classification_id = 'port' and code = port
    join delivery using (delivery_id)
    order by record_id`);
  const shared = ['home_affairs', 'Border movements, "2025"', true, 'movements é.xlsx'];
  expect(labels.rows[0]).toEqual(["Qacha's Nek", null, 'LS', '2001-01-01', null, ...shared]);
  expect(labels.rows[3]).toEqual(['Maseru Bridge', 'Borokho', null, null, '-29.3', ...shared]);
});

test('a register without rows, and one that was not frozen at all, exist without rows', async () => {
  const folder = await newFolder();
  const snapshot = await freeze(optionsFor(folder, [tableOf(movements), tableOf(header, declare('visa'))]));
  expect(snapshot.manifest.tables.map(({ register, rows }) => [register, rows])).toEqual([
    ['border_movement', 4],
    ['visa', 0],
  ]);
  using session = await sessionOver(folder);
  const columns = (await session.query('from border_movement')).columns;
  expect(await session.query('from visa')).toEqual({ columns, rows: [] });
  expect(await session.query('from work_permit')).toEqual({ columns, rows: [] });
});

test('whose each record is stands beside the records, and makes another snapshot; never linked, there is nobody', async () => {
  const folder = await newFolder();
  const unlinked = await freeze(optionsFor(folder, [tableOf(movements)]));
  using before = await sessionOver(folder);
  expect((await before.query('from person_of_record')).rows).toEqual([]);
  const csv = 'register,record_id,person_id\nborder_movement,r2,7\nborder_movement,r1,7\n';
  const persons = () => Readable.from([csv]);
  const linked = await freeze({ ...optionsFor(folder, [tableOf(movements)]), now: new Date('2026-01-01'), persons });
  expect(linked.id).not.toBe(unlinked.id);
  expect(await verifySnapshot(linked)).toEqual([]);
  using after = await sessionOver(folder);
  const { rows } = await after.query(
    "select record_id, person_id from border_movement left join person_of_record p using (record_id) where p.register = 'border_movement' order by all",
  );
  expect(rows).toEqual([
    ['r1', 7],
    ['r2', 7],
  ]);
});

test('a field that the stream does not carry is there without values', async () => {
  const folder = await newFolder();
  await freeze(optionsFor(folder, [tableOf('record_id,crossed_on\nr1,2025-01-01\n')]));
  using session = await sessionOver(folder);
  expect((await session.query('select record_id, crossed_on, port, fee from border_movement')).rows).toEqual([
    ['r1', '2025-01-01', null, null],
  ]);
});

test('the same content gives the same snapshot, at another time, in another order and with other threads', async () => {
  const folder = await newFolder();
  const [head = '', first = '', ...rest] = movements
    .split('\nr')
    .map((line, index) => (index === 0 ? line : `r${line}`));
  const turned = [head, ...rest.map((line) => line.trimEnd()), first, ''].join('\n');
  const one = await freeze({
    ...optionsFor(folder, [tableOf(movements), tableOf(header, declare('visa'))]),
    threads: 1,
  });
  const other = await freeze({
    ...optionsFor(folder, [tableOf(header, declare('visa')), tableOf(turned)]),
    threads: 2,
    codeVersion: '0.2.0',
    now: new Date('2026-01-01T00:00:00Z'),
  });
  expect(other).toEqual(one);
  const changed = await freeze(optionsFor(folder, [tableOf(movements.replace('LS-MSB', 'LS-QNK'))]));
  expect(changed.id).not.toBe(one.id);
  expect((await listSnapshots(folder)).length).toBe(2);
  const corrected = { ...delivery, provenance: { ...delivery.provenance, isSynthetic: false } };
  const other3 = await freeze({ ...optionsFor(folder, [tableOf(movements)]), deliveries: [corrected] });
  expect(other3.id).not.toBe(changed.id);
});

test('a value that does not fit its kind stops the freeze, says where, and never what it was', async () => {
  const folder = await newFolder();
  const bad = `${header}r1,delivery-1,,2,LS-MSB,Masechaba Nthati,,,,,,\n`;
  const failure = await freeze(optionsFor(folder, [tableOf(bad)])).catch((error: Error) => error);
  expect(String(failure)).toContain('border_movement could not be frozen (line 2, crossed_on)');
  expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('Masechaba');
  expect(await readdir(folder)).toEqual([]);
});

test('a stream that breaks off leaves no snapshot', async () => {
  const folder = await newFolder();
  async function* broken(): AsyncGenerator<string> {
    yield movements;
    throw new Error('connection lost');
  }
  const table = { declaration: declare('visa'), columns: movementColumns, csv: Readable.from(broken()) };
  await expect(freeze(optionsFor(folder, [table]))).rejects.toThrow('visa could not be frozen');
  expect(await readdir(folder)).toEqual([]);
});

test('a column that the declaration does not have is refused', async () => {
  const folder = await newFolder();
  await expect(freeze(optionsFor(folder, [tableOf('record_id,invented\n')]))).rejects.toThrow('no column invented');
});

test('a kill in the middle leaves no half snapshot, and the next freeze clears up after it', async () => {
  const folder = await newFolder();
  const child = fork(join(import.meta.dirname, 'freeze-until-killed.fixture.ts'), [folder], { stdio: 'ignore' });
  await once(child, 'message');
  expect((await readdir(folder)).filter((name) => name.startsWith('.unfinished-')).length).toBe(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await listSnapshots(folder)).toEqual([]);
  expect(await findSnapshot(folder)).toBeUndefined();
  const snapshot = await freeze(optionsFor(folder, [tableOf(movements)]));
  expect(await readdir(folder)).toEqual([snapshot.id]);
  expect(await verifySnapshot(snapshot)).toEqual([]);
});

test('snapshots are read-only and listed newest first', async () => {
  const folder = await newFolder();
  const old = await freeze(optionsFor(folder, [tableOf(movements)]));
  const recent = await freeze({ ...optionsFor(folder, [tableOf(header)]), now: new Date('2025-04-01T00:00:00Z') });
  expect((await listSnapshots(folder)).map(({ id }) => id)).toEqual([recent.id, old.id]);
  expect((await openSnapshot(folder)).id).toBe(recent.id);
  expect((await openSnapshot(folder, old.id)).manifest).toEqual(old.manifest);
  await expect(openSnapshot(folder, 'none')).rejects.toThrow('none');
  for (const name of await readdir(old.folder)) {
    expect((await stat(join(old.folder, name))).mode & 0o277).toBe(0);
  }
});

test('a hundred thousand rows go through with the source held back by the disk', async () => {
  const folder = await newFolder();
  const columns = movementColumns;
  async function* many(): AsyncGenerator<string> {
    yield header;
    for (let batch = 0; batch < 100; batch += 1) {
      let text = '';
      for (let row = 0; row < 1000; row += 1)
        text += `r${batch}-${row},delivery-1,,${row},LS-MSB,2025-01-01,,"a, ""b""",,,,\n`;
      yield text;
    }
  }
  const snapshot = await freeze(
    optionsFor(folder, [{ declaration: declare('visa'), columns, csv: Readable.from(many()) }]),
  );
  expect(snapshot.manifest.tables[0]?.rows).toBe(100_000);
});
