import { inLanguage } from '@leeto/registers';
import { listMeasures } from '@leeto/statistics';
import { type AddCommand, addJsonOption, printResult } from '../command.ts';
import { printTable } from '../terminal/print-table.ts';

export const addMeasures: AddCommand = (program) => {
  addJsonOption(program.command('measures'))
    .description('list the measures with their definitions')
    .option('--long', 'with definition, clause, and what each needs')
    .action((options: { json?: boolean; long?: boolean }) => {
      const listed = listMeasures().map((measure) => ({
        id: measure.id,
        title: inLanguage(measure.title, 'en'),
        definition: inLanguage(measure.definition, 'en'),
        clause: measure.clause,
        status: measure.status,
        needs: measure.needs,
        dimensions: measure.dimensions.map(({ name }) => name),
        values: measure.values.map(({ name, unit }) => ({ name, unit })),
      }));
      printResult(options.json, listed, () =>
        options.long === true
          ? listed
              .map(({ id, title, definition, clause, needs, dimensions }) =>
                [
                  id,
                  `  ${title}`,
                  `  ${definition}`,
                  `  Clause: ${clause}`,
                  `  Needs: ${needs.join(', ')}`,
                  `  By: ${dimensions.join(', ')}`,
                ].join('\n'),
              )
              .join('\n\n')
          : printTable(
              ['measure', 'title', 'status'],
              listed.map(({ id, title, status }) => [id, title, status]),
            ),
      );
    });
};
