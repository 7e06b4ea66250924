import { userInfo } from 'node:os';
import { withdraw } from '@leeto/server';
import { listDeliveries } from '@leeto/store';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import type { InstanceOptions } from '../instance-folder.ts';
import { wholeNumber } from '../options.ts';
import { printTable } from '../terminal/print-table.ts';
import { withInstance } from '../with-instance.ts';

export const addDeliveries: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('deliveries')))
    .description('list what came in, file by file')
    .action(async (options: InstanceOptions & { json?: boolean }) => {
      const deliveries = await withInstance(options, ({ instance }) => listDeliveries(instance));
      printResult(options.json, deliveries, () =>
        deliveries.length === 0
          ? 'Nothing has been brought in yet: npx leeto import REGISTER FILE'
          : printTable(
              ['id', 'register', 'file', 'read', 'taken', 'refused', 'left out', 'status', 'finished'],
              deliveries.map(({ id, register, fileName, counts, status, finishedAt }) => [
                String(id),
                register,
                fileName,
                counts.read,
                counts.taken,
                counts.refused,
                counts.leftOut + counts.duplicates + counts.unchanged,
                status,
                finishedAt?.slice(0, 16).replace('T', ' ') ?? null,
              ]),
            ),
      );
    });
};

export const addWithdraw: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('withdraw')))
    .description('take a delivery out again: its records go, records that it changed are as before')
    .argument('<id>', 'the delivery, as `leeto deliveries` lists it', wholeNumber)
    .requiredOption('--reason <text>', 'why; it is kept')
    .addHelpText('after', '\nExample:\n  npx leeto withdraw 12 --reason "the wrong month"')
    .action(async (id: number, options: InstanceOptions & { json?: boolean; reason: string }) => {
      const withdrawal = await withInstance(options, ({ instance, context }) =>
        withdraw(instance, {
          id,
          reason: options.reason,
          withdrawnBy: userInfo().username,
          catalogue: context.catalogue,
        }),
      );
      printResult(options.json, withdrawal, () => {
        const left = withdrawal.persons?.removed ?? 0;
        const persons = left === 0 ? '' : ` Records that left their persons: ${left.toLocaleString('en')}.`;
        return `Delivery ${id} is withdrawn.${persons} Compile again for a Profile without it: npx leeto profile`;
      });
    });
};
