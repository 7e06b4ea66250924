import { protectFile, writeProtected } from '@leeto/server';
import { InvalidArgumentError, Option } from 'commander';
import { type AddCommand, addJsonOption, printResult } from '../command.ts';
import { wholeNumber } from '../options.ts';
import { terminalProgress } from '../terminal/progress.ts';

interface ProtectCommandOptions {
  readonly dims: readonly string[];
  readonly value: string;
  readonly out: string;
  readonly method: 'suppress' | 'round' | 'cellkey';
  readonly threshold?: number;
  readonly hierarchy?: string;
  readonly amount?: boolean;
  readonly contributors?: string;
  readonly largest?: readonly string[];
  readonly dominance?: { readonly n: number; readonly k: number };
  readonly pPercent?: number;
  readonly base?: number;
  readonly cellKey?: string;
  readonly loss?: 'cells' | 'value' | 'logarithm';
  readonly seconds?: number;
  readonly json?: boolean;
}

export const addProtect: AddCommand = (program) => {
  addJsonOption(program.command('protect'))
    .description('protect a table so that nobody in it can be counted: suppress, round or perturb its cells')
    .argument('<table>', 'CSV, Excel, OpenDocument or Parquet; a total is coded _T, absent totals are computed')
    .requiredOption('--dims <columns>', 'the columns that name a cell, with commas between', listOf)
    .requiredOption('--value <column>', 'the column with the count or amount')
    .requiredOption('--out <file>', 'where the protected table goes (CSV); its report goes beside it')
    .option(
      '--threshold <n>',
      'counts (or contributors) below this are suppressed (default: 10; amounts: 3)',
      wholeNumber,
    )
    .addOption(new Option('--method <method>', 'how').choices(['suppress', 'round', 'cellkey']).default('suppress'))
    .option('--hierarchy <file>', 'which code is part of which: dimension,code,parent as CSV, or JSON')
    .option('--amount', 'the value is an amount, not a count of persons')
    .option('--contributors <column>', 'for amounts: the number of contributors')
    .option('--largest <columns>', 'for amounts: the largest and second largest contribution', listOf)
    .option('--dominance <n,k>', 'for amounts: the n largest make up more than k %', dominance)
    .option('--p-percent <p>', 'for amounts: the second largest can estimate the largest to within p %', percent)
    .option('--base <n>', 'for rounding (default: 5)', wholeNumber)
    .option('--cell-key <column>', 'for cellkey: the sum of the record keys of each cell', String)
    .addOption(new Option('--loss <what>', 'what a cell is worth').choices(['cells', 'value', 'logarithm']))
    .option('--seconds <n>', 'most time for looking for a better choice (default: 20)', wholeNumber)
    .addHelpText(
      'after',
      '\nExample:\n  npx leeto protect table.csv --dims district,sex,age --value count --threshold 10 --out protected.csv',
    )
    .action(async (file: string, options: ProtectCommandOptions) => {
      const progress = terminalProgress();
      const { dims, value, out, method, dominance: rule, pPercent, largest = [] } = options;
      const threshold = options.threshold ?? (options.amount === true ? 3 : 10);
      const result = await protectFile({
        file,
        dimensions: dims,
        value,
        method,
        kind: options.amount === true ? 'amount' : 'count',
        hierarchy: options.hierarchy,
        contributors: options.contributors,
        largest: largest[0],
        second: largest[1],
        cellKey: options.cellKey,
        base: options.base,
        loss: options.loss,
        seconds: options.seconds,
        rules: {
          threshold,
          ...(rule === undefined ? {} : { dominance: rule }),
          ...(pPercent === undefined ? {} : { pPercent }),
        },
        onProgress: process.stderr.isTTY ? progress.onProgress : () => {},
      });
      const reportPath = await writeProtected(result, { out, dimensions: dims, value });
      if (process.stderr.isTTY) progress.end();
      const { report } = result;
      const { audit, ...figures } = report;
      const audited = audit === null ? null : { ...audit, intervals: audit.intervals.length };
      const summary = { ...figures, audit: audited, out, report: reportPath };
      printResult(options.json, summary, () =>
        [
          `${report.cells} cells: ${report.primary} suppressed because they are small or dominated, ${report.secondary} for their sake.`,
          ...(audit !== null
            ? [
                `Loss ${report.cost.toFixed(1)}, ${report.isOptimal ? 'which is the least possible' : `at most ${(100 * report.gap).toFixed(1)} % above the least possible`}.`,
                `Audit: each suppressed cell attacked; the narrowest sensitive one stays open over ${audit.narrowest} (at least ${audit.required} wanted).`,
              ]
            : [`Changed by ${report.meanChange.toFixed(2)} on average, ${report.largestChange} at most.`]),
          ...report.notes,
          `Table: ${out}\nReport: ${reportPath}`,
        ].join('\n'),
      );
    });
};

function listOf(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => name === '')) throw new InvalidArgumentError('Columns are wanted, with commas between.');
  return names;
}

function percent(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 100)) throw new InvalidArgumentError('A percentage above 0 is wanted.');
  return value;
}

function dominance(text: string): { readonly n: number; readonly k: number } {
  const [n, k] = text.split(',').map(Number);
  if ((n !== 1 && n !== 2) || k === undefined || !(k > 0 && k < 100))
    throw new InvalidArgumentError('1 or 2 and a percentage are wanted, such as 2,85.');
  return { n, k };
}
