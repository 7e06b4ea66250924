import { type DemonstrationSettings, defaultSettings, prepareDemonstration } from '@leeto/server';
import type { Command } from 'commander';
import { type AddCommand, addJsonOption, printResult } from '../command.ts';
import { databaseUrl, demonstrationFolder, type InstanceOptions, instanceFolder } from '../instance-folder.ts';
import { peopleNumber, wholeNumber } from '../options.ts';
import { printImport } from '../terminal/print-import.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { today } from '../today.ts';

export interface DemonstrationOptions {
  readonly persons?: number;
  readonly seed?: number;
}

export function addDemonstrationOptions(command: Command): Command {
  return command
    .option('--persons <n>', `people in the invented country (default: ${defaultSettings.persons})`, peopleNumber)
    .option('--seed <n>', `the same seed invents the same country (default: ${defaultSettings.seed})`, wholeNumber);
}

/** What the user asked for; what was not asked for stays as the demonstration was made, or the default. */
export const settingsOf = ({ persons, seed }: DemonstrationOptions): Partial<DemonstrationSettings> => ({
  ...(persons === undefined ? {} : { persons }),
  ...(seed === undefined ? {} : { seed }),
});

export const addDemo: AddCommand = (program) => {
  addJsonOption(addDemonstrationOptions(program.command('demo')))
    .description(
      'make the demonstration instance: an invented country, its agencies’ files, and the Profile made of them',
    )
    .option('--instance <folder>', 'another folder for it (default: var/demonstration)')
    .addHelpText('after', '\nExamples:\n  npx leeto demo\n  npx leeto demo --persons 500 --seed 3 --instance var/small')
    .action(async (options: InstanceOptions & DemonstrationOptions & { json?: boolean }) => {
      const progress = terminalProgress();
      const { onProgress } = progress;
      const folder = options.instance === undefined ? demonstrationFolder : instanceFolder(options);
      const made = await prepareDemonstration({
        folder,
        databaseUrl,
        settings: settingsOf(options),
        compiledOn: today(),
        onProgress,
      });
      progress.end();
      await made.instance.close();
      printResult(options.json, { folder, edition: made.edition, imported: made.imported }, () =>
        [
          ...(made.imported === null
            ? ['The demonstration stands already; nothing was done.']
            : [printImport(made.imported)]),
          '',
          `Agency files: ${folder}/agency-files   (who is who in truth: ${folder}/truth)`,
          `Profile: ${made.edition.folder}`,
          `Look at it in a browser: npx leeto start${options.instance === undefined ? '' : ` --instance ${folder}`}`,
        ].join('\n'),
      );
    });
};
