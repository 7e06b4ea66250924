import { type ChildProcess, spawn } from 'node:child_process';
import { access, open, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreProblem, toStoreProblem } from '../problem.ts';
import { answers } from './answers.ts';
import { type ClusterFolder, prepareClusterFolder, SHARED_BINARIES_FOLDER } from './cluster-folder.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { isAlive, type PostmasterFile, readLivePostmaster, readPostmaster } from './postmaster-file.ts';
import { runInitdb } from './run-initdb.ts';
import { takeServerLease } from './server-lease.ts';
import { createServerSecrets, readServerSecrets, type ServerSecrets } from './server-secrets.ts';
import { serverSettings } from './server-settings.ts';
import { withStartLock } from './start-lock.ts';

/** A running embedded PostgreSQL server, on the loopback address alone. */
export interface PostgresServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly pid: number;
  readonly dataFolder: string;
  readonly secrets: ServerSecrets;
  /** Sentences for the user, such as where the data lie if not in the instance folder. */
  readonly notices: readonly string[];
  /** Gives the server back; the last process that uses it stops it. May be called more than once. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the embedded server of an instance folder, or attaches to the one that already runs for it. What a killed server
 * left behind is recovered by PostgreSQL itself. As root the server runs under an unprivileged account.
 */
export async function startPostgres(options: {
  readonly folder: string;
  readonly onProgress?: (message: string) => void;
  /** Settings beside the usual ones, for a server that this call starts. */
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<PostgresServer> {
  const say = options.onProgress ?? (() => {});
  const cluster = await prepareClusterFolder(options.folder);
  if (cluster.notice !== null) say(cluster.notice);
  const dataFolder = join(cluster.folder, 'data');
  const lockPath = join(cluster.folder, 'starting.lock');
  const binaries = await findPostgresBinaries(cluster.account, SHARED_BINARIES_FOLDER);
  const started = await withStartLock(lockPath, async () => {
    const secrets = await ensureCluster(cluster, dataFolder, binaries, say);
    const lease = takeServerLease(join(cluster.folder, 'attached'));
    try {
      return {
        secrets,
        lease,
        running: await ensureRunning(cluster, dataFolder, binaries, say, options.settings ?? {}),
      };
    } catch (error) {
      lease.release();
      throw error;
    }
  }).catch((error) => {
    throw toStoreProblem(error);
  });

  // A program that ends without closing: the signal is all that can be done in time.
  const atExit = () => {
    if (started.lease.release() && isAlive(started.running.pid)) process.kill(started.running.pid, 'SIGINT');
  };
  process.once('exit', atExit);
  let stopping: Promise<void> | null = null;
  const stop = () =>
    withStartLock(lockPath, async () => {
      process.off('exit', atExit);
      if (started.lease.release()) await stopServer(dataFolder);
    });
  return {
    host: '127.0.0.1',
    port: started.running.port,
    pid: started.running.pid,
    dataFolder,
    secrets: started.secrets,
    notices: cluster.notice === null ? [] : [cluster.notice],
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function ensureCluster(
  cluster: ClusterFolder,
  dataFolder: string,
  binaries: PostgresBinaries,
  say: (message: string) => void,
): Promise<ServerSecrets> {
  if (await exists(join(cluster.folder, 'made'))) {
    await refuseOtherVersion(dataFolder);
    return readServerSecrets(cluster.folder);
  }
  // The mark is written last: a data folder without it was being made when the process was killed, and holds nothing yet.
  say('Making the database');
  const secrets = await createServerSecrets(cluster.folder);
  await runInitdb({ binaries, account: cluster.account, dataFolder, password: secrets.superuser });
  const mark = await open(join(cluster.folder, 'made'), 'w');
  await mark.writeFile('18\n');
  await mark.sync();
  await mark.close();
  return secrets;
}

async function ensureRunning(
  cluster: ClusterFolder,
  dataFolder: string,
  binaries: PostgresBinaries,
  say: (message: string) => void,
  settings: Readonly<Record<string, string>>,
): Promise<PostmasterFile> {
  const found = readLivePostmaster(dataFolder);
  if (found !== null && found.status !== 'stopping') {
    const running = await waitUntilReady(dataFolder, null, '').catch(() => null);
    if (running !== null && (await answers(running.port))) return running;
  }
  if (found !== null) await waitUntilGone(found.pid);
  await removeStalePidFile(dataFolder);
  const logPath = join(cluster.folder, 'server.log');
  await rm(`${logPath}.old`, { force: true });
  say('Starting the database');
  let problem: unknown;
  // Sessions of a killed server end when they next wait for something; until then a new one must not touch the data.
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const port = await findFreePort();
    try {
      return await launch({
        cluster,
        dataFolder,
        binaries,
        logPath,
        settings: { ...serverSettings(port), ...settings },
      });
    } catch (error) {
      problem = error;
      const code = error instanceof StoreProblem ? error.code : '';
      if (code === 'old_server_still_ending') await sleep(500);
      else if (code !== 'port_taken') throw error;
    }
  }
  throw problem;
}

async function launch(options: {
  readonly cluster: ClusterFolder;
  readonly dataFolder: string;
  readonly binaries: PostgresBinaries;
  readonly logPath: string;
  readonly settings: Readonly<Record<string, string>>;
}): Promise<PostmasterFile> {
  const { cluster, dataFolder, binaries, logPath } = options;
  const settings = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await open(logPath, 'w', 0o600);
  try {
    const identity = cluster.account === null ? {} : { uid: cluster.account.uid, gid: cluster.account.gid };
    const child = spawn(binaries.postgres, ['-D', dataFolder, ...settings], {
      ...identity,
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC' },
      // A group of its own: Ctrl-C in the terminal must reach the program, which then closes the server in order.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    return await waitUntilReady(dataFolder, child, logPath);
  } finally {
    await log.close();
  }
}

async function waitUntilReady(
  dataFolder: string,
  child: ChildProcess | null,
  logPath: string,
): Promise<PostmasterFile> {
  let ended = false;
  child?.once('exit', () => {
    ended = true;
  });
  child?.once('error', () => {
    ended = true;
  });
  // Recovery after a crash may take minutes where gigabytes of log have to be replayed.
  const until = Date.now() + 600_000;
  while (Date.now() < until) {
    const file = readPostmaster(dataFolder);
    if (file?.status === 'ready' && (child === null || file.pid === child.pid)) return file;
    if (ended) throw explainLog(await readFile(logPath, 'utf8').catch(() => ''));
    if (child === null && (file === null || !isAlive(file.pid))) {
      throw new StoreProblem('server_ended', 'The database server ended while it was awaited.', 'Start again.');
    }
    await sleep(15);
  }
  throw new StoreProblem('server_slow', 'The database server was not ready after ten minutes.', `See ${logPath}.`);
}

function explainLog(log: string): StoreProblem {
  const fatal = log.split('\n').filter((line) => /FATAL|PANIC|ERROR/.test(line));
  const told = (fatal.join(' ') || log.trim().slice(-500)).replaceAll(/\d{4}-\d\d-\d\d [\d:.]+ UTC \[\d+\] /g, '');
  if (/could not bind|could not create any TCP\/IP|Address already in use/i.test(log)) {
    return new StoreProblem('port_taken', 'The port was taken meanwhile.', 'Start again.');
  }
  if (/pre-existing shared memory|lock file "postmaster.pid" already exists/i.test(log)) {
    return new StoreProblem(
      'old_server_still_ending',
      'Processes of a killed server are still ending.',
      'Start again.',
    );
  }
  if (/No space left/i.test(log)) {
    return new StoreProblem(
      'disk_full',
      'The disk is full; the database cannot start.',
      'Free some space, then start again.',
    );
  }
  if (/Permission denied|has wrong ownership|invalid permissions/i.test(log)) {
    const remedy = 'Give the data folder back to the user that made it, or run the program as that user.';
    return new StoreProblem('permission_denied', `The database cannot read its data folder: ${told}`, remedy);
  }
  return new StoreProblem(
    'server_did_not_start',
    `The database did not start: ${told}`,
    'See server.log in its folder.',
  );
}

/** Fast shutdown: sessions end, transactions under way are rolled back, all that was committed is on disk. */
async function stopServer(dataFolder: string): Promise<void> {
  const running = readLivePostmaster(dataFolder);
  if (running === null) return;
  process.kill(running.pid, 'SIGINT');
  await waitUntilGone(running.pid);
}

async function waitUntilGone(pid: number): Promise<void> {
  const until = Date.now() + 60_000;
  while (isAlive(pid)) {
    if (Date.now() > until) {
      throw new StoreProblem(
        'server_did_not_stop',
        `The database server (${pid}) has not ended after a minute.`,
        'Wait for it.',
      );
    }
    await sleep(15);
  }
}

/** PostgreSQL refuses to start while the number in the file belongs to any living process of its own user. */
async function removeStalePidFile(dataFolder: string): Promise<void> {
  if (readPostmaster(dataFolder) !== null && readLivePostmaster(dataFolder) === null) {
    await rm(join(dataFolder, 'postmaster.pid'), { force: true });
  }
}

async function refuseOtherVersion(dataFolder: string): Promise<void> {
  const version = (await readFile(join(dataFolder, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version === '18') return;
  if (version === '' && (await stat(dataFolder).catch(() => null)) !== null) {
    throw new StoreProblem(
      'data_folder_unreadable',
      `The data folder ${dataFolder} cannot be read, or is damaged.`,
      'Run the program as the user that made it, or restore a backup.',
    );
  }
  throw new StoreProblem(
    'data_folder_version',
    `The data folder ${dataFolder} was made by PostgreSQL ${version === '' ? '(missing)' : version}; this is version 18.`,
    'Restore a backup into a new instance folder.',
  );
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
