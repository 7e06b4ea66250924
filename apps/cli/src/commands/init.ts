import { defaultCountry, getCountryContext, importPack, makeFolder } from '@leeto/server';
import { createInstance } from '@leeto/store';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import { databaseUrl, type InstanceOptions, instanceFolder, mainFolder } from '../instance-folder.ts';
import { terminalProgress } from '../terminal/progress.ts';

export const addInit: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('init')))
    .description('make an empty instance for real work, with its own database and folder')
    .option('--country <code>', 'country pack, ISO 3166-1 alpha-3', defaultCountry)
    .action(async (options: InstanceOptions & { country: string; json?: boolean }) => {
      const folder = instanceFolder(options);
      const context = getCountryContext(options.country);
      await makeFolder(folder);
      const progress = terminalProgress();
      progress.onProgress({ step: 'Making the database' });
      const instance = await createInstance({ folder, kind: 'operational', countryCode: options.country, databaseUrl });
      try {
        await importPack(instance, context, progress.onProgress);
        progress.end();
        for (const notice of instance.notices) process.stderr.write(`  ! ${notice}\n`);
      } finally {
        await instance.close();
      }
      const next = `npx leeto inspect FILE, then npx leeto import REGISTER FILE${folder === mainFolder ? '' : ` --instance ${folder}`}`;
      printResult(options.json, { id: instance.id, kind: instance.kind, folder }, () =>
        [
          `An empty instance is in ${folder}. It holds the published figures and laws of the country pack, and no records.`,
          `Next: ${next}`,
        ].join('\n'),
      );
    });
};
