import { inLanguage } from '@leeto/registers';
import {
  type Demonstration,
  defaultCountry,
  demonstrationMark,
  findLatestEdition,
  getCountryContext,
  instancePaths,
  makeSite,
  openWholeInstance,
  type Progress,
  prepareDemonstration,
  publishedPages,
  readSiteState,
  recordProgress,
  type SiteView,
} from '@leeto/server';
import type { AddCommand } from '../command.ts';
import { databaseUrl, demonstrationFolder, type InstanceOptions, instanceFolder } from '../instance-folder.ts';
import { untilInterrupted } from '../interruption.ts';
import { portNumber } from '../options.ts';
import { printImportInBrief } from '../terminal/print-import.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { today } from '../today.ts';
import { addDemonstrationOptions, type DemonstrationOptions, settingsOf } from './demo.ts';

interface StartOptions extends InstanceOptions, DemonstrationOptions {
  readonly port: number;
}

type Prepared = Pick<Demonstration, 'instance' | 'imported'> & { readonly edition: Demonstration['edition'] | null };

export const addStart: AddCommand = (program) => {
  addDemonstrationOptions(program.command('start'))
    .description(
      'start the database, do the main job, and serve the Profile (of the demonstration, unless --instance says otherwise)',
    )
    .option('--instance <folder>', 'serve this instance instead of the demonstration')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', portNumber, 4700)
    .addHelpText('after', '\nExamples:\n  npx leeto start\n  npx leeto start --instance var/main --port 8080')
    .action(async (options: StartOptions) => {
      const progress = terminalProgress();
      const record = recordProgress();
      const onProgress: Progress = (event) => {
        progress.onProgress(event);
        record.onProgress(event);
      };
      let prepared: Prepared | null = null;
      const country = inLanguage(getCountryContext(defaultCountry).pack.name, 'en');
      const isDemonstration = options.instance === undefined;
      const readView = async (): Promise<SiteView> =>
        prepared === null
          ? {
              title: `Migration data of ${country}`,
              mark: isDemonstration ? demonstrationMark : '',
              steps: record.steps(),
            }
          : readSiteState(prepared.instance);
      const site = makeSite(readView, async () =>
        prepared === null
          ? null
          : {
              pages: publishedPages(prepared.instance),
              mark: prepared.instance.kind === 'demonstration' ? demonstrationMark : '',
            },
      );
      try {
        const address = await listen(site, options.port);
        process.stderr.write(`Leeto is at ${address}/ – open it now to follow the work, or wait here.\n\n`);
        prepared = await prepare(options, onProgress);
        progress.end();
        for (const notice of prepared.instance.notices) process.stderr.write(`  ! ${notice}\n`);
        process.stdout.write(`${inWords(prepared, address)}\n`);
        await untilInterrupted();
        process.stderr.write('\nStopping …\n');
      } finally {
        progress.end();
        await site.close();
        await prepared?.instance.close();
      }
    });
};

async function prepare(options: StartOptions, onProgress: Progress): Promise<Prepared> {
  if (options.instance === undefined) {
    return prepareDemonstration({
      folder: demonstrationFolder,
      databaseUrl,
      settings: settingsOf(options),
      compiledOn: today(),
      onProgress,
    });
  }
  const folder = instanceFolder(options);
  onProgress({ step: 'Starting the database' });
  const instance = await openWholeInstance({ folder, databaseUrl });
  return { instance, edition: await findLatestEdition(instancePaths(folder).editions), imported: null };
}

function inWords({ instance, edition, imported }: Prepared, address: string): string {
  return [
    ...(imported === null ? [] : ['', printImportInBrief(imported)]),
    '',
    edition === null
      ? 'No Profile has been compiled yet: npx leeto profile'
      : `${edition.title}, compiled on ${edition.compiledOn}`,
    `  Status      ${address}/`,
    ...(edition === null ? [] : [`  Profile     ${address}/profile   (PDF: ${address}/profile.pdf)`]),
    `  Files       ${edition?.folder ?? instance.folder}`,
    'No sign-in: the pages show released figures only, on this machine only. Ctrl-C stops.',
  ].join('\n');
}

/** Listens on the port wanted, or on a free one where somebody else has it or only an administrator may. */
async function listen(site: ReturnType<typeof makeSite>, port: number): Promise<string> {
  try {
    return await site.listen({ host: '127.0.0.1', port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const reason = code === 'EACCES' ? 'is for administrators only' : 'is taken';
    process.stderr.write(`  ! Port ${port} ${reason}; using another.\n`);
    return site.listen({ host: '127.0.0.1', port: 0 });
  }
}
