import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Examination, examineInstance } from '@leeto/server';
import { findInstanceFile } from '@leeto/store';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import {
  databaseUrl,
  demonstrationFolder,
  type InstanceOptions,
  instanceFolder,
  mainFolder,
} from '../instance-folder.ts';
import { withInstance } from '../with-instance.ts';

export const addDoctor: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('doctor')))
    .description('look an installation over: what is wrong, and what to do')
    .action(async (options: InstanceOptions & { json?: boolean }) => {
      const examined = [examineRuntime(), ...(await examineFolders(options))];
      printResult(options.json, examined, () =>
        examined
          .map(
            ({ subject, isSound, found, remedy }) =>
              `${isSound ? '✓' : '✗'} ${subject}: ${found}${isSound ? '' : `\n    ${remedy}`}`,
          )
          .join('\n'),
      );
      if (examined.some(({ isSound }) => !isSound)) process.exitCode = exitCode.findings;
    });
};

function examineRuntime(): Examination {
  return {
    subject: 'Runtime',
    isSound: Number(process.versions.node.split('.')[0]) >= 24,
    found: `Node ${process.versions.node} on ${process.platform} ${process.arch}; database: ${databaseUrl === undefined ? 'embedded' : 'given by DATABASE_URL'}`,
    remedy: 'Run `npm ci`: it brings the runtime that Leeto is tested with.',
  };
}

async function examineFolders(options: InstanceOptions): Promise<readonly Examination[]> {
  const named = options.instance !== undefined || options.demo === true;
  const folders = named
    ? [instanceFolder(options)]
    : [...new Set([instanceFolder(options), mainFolder, demonstrationFolder])];
  const examined: Examination[] = [];
  for (const folder of folders) examined.push(...(await examineFolder(folder)));
  return examined;
}

async function examineFolder(folder: string): Promise<readonly Examination[]> {
  const file = await findInstanceFile(folder);
  if (file === null) {
    const parent = nearest(folder);
    const isSound = isWritable(parent);
    return [
      {
        subject: folder,
        isSound,
        found: isSound ? 'no instance here yet' : `no instance here, and ${parent} cannot be written to`,
        remedy: `Give this user the right to write to ${parent}, or name another folder with --instance.`,
      },
    ];
  }
  try {
    return await withInstance({ instance: folder }, async ({ instance, context }) => [
      { subject: folder, isSound: true, found: `${instance.kind} instance`, remedy: '' },
      ...(await examineInstance(instance, context)),
    ]);
  } catch (error) {
    const remedy =
      error instanceof Error && 'remedy' in error
        ? String(error.remedy)
        : 'Look at the folder’s owner and rights, and at the free disk space.';
    return [{ subject: folder, isSound: false, found: error instanceof Error ? error.message : String(error), remedy }];
  }
}

function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
