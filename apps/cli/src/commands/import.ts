import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import { type FileOutcome, getCodeLists, importFile, instancePaths, readMapping, saveMapping } from '@leeto/server';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import type { InstanceOptions } from '../instance-folder.ts';
import { printImport } from '../terminal/print-import.ts';
import { withInstance } from '../with-instance.ts';

interface ImportOptions extends InstanceOptions {
  readonly json?: boolean;
  readonly mapping?: string;
  readonly agency?: string;
  readonly citation?: string;
  readonly synthetic?: boolean;
  readonly codes?: readonly string[];
  readonly issues?: string;
  readonly dryRun?: boolean;
}

export const addImport: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('import')))
    .description('files to records; what cannot be taken goes to an issues file beside')
    .argument('<register>', 'the register, or “auto” to have it recognised')
    .argument('<file...>', 'CSV, Excel, OpenDocument, Parquet; also in .gz or .zip; or a corrected issues file')
    .option(
      '--mapping <file>',
      'a mapping written by `leeto inspect --save-mapping`; it is kept for the next file of this make',
    )
    .option('--agency <id>', 'who delivers it (default: the register’s custodian)')
    .option('--citation <text>', 'how figures made of it cite it')
    .option('--synthetic', 'mark it as synthetic (files that say so are marked without)')
    .option('--codes <file...>', 'lists of codes and labels that explain its columns')
    .option('--issues <folder>', 'where issues files go (default: beside the file)')
    .option('--dry-run', 'read and check, take nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  npx leeto import border_movement march.xlsx\n  npx leeto import auto files/*.csv --dry-run\n' +
        '  npx leeto import visa consulate.csv --agency foreign_affairs --mapping my.json\n' +
        '  npx leeto import border_movement march.xlsx.border_movement.issues.xlsx    (corrected rows)',
    )
    .action(async (register: string, files: readonly string[], options: ImportOptions) => {
      const outcomes = await withInstance(options, async ({ instance, context, progress }) => {
        if (register !== 'auto' && !context.catalogue.records.has(register)) {
          throw new Error(
            `There is no register ${register}. There are: ${[...context.catalogue.records.keys()].join(', ')}; or auto.`,
          );
        }
        const mapping = options.mapping === undefined ? undefined : await readMapping(options.mapping);
        const codeLists = (await Promise.all((options.codes ?? []).map(getCodeLists))).flat();
        const imported: FileOutcome[] = [];
        for (const file of files) {
          const path = resolve(file);
          imported.push(
            await importFile({
              instance,
              context,
              path,
              mapping,
              codeLists,
              register: register === 'auto' ? undefined : register,
              agency: options.agency,
              citation: options.citation,
              isSynthetic: options.synthetic,
              issuesFolder: options.issues === undefined ? dirname(path) : resolve(options.issues),
              receivedBy: userInfo().username,
              isDryRun: options.dryRun === true,
              onProgress: progress.onProgress,
            }),
          );
        }
        // A mapping by which no row went in is still being worked on: kept, it would take next month's file with it.
        const hasWorked = imported.some(({ deliveries }) =>
          deliveries.some(({ counts }) => counts.taken + counts.unchanged > 0),
        );
        if (mapping !== undefined && options.dryRun !== true && hasWorked)
          await saveMapping(instancePaths(instance.folder).mappings, mapping);
        return imported;
      });
      printResult(options.json, outcomes, () => printImport({ folder: '', files: outcomes }));
      process.exitCode = outcomeCode(outcomes);
    });
};

/** Findings where a row was refused or a file did not go in; "could not run" where none did. */
function outcomeCode(outcomes: readonly FileOutcome[]): number {
  const isOut = ({ status }: FileOutcome) => status === 'refused' || status === 'not_recognised';
  if (outcomes.every(isOut)) return exitCode.couldNotRun;
  const hasFindings = outcomes.some(
    (outcome) => isOut(outcome) || outcome.deliveries.some(({ counts }) => counts.refused > 0),
  );
  return hasFindings ? exitCode.findings : exitCode.done;
}
