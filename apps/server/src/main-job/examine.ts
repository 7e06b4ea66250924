import { statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import { findDrift, type Instance, listDeliveries } from '@leeto/store';
import { listSnapshots, verifySnapshot } from '@leeto/warehouse';
import type { CountryContext } from './country-context.ts';
import { findLatestEdition } from './edition-store.ts';
import { instancePaths } from './instance-paths.ts';

/** One thing looked at: whether it is as it should be, what was found, and what to do where it is not. */
export interface Examination {
  readonly subject: string;
  readonly isSound: boolean;
  readonly found: string;
  readonly remedy: string;
}

const gibibyte = 1024 ** 3;

/** Looks an opened instance over: database, tables against declarations, deliveries, snapshots, edition, disk. */
export async function examineInstance(instance: Instance, context: CountryContext): Promise<readonly Examination[]> {
  const paths = instancePaths(instance.folder);
  return [
    await examineServer(instance),
    await examineTables(instance, context),
    await examineDeliveries(instance),
    ...(await examineSnapshots(paths.snapshots)),
    await examineEdition(paths.editions),
    await examineDisk(instance.folder),
    examineMemory(),
  ];
}

async function examineServer(instance: Instance): Promise<Examination> {
  const { rows } = await instance.reader.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  return sound('Database', `PostgreSQL ${rows[0]?.version ?? '?'}, ${instance.kind} instance ${instance.id}`);
}

async function examineTables(instance: Instance, { catalogue }: CountryContext): Promise<Examination> {
  const drift = await findDrift(instance, catalogue);
  return drift.length === 0
    ? sound('Tables', 'as declared')
    : unsound(
        'Tables',
        drift
          .map(({ table, part, code, declared, live }) => `${table} ${part} ${code} (${declared}, found ${live})`)
          .join('; '),
        'Start Leeto once: it applies waiting migrations. If this stays, a migration is missing.',
      );
}

async function examineDeliveries(instance: Instance): Promise<Examination> {
  const deliveries = await listDeliveries(instance);
  const interrupted = deliveries.filter(({ status }) => status === 'interrupted');
  const repeated = new Set(deliveries.filter(({ status }) => status === 'taken').map(({ sha256 }) => sha256));
  const open = interrupted.filter(({ sha256 }) => !repeated.has(sha256));
  const names = [...new Set(open.map(({ fileName }) => fileName))];
  return open.length === 0
    ? sound(
        'Deliveries',
        `${deliveries.length} known${interrupted.length > 0 ? `, of which ${interrupted.length} were cut short and done again` : ''}`,
      )
    : unsound('Deliveries', `cut short, nothing of them was taken: ${names.join(', ')}`, 'Import these files again.');
}

async function examineSnapshots(folder: string): Promise<readonly Examination[]> {
  const snapshots = await listSnapshots(folder);
  const newest = snapshots[0];
  if (newest === undefined) return [sound('Snapshots', 'none yet')];
  const damages = await verifySnapshot(newest);
  return [
    damages.length === 0
      ? sound('Snapshots', `${snapshots.length}; the newest (${newest.id}) is as it was made`)
      : unsound(
          'Snapshots',
          `${newest.id}: ${damages.map(({ file, what }) => `${file} ${what}`).join(', ')}`,
          'Do not use it. Compile again: npx leeto profile',
        ),
  ];
}

async function examineEdition(folder: string): Promise<Examination> {
  const edition = await findLatestEdition(folder);
  return sound(
    'Profile',
    edition === null ? 'none compiled yet' : `${edition.title}, compiled on ${edition.compiledOn}`,
  );
}

async function examineDisk(folder: string): Promise<Examination> {
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / gibibyte;
  return free > 2
    ? sound('Disk', `${free.toFixed(0)} GiB free`)
    : unsound(
        'Disk',
        `only ${free.toFixed(1)} GiB free`,
        'Make room: an import needs about four times the size of its file.',
      );
}

function examineMemory(): Examination {
  const free = freemem() / gibibyte;
  return free > 1
    ? sound('Memory', `${free.toFixed(0)} GiB free`)
    : unsound('Memory', `only ${free.toFixed(1)} GiB free`, 'Close other programs before a large import.');
}

const sound = (subject: string, found: string): Examination => ({ subject, isSound: true, found, remedy: '' });
const unsound = (subject: string, found: string, remedy: string): Examination => ({
  subject,
  isSound: false,
  found,
  remedy,
});
