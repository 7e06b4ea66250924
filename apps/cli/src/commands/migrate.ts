import { findDrift, proposeMigration, readLiveSchema } from '@leeto/store';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import type { InstanceOptions } from '../instance-folder.ts';
import { withInstance } from '../with-instance.ts';

export const addMigrate: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('migrate')))
    .description(
      'apply waiting migrations; with --propose, print the SQL that the declarations ask for and no migration gives',
    )
    .option('--propose', 'print the next migration, for review; nothing is applied')
    .action(async (options: InstanceOptions & { json?: boolean; propose?: boolean }) => {
      // Opening an instance applies what waits.
      const { drift, sql } = await withInstance(options, async ({ instance, context }) => ({
        drift: await findDrift(instance, context.catalogue),
        sql: proposeMigration(context.catalogue, await readLiveSchema(instance.reader)),
      }));
      if (options.propose === true) process.stdout.write(`${sql.trim()}\n`);
      else {
        printResult(options.json, { drift }, () =>
          drift.length === 0
            ? 'The database is as declared.'
            : `${drift.length} differences from the declarations; leeto migrate --propose prints the SQL that mends them.`,
        );
      }
      if (drift.length > 0) process.exitCode = exitCode.findings;
    });
};
