import { writeFile } from 'node:fs/promises';
import type { ReleasedTable } from '@leeto/disclosure';
import { inLanguage } from '@leeto/registers';
import {
  computeReleased,
  freezeInstance,
  instancePaths,
  measureParameters,
  releasedCsv,
  withSnapshot,
} from '@leeto/server';
import { getMeasure } from '@leeto/statistics';
import { type AddCommand, addInstanceOptions, addJsonOption } from '../command.ts';
import type { InstanceOptions } from '../instance-folder.ts';
import { calendarDay } from '../options.ts';
import { printTable } from '../terminal/print-table.ts';
import { today } from '../today.ts';
import { withInstance } from '../with-instance.ts';
import { writeWhole } from '../write-whole.ts';

interface MeasureOptions extends InstanceOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly out?: string;
  readonly asOf: string;
}

export const addMeasure: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('measure')))
    .description('compute measures over the records as they are now, protected as for publication')
    .argument('<id...>', 'measures, as `leeto measures` lists them')
    .option('--csv', 'print as CSV')
    .option('--out <file>', 'write to a file: .csv or .json')
    .option('--as-of <date>', 'the day as of which stays are judged', calendarDay, today())
    .addHelpText(
      'after',
      '\nExamples:\n  npx leeto measure crossings_by_month --csv\n  npx leeto measure visas_by_type stay_and_overstay --as-of 2025-12-31 --out figures.json',
    )
    .action(async (ids: readonly string[], options: MeasureOptions) => {
      for (const id of ids) getMeasure(id);
      const tables = await withInstance(options, async ({ instance, context, progress }) => {
        const snapshot = await freezeInstance(instance, context, progress.onProgress);
        const parameters = measureParameters(context, snapshot, options.asOf);
        return withSnapshot(snapshot, context, instancePaths(instance.folder).temporary, async (session) => {
          const computed: ReleasedTable[] = [];
          for (const id of ids) {
            progress.onProgress({ step: `Computing ${id}` });
            computed.push((await computeReleased(session, id, parameters)).released);
          }
          return computed;
        });
      });
      const text = present(tables, options);
      const { out } = options;
      if (out === undefined) process.stdout.write(text);
      else await writeWhole(out, (unfinished) => writeFile(unfinished, text));
    });
};

function present(tables: readonly ReleasedTable[], options: MeasureOptions): string {
  const asJson = options.json === true || options.out?.endsWith('.json') === true;
  if (asJson) return `${JSON.stringify(tables.length === 1 ? tables[0] : tables, null, 2)}\n`;
  const asCsv = options.csv === true || options.out !== undefined || process.stdout.isTTY !== true;
  return tables.map(asCsv ? releasedCsv : forReading).join('\n');
}

const rowsShown = 60;

function forReading(table: ReleasedTable): string {
  const headers = [...table.dimensions, ...table.values].map(({ label }) => inLanguage(label, 'en'));
  const rows = table.rows
    .slice(0, rowsShown)
    .map((row) => [
      ...row.key,
      ...row.cells.map(({ value, confidentiality }) => (confidentiality === 'F' ? value : 'c')),
    ]);
  const { referencePeriod, coverage, status, sources } = table.metadata;
  const cut = table.rows.length - rows.length;
  return [
    `${inLanguage(table.title, 'en')}  (${table.measure}, ${status})`,
    inLanguage(table.definition, 'en'),
    '',
    table.rows.length === 0 ? 'No data.' : printTable(headers, rows),
    ...(cut > 0 ? [`… and ${cut.toLocaleString('en')} more rows: --csv or --out FILE gives all.`] : []),
    '',
    `Period: ${referencePeriod || '–'}. ${inLanguage(coverage, 'en')}`,
    `Sources: ${sources.map(({ citation, isSynthetic }) => citation + (isSynthetic ? ' (synthetic)' : '')).join('; ') || '–'}`,
    `Protection: ${table.protection.rule} c = suppressed.`,
    '',
  ].join('\n');
}
