import { basename, resolve } from 'node:path';
import { linkFiles, writeLinkage } from '@leeto/server';
import { InvalidArgumentError, Option } from 'commander';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import { wholeNumber } from '../options.ts';
import { linkageSummary, printLinkage } from '../terminal/print-linkage.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { type LinkDatabaseOptions, linkDatabase } from './link-database.ts';

interface LinkOptions extends LinkDatabaseOptions {
  readonly spec?: string;
  readonly out?: string;
  readonly truth?: string;
  readonly labels?: string;
  readonly sample?: string;
  readonly model?: string;
  readonly threshold?: number;
  readonly budget?: number;
  readonly keepAbove?: number;
  readonly seed?: number;
  readonly showValues?: boolean;
  readonly language?: 'en' | 'st';
  readonly json?: boolean;
}

export const addLink: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('link')))
    .description('find out which records are of one person: of files, or, where none are named, of the registers')
    .argument('[file...]', 'CSV, Excel, OpenDocument, Parquet; also in .gz or .zip; each file is a source')
    .option('--out <folder>', 'for files: where what is found goes: clusters, pairs, model, report, spec')
    .option('--spec <file>', 'which column is what; proposed from headers and values where absent')
    .option('--truth <file>', 'who is who, to measure errors by: ids with their person, or pairs of ids with an answer')
    .option('--labels <file>', 'the same, to learn from: pairs that people have judged')
    .option('--sample <file>', 'a to-label.csv of this linkage, filled in: errors are estimated from it')
    .option('--model <file>', 'a model.json of an earlier run: nothing is learnt anew')
    .option('--threshold <p>', 'probability from which two records are one person (default: 0.95)', probability)
    .option('--budget <pairs>', 'most pairs to compare', wholeNumber)
    .option('--keep-above <bits>', 'weight from which pairs are written (default: -10)', decimal)
    .option('--seed <n>', 'another seed for what is drawn at random (default: 1)', wholeNumber)
    .option('--arrivals', 'for registers: link what came since the last time, and that alone')
    .option('--keep-model', 'for registers: link by the model of the last time')
    .addOption(new Option('--language <code>', 'language of the report (default: en)').choices(['en', 'st']))
    .option('--show-values', 'show values in the report; it then holds personal data')
    .addHelpText(
      'after',
      '\nExamples:\n  npx leeto link\n  npx leeto link people.csv --out linked\n  npx leeto link a.csv b.csv --spec spec.json --out linked --truth truth.csv\n  npx leeto link people.csv --model linked/model.json --sample linked/to-label.csv --out judged',
    )
    .action(async (files: readonly string[], options: LinkOptions) => {
      if (files.length === 0) {
        refuseForFilesOnly(options);
        return linkDatabase(options);
      }
      refuseForRegistersOnly(options);
      if (options.out === undefined) throw new Error('Name a folder for what is found: --out linked');
      const progress = terminalProgress();
      const onProgress = process.stderr.isTTY ? progress.onProgress : () => {};
      const { spec, truth, labels, sample, model, threshold, budget, keepAbove, seed } = options;
      const started = performance.now();
      const linked = await linkFiles({
        ...{ files, spec, truth, labels, sample, model, threshold, budget, keepAbove, seed },
        onProgress,
      });
      const folder = resolve(options.out);
      const { showValues, language } = options;
      const command = commandOf(files, options);
      const written = await writeLinkage(linked, {
        folder,
        keepAbove,
        seed,
        showValues,
        language,
        command,
        onProgress,
      });
      if (process.stderr.isTTY) progress.end();
      const notices = [...linked.notices, ...written.notices, ...expansionNotice(written.pairs)];
      const summary = linkageSummary(linked, {
        folder,
        notices,
        pairs: written.pairs.written,
        toLabel: written.toLabel,
        write: written.seconds,
        seconds: (performance.now() - started) / 1000,
      });
      printResult(options.json, summary, () => printLinkage(linked, summary));
    });
};

const forFiles = {
  ...{ out: '--out', spec: '--spec', truth: '--truth', labels: '--labels', sample: '--sample', model: '--model' },
  ...{
    threshold: '--threshold',
    budget: '--budget',
    keepAbove: '--keep-above',
    showValues: '--show-values',
    language: '--language',
  },
} as const;

/** Without files the registers are linked: who meant files should hear of it before an instance is opened. */
function refuseForFilesOnly(options: LinkOptions): void {
  const given = Object.entries(forFiles).flatMap(([key, flag]) =>
    options[key as keyof typeof forFiles] === undefined ? [] : [flag],
  );
  if (given.length > 0)
    throw new Error(
      `${given.join(', ')} ${given.length === 1 ? 'is' : 'are'} for linking files, and no file is named: leeto link people.csv --out linked`,
    );
}

function refuseForRegistersOnly({ arrivals, keepModel }: LinkOptions): void {
  const given = [...(arrivals === true ? ['--arrivals'] : []), ...(keepModel === true ? ['--keep-model'] : [])];
  if (given.length > 0)
    throw new Error(`${given.join(', ')} ${given.length === 1 ? 'is' : 'are'} for linking registers: name no files.`);
}

function expansionNotice({
  total,
  written,
  shortened,
}: {
  total: number;
  written: number;
  shortened: number;
}): string[] {
  if (shortened === 0) return [];
  const count = (value: number) => value.toLocaleString('en');
  return [
    `pairs.parquet holds ${count(written)} of ${count(total)} pairs: many records are alike in every field, and ${count(shortened)} ${shortened === 1 ? 'group of such records stands' : 'groups of such records stand'} in it with their first record only. clusters.csv holds all.`,
  ];
}

/** The command as it was given, without folders. */
function commandOf(files: readonly string[], options: LinkOptions): string {
  const quoted = (text: string) => (/^[\w.,/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  const named = (flag: string, value: string | number | undefined) =>
    value === undefined ? [] : [flag, quoted(typeof value === 'string' ? basename(value) : String(value))];
  return [
    'npx leeto link',
    ...files.map((file) => quoted(basename(file))),
    ...(options.spec === undefined && options.model === undefined
      ? ['--spec spec.json']
      : named('--spec', options.spec)),
    ...named('--out', options.out),
    ...named('--truth', options.truth),
    ...named('--labels', options.labels),
    ...named('--sample', options.sample),
    ...named('--model', options.model),
    ...named('--threshold', options.threshold),
    ...named('--budget', options.budget),
    ...named('--keep-above', options.keepAbove),
    ...named('--seed', options.seed),
    ...named('--language', options.language),
  ].join(' ');
}

function probability(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < 1))
    throw new InvalidArgumentError('A probability between 0 and 1 is wanted, such as 0.95.');
  return value;
}

function decimal(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('A number is wanted, such as -10.');
  return value;
}
