import { type MadeRelease, makeRelease, type ReleaseFinding, ReleaseRefused } from '@leeto/server';
import {
  getRelease,
  listReleases,
  type Release,
  type ReleaseRecord,
  releaseNumber,
  takeReleaseStep,
} from '@leeto/store';
import { type Command, InvalidArgumentError } from 'commander';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import type { InstanceOptions } from '../instance-folder.ts';
import { calendarDay } from '../options.ts';
import { embargoInWords, printRelease, printReleases, whatNext } from '../terminal/print-release.ts';
import { printTable } from '../terminal/print-table.ts';
import { today } from '../today.ts';
import { withInstance } from '../with-instance.ts';

interface Common extends InstanceOptions {
  readonly json?: boolean;
}

interface Signing extends Common {
  readonly as: string;
  readonly hash?: string;
}

export const addRelease: AddCommand = (program) => {
  const release = program
    .command('release')
    .description('freeze protected tables, have two people sign them, publish them, withdraw them')
    .addHelpText(
      'after',
      `
A release goes: create → sign-off (two people, neither of them its maker) → publish → withdraw, if it must be.
Nothing of it is ever altered; every version stays.

Examples:
  npx leeto release create --as "Anna Mokoena" --title "Border statistics 2025"
  npx leeto export csv --release R-0001 --out check      what is to be signed
  npx leeto release sign-off R-0001 --as "Thabo Nkosi"
  npx leeto release publish R-0001 --as "Anna Mokoena" --embargo-until 2026-12-01T09:00:00+02:00`,
    );
  addCreate(release);
  addList(release);
  addShow(release);
  addSignOff(release);
  addPublish(release);
  addWithdrawal(release);
};

interface CreateOptions extends Common {
  readonly as: string;
  readonly title?: string;
  readonly asOf: string;
  readonly embargoUntil?: string;
  readonly makerMaySign?: boolean;
  readonly leaveOutRefused?: boolean;
}

function addCreate(release: Command): void {
  addJsonOption(addInstanceOptions(release.command('create')))
    .description(
      'freeze the records, compute and protect tables, check them against earlier releases, and keep them to be signed',
    )
    .argument('[measure...]', 'measures, as `leeto measures` lists them (default: all)')
    .requiredOption('--as <name>', 'who makes it', personName)
    .option('--title <words>', 'what it is called (default: of the day)', someWords)
    .option('--as-of <date>', 'the day as of which the figures are made', calendarDay, today())
    .option('--embargo-until <time>', 'nobody outside sees it before: 2026-12-01T09:00:00+02:00', instant)
    .option('--maker-may-sign', 'who makes it may be one of the two that sign it')
    .option(
      '--leave-out-refused',
      'leave out tables that earlier releases do not allow, rather than refuse the release',
    )
    .action(async (measures: readonly string[], options: CreateOptions) => {
      const made = await refusedInWords(options, () =>
        withInstance(options, ({ instance, context, progress }) =>
          makeRelease({
            instance,
            context,
            measures,
            title: options.title ?? `Release of ${options.asOf}`,
            asOf: options.asOf,
            by: options.as,
            embargoUntil: options.embargoUntil ?? null,
            creatorMaySign: options.makerMaySign === true,
            leaveOutRefused: options.leaveOutRefused === true,
            onProgress: progress.onProgress,
          }),
        ),
      );
      if (made === null) return;
      if (made.findings.length > 0) process.exitCode = exitCode.findings;
      printResult(options.json, { ...present(made.release), tables: made.tables, findings: made.findings }, () =>
        madeInWords(made),
      );
    });
}

function addList(release: Command): void {
  addJsonOption(addInstanceOptions(release.command('list')))
    .description('all releases, the newest first')
    .action(async (options: Common) => {
      const releases = await withInstance(options, ({ instance }) => listReleases(instance));
      printResult(options.json, releases.map(present), () => printReleases(releases));
    });
}

function addShow(release: Command): void {
  addJsonOption(addInstanceOptions(release.command('show')))
    .description('a release: its tables, its files with their hashes, its history')
    .argument('<release>', 'R-0001', releaseId)
    .action(async (id: number, options: Common) => {
      const found = await withInstance(options, ({ instance }) => getRelease(instance, id));
      printResult(options.json, presentWhole(found), () => printRelease(found));
    });
}

function addSignOff(release: Command): void {
  addJsonOption(addInstanceOptions(release.command('sign-off')))
    .description('sign a release; two people do')
    .argument('<release>', 'R-0001', releaseId)
    .requiredOption('--as <name>', 'who signs', personName)
    .option('--hash <sha256>', 'the hash of what was looked at; another content is refused')
    .action((id: number, options: Signing) =>
      step(options, {
        release: id,
        step: 'sign',
        by: options.as,
        ...(options.hash === undefined ? {} : { seenHash: options.hash }),
      }),
    );
}

