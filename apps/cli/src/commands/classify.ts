import { type ClassifiedFile, classifyFile, problemInWords } from '@leeto/server';
import { crossingErrors } from '@leeto/statistics';
import { Option } from 'commander';
import { type AddCommand, addJsonOption, printResult } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { calendarDay, wholeNumber } from '../options.ts';
import { printTable } from '../terminal/print-table.ts';
import { terminalProgress } from '../terminal/progress.ts';

interface ClassifyOptions {
  readonly rule: string;
  readonly window?: number;
  readonly threshold?: number;
  readonly observedFrom: string;
  readonly observedTo: string;
  readonly initial?: string;
  readonly persons?: string;
  readonly outages?: string;
  readonly exclude: string;
  readonly start: 'given' | 'consensus' | 're-anchor';
  readonly gaps: 'midpoint' | 'reject';
  readonly details?: boolean;
  readonly out: string;
  readonly json?: boolean;
}

export const addClassify: AddCommand = (program) => {
  addJsonOption(program.command('classify'))
    .description('tell migrants from travellers: residence status and migration of each crossing of a file')
    .argument(
      '<file>',
      'CSV or Parquet with person_id, crossed_on, direction (arrival, departure); crossed_at orders a day',
    )
    .requiredOption('--observed-from <day>', 'the first day observed', calendarDay)
    .requiredOption('--observed-to <day>', 'the first day not observed', calendarDay)
    .requiredOption('--out <file>', 'the result: CSV, or Parquet where the name ends in .parquet')
    .option('--rule <rule>', '12/16, 12/12, 9/12, 6/12 or 6m1d', '12/16')
    .option('--window <days>', 'another window, in days', wholeNumber)
    .option('--threshold <days>', 'another threshold, in days', wholeNumber)
    .option('--initial <file>', 'person_id, status (resident, non_resident, unknown) before the first crossing')
    .addOption(
      new Option('--start <how>', 'where that status is unknown: keep what holds either way, or leave all unknown')
        .choices(['consensus', 'given', 're-anchor'])
        .default('consensus'),
    )
    .addOption(
      new Option('--gaps <how>', 'where a crossing is missing: put it in at the middle, or reject the person')
        .choices(['midpoint', 'reject'])
        .default('midpoint'),
    )
    .option('--persons <file>', 'person_id and born_on (in the country), died_on, category')
    .option(
      '--outages <file>',
      'port, direction, from_on, to_on: when crossings were not recorded; what they touch is imputed',
    )
    .option('--exclude <categories>', 'categories that are not migrants', 'diplomat,military,crew')
    .option('--details', 'also write observed_days, inside_days, commuter, after_gap, error_code')
    .addHelpText(
      'after',
      '\nExamples:\n  npx leeto classify crossings.csv --rule 12/16 --observed-from 2020-01-01 --observed-to 2025-01-01 --out classified.csv\n  npx leeto classify crossings.parquet --window 365 --threshold 183 --observed-from 2020-01-01 --observed-to 2025-01-01 --initial residents.csv --gaps reject --out classified.parquet',
    )
    .action(async (file: string, options: ClassifyOptions) => {
      const progress = terminalProgress();
      const { exclude, json, ...rest } = options;
      const excluded = exclude.split(',').map((category) => category.trim());
      const classified = await classifyFile({ file, ...rest, excluded, onProgress: progress.onProgress });
      progress.end();
      for (const problem of classified.problems)
        process.stderr.write(`  ! ${problemInWords(problem)}. ${problem.remedy}\n`);
      for (const notice of classified.notices) process.stderr.write(`  ! ${notice}\n`);
      printResult(json, summaryOf(classified, options), () => inWords(classified, options));
      if (classified.issuesFile !== null) process.exitCode = exitCode.findings;
    });
};

function summaryOf(
  { rule, summary, putIn, withoutCrossings, issuesFile, notices }: ClassifiedFile,
  options: ClassifyOptions,
) {
  const { out, start, gaps, observedFrom, observedTo } = options;
  const imputation_rate = summary.crossings === 0 ? null : summary.imputed / summary.crossings;
  return {
    rule,
    ...{ observed_from: observedFrom, observed_to: observedTo, start, gaps, out },
    crossings: summary.crossings,
    persons: summary.persons,
    classes: Object.fromEntries(summary.classes.map((row) => [row.class, row])),
    imputed: summary.imputed,
    imputation_rate,
    commuter_crossings: summary.commuters,
    put_in: {
      crossings: putIn.crossings,
      migrant_arrivals: putIn.migrantArrivals,
      migrant_departures: putIn.migrantDepartures,
    },
    errors: summary.errors,
    persons_without_crossings: withoutCrossings,
    not_observed: summary.notObserved,
    issues_file: issuesFile,
    notices,
  };
}

function inWords(
  { rule, summary, putIn, issuesFile }: ClassifiedFile,
  { out, observedFrom, observedTo }: ClassifyOptions,
): string {
  const count = (value: number) => value.toLocaleString('en');
  const rate = summary.crossings === 0 ? '' : ` (${((100 * summary.imputed) / summary.crossings).toFixed(2)} %)`;
  const parts = [
    `${count(summary.crossings)} crossings of ${count(summary.persons)} persons, observed from ${observedFrom} to the day before ${observedTo}, by the rule ${rule.id}: ${rule.threshold} of ${rule.window} days.`,
    printTable(
      ['class', 'crossings', 'persons', 'imputed'],
      summary.classes.map((row) => [row.class, row.crossings, row.persons, row.imputed]),
    ),
    `Imputed: ${count(summary.imputed)}${rate}; put in at the middle of a gap: ${count(putIn.crossings)} crossings, of them ${count(putIn.migrantArrivals)} migrant arrivals and ${count(putIn.migrantDepartures)} migrant departures. Crossings of commuters: ${count(summary.commuters)}.`,
  ];
  const errors = Object.entries(summary.errors).map(([code, crossings]): (string | number)[] => [
    `${code} ${(crossingErrors as Readonly<Record<string, string>>)[code] ?? ''}`,
    crossings,
  ]);
  if (errors.length > 0) parts.push(printTable(['error', 'crossings'], errors));
  parts.push(`Written to ${out}.${issuesFile === null ? '' : ` What could not be used is listed in ${issuesFile}.`}`);
  return parts.join('\n\n');
}
