import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { writeImportTemplate } from '@leeto/intake';
import { generatedFiles } from '@leeto/registers';
import { defaultCountry, getCountryContext, makeFolder } from '@leeto/server';
import { type AddCommand, addJsonOption, printResult } from '../command.ts';

export const addTemplates: AddCommand = (program) => {
  addJsonOption(program.command('templates'))
    .description('write an import template (XLSX with drop-downs and notes) for each register, or for those named')
    .argument('[register...]', 'registers (default: all)')
    .addHelpText('after', '\nExample:\n  npx leeto templates border_movement visa --out templates')
    .requiredOption('--out <folder>', 'where they go')
    .action(async (registers: readonly string[], options: { out: string; json?: boolean }) => {
      const { catalogue } = getCountryContext(defaultCountry);
      const folder = resolve(options.out);
      await makeFolder(folder);
      const written: string[] = [];
      const wanted = registers.length === 0 ? [...catalogue.records.keys()] : registers;
      for (const id of wanted) {
        const declaration = catalogue.records.get(id);
        if (declaration === undefined)
          throw new Error(`There is no register ${id}. There are: ${[...catalogue.records.keys()].join(', ')}.`);
        await writeImportTemplate(declaration, catalogue, join(folder, `${id}.xlsx`));
        written.push(join(folder, `${id}.xlsx`));
      }
      printResult(options.json, written, () => written.join('\n'));
    });
};

export const addDictionary: AddCommand = (program) => {
  addJsonOption(program.command('dictionary'))
    .description('write the data dictionary and the JSON Schemas, as the declarations say')
    .requiredOption('--out <folder>', 'where they go')
    .action(async (options: { out: string; json?: boolean }) => {
      const files = generatedFiles(getCountryContext(defaultCountry).catalogue);
      for (const [path, content] of files) {
        const target = join(resolve(options.out), path);
        await makeFolder(dirname(target));
        await writeFile(target, content);
      }
      printResult(options.json, [...files.keys()], () => `${files.size} files in ${resolve(options.out)}`);
    });
};
