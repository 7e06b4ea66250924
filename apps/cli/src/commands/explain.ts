import { inLanguage } from '@leeto/registers';
import { freezeInstance, instancePaths, measureParameters, withSnapshot } from '@leeto/server';
import { explainFigure, getMeasure, type MeasureDeclaration } from '@leeto/statistics';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import type { InstanceOptions } from '../instance-folder.ts';
import { calendarDay, wholeNumber } from '../options.ts';
import { printTable } from '../terminal/print-table.ts';
import { today } from '../today.ts';
import { withInstance } from '../with-instance.ts';

interface ExplainOptions extends InstanceOptions {
  readonly json?: boolean;
  readonly cell?: string;
  readonly limit: number;
  readonly sql?: boolean;
  readonly asOf: string;
}

export const addExplain: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('explain')))
    .description('how a figure came about: steps, SQL, row counts, down to the rows of the files')
    .argument('<measure>', 'a measure, as `leeto measures` lists them')
    .option('--cell <codes>', 'one figure of it: port=LS-MSB,direction=arrival (dimensions not named: total)')
    .option('--limit <n>', 'source rows listed at most', wholeNumber, 20)
    .option('--no-sql', 'leave out the SQL')
    .option('--as-of <date>', 'the day as of which stays are judged', calendarDay, today())
    .addHelpText(
      'after',
      '\nExamples:\n  npx leeto explain crossings_by_month --no-sql\n  npx leeto explain crossings_by_port_month_direction --cell port=LS-MSB,direction=arrival',
    )
    .action(async (id: string, options: ExplainOptions) => {
      const measure = getMeasure(id);
      const key = cellKey(measure, options.cell);
      const explanation = await withInstance(options, async ({ instance, context, progress }) => {
        const snapshot = await freezeInstance(instance, context, progress.onProgress);
        const parameters = measureParameters(context, snapshot, options.asOf);
        progress.onProgress({ step: `Explaining ${id}` });
        return withSnapshot(snapshot, context, instancePaths(instance.folder).temporary, (session) =>
          explainFigure(session, id, key, { parameters, limit: options.limit }),
        );
      });
      printResult(options.json, { measure: id, cell: key, ...explanation }, () =>
        inWords(measure, key, explanation, options.sql !== false),
      );
    });
};

/** The cell's code per dimension, in order; throws where the option names a dimension that the measure does not have. */
function cellKey(measure: MeasureDeclaration, cell: string | undefined): readonly string[] {
  const wanted = new Map(
    (cell ?? '')
      .split(',')
      .filter(Boolean)
      .map((part) => {
        const [name, ...code] = part.split('=');
        return [name?.trim() ?? '', code.join('=').trim()] as const;
      }),
  );
  const names = measure.dimensions.map(({ name }) => name);
  const unknown = [...wanted.keys()].filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`${measure.id} has no dimension ${unknown.join(', ')}. It has: ${names.join(', ')}.`);
  return names.map((name) => wanted.get(name) ?? '_T');
}

function inWords(
  measure: MeasureDeclaration,
  key: readonly string[],
  { steps, source }: Awaited<ReturnType<typeof explainFigure>>,
  withSql: boolean,
): string {
  const cell = measure.dimensions.map(({ name }, index) => `${name}=${key[index]}`).join(', ');
  return [
    `${inLanguage(measure.title, 'en')}  (${measure.id})`,
    inLanguage(measure.definition, 'en'),
    `Clause: ${measure.clause}`,
    '',
    ...steps.flatMap((step, index) => [
      `${index + 1}. ${step.name}: ${step.rowCount.toLocaleString('en')} rows`,
      `   ${step.describe}`,
      ...(withSql
        ? step.sql
            .trim()
            .split('\n')
            .map((line) => `     ${line}`)
        : []),
    ]),
    '',
    `Source rows of the figure ${cell}`,
    ...(source.positions.length === 0
      ? ['none']
      : [
          printTable(
            ['file', 'sheet', 'row'],
            source.positions.map(({ file, sheet, row }) => [file, sheet, String(row)]),
          ),
        ]),
    'Row counts here are not protected against disclosure: they are for those who may see the records.',
  ].join('\n');
}
