import {
  findLatestEdition,
  instancePaths,
  makeSite,
  prepareDemonstration,
  readSiteState,
  type StoredEdition,
} from '@leeto/server';
import { type Instance, openInstance } from '@leeto/store';
import type { AddCommand } from '../command.ts';
import { databaseUrl, demonstrationFolder, type InstanceOptions, instanceFolder } from '../instance-folder.ts';
import { printImport } from '../terminal/print-import.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { today } from '../today.ts';
import { addDemonstrationOptions, type DemonstrationOptions, settingsOf } from './demo.ts';

interface StartOptions extends InstanceOptions, DemonstrationOptions {
  readonly port: string;
}

export const addStart: AddCommand = (program) => {
  addDemonstrationOptions(program.command('start'))
    .description(
      'start the database, do the main job, and serve the Profile (of the demonstration, unless --instance says otherwise)',
    )
    .option('--instance <folder>', 'serve this instance instead of the demonstration')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', '4700')
    .action(async (options: StartOptions) => {
      const { instance, edition } = await prepare(options);
      const site = makeSite(() => readSiteState(instance));
      try {
        const address = await listen(site, Number(options.port));
        process.stdout.write(
          `\n${edition === null ? 'No Profile has been compiled yet.' : `${edition.title}, compiled on ${edition.compiledOn}`}\n`,
        );
        process.stdout.write(`  Status      ${address}/\n`);
        if (edition !== null)
          process.stdout.write(`  Profile     ${address}/profile   (PDF: ${address}/profile.pdf)\n`);
        process.stdout.write(`  Files       ${edition?.folder ?? instance.folder}\n`);
        process.stdout.write('No sign-in: the pages show released figures only, on this machine only. Ctrl-C stops.\n');
        await stopSignal();
        process.stderr.write('\nStopping …\n');
      } finally {
        await site.close();
        await instance.close();
      }
    });
};

async function prepare(options: StartOptions): Promise<{ instance: Instance; edition: StoredEdition | null }> {
  const progress = terminalProgress();
  const folder = options.instance === undefined ? demonstrationFolder : instanceFolder(options);
  try {
    if (options.instance !== undefined) {
      progress.onProgress({ step: 'Starting the database' });
      const instance = await openInstance({ folder, databaseUrl });
      return { instance, edition: await findLatestEdition(instancePaths(folder).editions) };
    }
    const { onProgress } = progress;
    const prepared = await prepareDemonstration({
      folder,
      databaseUrl,
      settings: settingsOf(options),
      compiledOn: today(),
      onProgress,
    });
    progress.end();
    for (const notice of prepared.instance.notices) process.stderr.write(`  ! ${notice}\n`);
    if (prepared.imported !== null) process.stdout.write(`\n${printImport(prepared.imported)}\n`);
    return prepared;
  } finally {
    progress.end();
  }
}

/** Listens on the port wanted, or on a free one where somebody else has it. */
async function listen(site: ReturnType<typeof makeSite>, port: number): Promise<string> {
  try {
    return await site.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    process.stderr.write(`  ! Port ${port} is taken; using another.\n`);
    return site.listen({ host: '127.0.0.1', port: 0 });
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