function addPublish(release: Command): void {
  addJsonOption(addInstanceOptions(release.command('publish')))
    .description('publish a release that two people have signed')
    .argument('<release>', 'R-0001', releaseId)
    .requiredOption('--as <name>', 'who publishes it', personName)
    .option('--embargo-until <time>', 'put the embargo off to this time; it cannot be brought forward', instant)
    .action((id: number, options: Signing & { readonly embargoUntil?: string }) =>
      step(options, {
        release: id,
        step: 'publish',
        by: options.as,
        ...(options.embargoUntil === undefined ? {} : { embargoUntil: options.embargoUntil }),
      }),
    );
}

function addWithdrawal(release: Command): void {
  addJsonOption(addInstanceOptions(release.command('withdraw')))
    .description('withdraw a release, published or not; it stays on record with the reason')
    .argument('<release>', 'R-0001', releaseId)
    .requiredOption('--as <name>', 'who withdraws it', personName)
    .requiredOption('--reason <words>', 'why; shown in its place', someWords)
    .action((id: number, options: Signing & { readonly reason: string }) =>
      step(options, { release: id, step: 'withdraw', by: options.as, reason: options.reason }),
    );
}

async function step(options: Common, wanted: Parameters<typeof takeReleaseStep>[1]): Promise<void> {
  const taken = await withInstance(options, ({ instance }) => takeReleaseStep(instance, wanted));
  printResult(options.json, present(taken), () => stepInWords(taken));
}

const present = (release: Release) => ({ ...release, id: releaseNumber(release.id), next: whatNext(release) });
const presentWhole = (release: ReleaseRecord) => ({
  ...release,
  id: releaseNumber(release.id),
  next: whatNext(release),
});

function stepInWords(release: Release): string {
  return [
    `${releaseNumber(release.id)} is ${release.state.replace('_', ' ')}${embargoInWords(release)}.`,
    whatNext(release),
  ].join('\n');
}

/** Findings of the check against earlier releases are an answer, not a failure of the program. */
async function refusedInWords(options: Common, work: () => Promise<MadeRelease>): Promise<MadeRelease | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ReleaseRefused)) throw error;
    process.exitCode = exitCode.findings;
    const { message, remedy, findings } = error;
    printResult(options.json, { error: message, remedy, findings }, () =>
      [message, '', findingsInWords(findings), '', remedy].join('\n'),
    );
    return null;
  }
}

const findingsShown = 20;

function findingsInWords(findings: readonly ReleaseFinding[]): string {
  const words = {
    uncovered: 'one vintage shows what the other suppresses',
    difference: 'the growth since then is a small count',
  };
  const rows = findings
    .slice(0, findingsShown)
    .map(({ measure, column, cell, kind, release }) => [`${measure}.${column}`, cell, words[kind], release]);
  const more = findings.length - rows.length;
  return [
    printTable(['figure', 'cell', 'what tells it', 'with'], rows),
    ...(more > 0 ? [`… and ${more.toLocaleString('en')} more: --json gives all.`] : []),
  ].join('\n');
}

function madeInWords({ release, tables, findings }: MadeRelease): string {
  const kept = tables.filter(({ leftOut }) => leftOut === '');
  const withoutData = tables.filter(({ leftOut }) => leftOut === 'no data');
  const refused = tables.filter(({ leftOut }) => leftOut === 'earlier releases');
  return [
    `${releaseNumber(release.id)} “${release.title}” is frozen: ${kept.length} tables, content ${release.contentHash}`,
    '',
    printTable(
      ['table', 'rows', 'suppressed', 'small revisions'],
      kept.map(({ measure, rows, suppressed, smallRevisions }) => [measure, rows, suppressed, smallRevisions]),
    ),
    ...(withoutData.length === 0
      ? []
      : ['', `Without data, left out: ${withoutData.map(({ measure }) => measure).join(', ')}`]),
    ...(refused.length === 0
      ? []
      : [
          '',
          `Left out because of earlier releases: ${refused.map(({ measure }) => measure).join(', ')}`,
          findingsInWords(findings),
        ]),
    '',
    whatNext(release),
  ].join('\n');
}

/** Reads the number of a release: `R-0007`, `r-7` or `7`. */
export function releaseId(text: string): number {
  const found = /^(?:R-)?0*([1-9]\d{0,8})$/i.exec(text.trim());
  if (found === null) throw new InvalidArgumentError('The number of a release is wanted, such as R-0001.');
  return Number(found[1]);
}

/** Reads words on one line. */
function someWords(text: string): string {
  const words = text.trim().replaceAll(/\s+/g, ' ');
  if (words === '') throw new InvalidArgumentError('Some words are wanted.');
  return words;
}

/** Reads the name of a person. */
function personName(text: string): string {
  const name = text.trim().replaceAll(/\s+/g, ' ');
  if (!/\p{L}/u.test(name)) throw new InvalidArgumentError('The name of a person is wanted.');
  return name;
}

/** Reads a moment with its time zone; a time without one would mean another moment on another machine. */
function instant(text: string): string {
  const isInstant =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isInstant) throw new InvalidArgumentError('A time with its zone is wanted, such as 2026-12-01T09:00:00+02:00.');
  return new Date(text).toISOString();
}
