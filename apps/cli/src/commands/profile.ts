import { copyFile, stat, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, join, resolve } from 'node:path';
import {
  compileEdition,
  defaultCountry,
  type FolderImport,
  findPersons,
  freezeInstance,
  getCountryContext,
  importFolder,
  importPack,
  instancePaths,
  makeFolder,
  openWholeInstance,
  type StoredEdition,
} from '@leeto/server';
import { createInstance, findInstanceFile, type Instance } from '@leeto/store';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { databaseUrl, type InstanceOptions, instanceFolder } from '../instance-folder.ts';
import { printImport } from '../terminal/print-import.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { today } from '../today.ts';
import { writeWhole } from '../write-whole.ts';

interface ProfileOptions extends InstanceOptions {
  readonly json?: boolean;
  readonly from?: string;
  readonly out?: string;
}

export const addProfile: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('profile')))
    .description('the Migration Profile as web page, PDF, Word and spreadsheet annex')
    .option('--from <folder>', 'first bring in this folder of files: the whole way in one command')
    .option('--out <folder>', 'where the Profile goes (default: the instance’s editions)')
    .addHelpText('after', '\nExamples:\n  npx leeto profile\n  npx leeto profile --from my-files --out my-profile')
    .action(async (options: ProfileOptions) => {
      if (options.from !== undefined && options.out === undefined)
        throw new Error('--from needs --out: the folder for the Profile and all that belongs to it.');
      if (options.from !== undefined) await checkSource(resolve(options.from));
      if (options.out !== undefined) await makeFolder(resolve(options.out));
      const progress = terminalProgress();
      const instance = await openFor(options, progress.onProgress);
      try {
        const context = getCountryContext(instance.countryCode);
        const paths = instancePaths(instance.folder);
        const { onProgress } = progress;
        let imported: FolderImport | null = null;
        if (options.from !== undefined) {
          const issuesFolder = options.out === undefined ? paths.issues : join(resolve(options.out), 'issues');
          imported = await importFolder({
            instance,
            context,
            folder: resolve(options.from),
            issuesFolder,
            receivedBy: userInfo().username,
            onProgress,
          });
          await findPersons(instance, context, { startedBy: userInfo().username, onProgress });
        }
        const snapshot = await freezeInstance(instance, context, onProgress);
        const edition = await compileEdition({ instance, context, snapshot, compiledOn: today(), onProgress });
        const folder = options.out === undefined ? edition.folder : resolve(options.out);
        if (options.out !== undefined) await copyEdition(edition, folder);
        progress.end();
        const words = inWords(imported, edition, folder);
        if (options.out !== undefined)
          await writeWhole(join(folder, 'what-went-in.txt'), (unfinished) => writeFile(unfinished, `${words}\n`));
        printResult(options.json, { folder, edition, imported }, () => words);
        process.exitCode = codeOf(imported);
      } finally {
        progress.end();
        await instance.close();
      }
    });
};

/** Told before anything is made. */
async function checkSource(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null) throw new Error(`There is no folder ${folder}, or it may not be read.`);
  if (!found.isDirectory())
    throw new Error(`${folder} is a file. --from takes a folder; a file goes in with: npx leeto import auto FILE`);
}

/** The instance named, or, for a folder of files without one, an instance that lies with the Profile and is found there again. */
async function openFor(
  options: ProfileOptions,
  onProgress: ReturnType<typeof terminalProgress>['onProgress'],
): Promise<Instance> {
  onProgress({ step: 'Opening the database' });
  const isNamed = options.instance !== undefined || options.demo === true || process.env.LEETO_INSTANCE !== undefined;
  if (options.from === undefined || isNamed || options.out === undefined)
    return openWholeInstance({ folder: instanceFolder(options), databaseUrl });
  const folder = join(resolve(options.out), 'instance');
  if ((await findInstanceFile(folder)) !== null) return openWholeInstance({ folder, databaseUrl });
  const instance = await createInstance({ folder, kind: 'operational', countryCode: defaultCountry, databaseUrl });
  await importPack(instance, getCountryContext(defaultCountry), onProgress);
  return instance;
}

/** Each file appears whole or not at all: a full disk leaves no half Profile that somebody prints. */
async function copyEdition(edition: StoredEdition, folder: string): Promise<void> {
  for (const { path } of edition.files) {
    await writeWhole(join(folder, basename(path)), (unfinished) => copyFile(path, unfinished));
  }
}

function inWords(imported: FolderImport | null, edition: StoredEdition, folder: string): string {
  const missing = edition.measures.filter(({ missing }) => missing !== '');
  return [
    ...(imported === null ? [] : [printImport(imported), '']),
    ...(missing.length === 0
      ? []
      : ['What is missing', ...missing.map(({ title, missing }) => `  ${title}: ${missing} would hold the data`), '']),
    `The Profile is in ${folder}`,
    ...edition.files.map(
      ({ path, bytes }) => `  ${basename(path)}  ${Math.ceil(bytes / 1024).toLocaleString('en')} kB`,
    ),
  ].join('\n');
}

function codeOf(imported: FolderImport | null): number {
  const hasFindings = imported?.files.some(
    ({ status, deliveries }) =>
      status === 'refused' || status === 'not_recognised' || deliveries.some(({ counts }) => counts.refused > 0),
  );
  return hasFindings === true ? exitCode.findings : exitCode.done;
}
