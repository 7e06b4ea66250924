import { userInfo } from 'node:os';
import {
  countPersons,
  newestEvents,
  type PersonRead,
  planUndo,
  type ReviewPage,
  readPerson,
  reviewQueue,
  type UndoPlan,
  undoPersonEvent,
} from '@leeto/server';
import type { KeptPersonEvent } from '@leeto/store';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import type { InstanceOptions } from '../instance-folder.ts';
import { wholeNumber } from '../options.ts';
import { printTable } from '../terminal/print-table.ts';
import { type OpenedContext, withInstance } from '../with-instance.ts';

interface PersonsOptions extends InstanceOptions {
  readonly json?: boolean;
  readonly of?: string;
  readonly queue?: boolean;
  readonly events?: boolean;
  readonly limit: number;
  readonly rights?: string;
  readonly behind?: string;
  readonly undo?: number;
  readonly withLater?: boolean;
  readonly reason?: string;
  readonly yes?: boolean;
}

/** What is to be printed: for machines, and in words. */
interface Shown {
  readonly value: unknown;
  readonly words: () => string;
}

export const addPersons: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('persons')))
    .description('who stands behind the records: counts, one person, what waits for review, what happened')
    .argument('[id]', 'number of a person, such as P-00000042; a former number leads to today’s')
    .option('--of <register:record>', 'the person of a record, such as visa:17')
    .option('--queue', 'pairs of records that a person should look at')
    .option('--events', 'what happened to persons, the newest first')
    .option('--limit <n>', 'how many pairs or events', wholeNumber, 10)
    .option('--rights <registers>', 'protected registers that you may see, with commas between; none if not said')
    .option('--behind <registers>', 'events: those behind the wall of these protected registers, which you may see')
    .option('--undo <event>', 'show what undoing an event of the list does; with --yes, undo it', wholeNumber)
    .option('--with-later', 'undo: the later events that build on it as well')
    .option('--reason <text>', 'undo: why; it is kept')
    .option('--yes', 'undo: do it')
    .addHelpText('after', '\nExamples:\n  npx leeto persons --of visa:17\n  npx leeto persons --undo 1204 --yes')
    .action(async (id: string | undefined, options: PersonsOptions) => {
      const shown = await withInstance(options, (opened) => show(id, options, opened));
      if (shown === null) process.exitCode = exitCode.findings;
      printResult(options.json, shown?.value ?? null, () => shown?.words() ?? 'There is no such person.');
    });
};

async function show(id: string | undefined, options: PersonsOptions, opened: OpenedContext): Promise<Shown | null> {
  const { instance, context } = opened;
  const rights = { registers: namesIn(options.rights) };
  const wall = [...new Set(namesIn(options.behind))].sort();
  if (options.undo !== undefined) return undoShown(options.undo, wall, options, opened);
  if (options.queue === true) {
    const page = await reviewQueue(instance, rights, { limit: options.limit, reviewer: userInfo().username });
    return { value: page, words: () => queueInWords(page) };
  }
  if (options.events === true) {
    const events = await newestEvents(instance, options.limit, wall);
    const rows = events.map(rowOf);
    return { value: events, words: () => printTable(['event', 'when', 'what', 'person', 'records', 'by'], rows) };
  }
  const wanted = options.of === undefined ? id : recordOf(options.of);
  if (wanted === undefined) {
    const counts = await countPersons(instance, rights);
    return {
      value: counts,
      words: () =>
        [
          `${counts.records.toLocaleString('en')} records of ${counts.persons.toLocaleString('en')} persons; ${counts.personsOfSeveralRecords.toLocaleString('en')} of these have several records; ${counts.waitingForReview.toLocaleString('en')} pairs wait for review (npx leeto persons --queue).`,
          '',
          printTable(['register', 'records'], Object.entries(counts.recordsByRegister)),
        ].join('\n'),
    };
  }
  const person = await readPerson(instance, rights, wanted, context.catalogue);
  return person === null ? null : { value: person, words: () => personInWords(person) };
}

const namesIn = (list: string | undefined): readonly string[] => list?.split(',').filter((name) => name !== '') ?? [];

const rowOf = ({ number, event, happenedAt, causedBy }: KeptPersonEvent) => [
  number,
  happenedAt.slice(0, 16).replace('T', ' '),
  event.kind,
  'person' in event ? event.person : 'from' in event ? `${event.from} → ${event.into}` : `event ${event.event}`,
  'records' in event ? event.records.length : null,
  causedBy,
];

async function undoShown(
  event: number,
  wall: readonly string[],
  options: PersonsOptions,
  { instance }: OpenedContext,
): Promise<Shown> {
  const asked = {
    event,
    wall,
    by: userInfo().username,
    withLater: options.withLater === true,
    ...(options.reason === undefined ? {} : { reason: options.reason }),
  };
  if (options.yes !== true) {
    const plan = await planUndo(instance, asked);
    return { value: plan, words: () => `${planInWords(plan)}\n\nNothing was changed. To undo it, say --yes.` };
  }
  const done = await undoPersonEvent(instance, asked);
  const further = done.events.filter(({ kind }) => kind !== 'undone').length;
  return {
    value: done,
    words: () =>
      `${planInWords(done)}\n\nDone.${further === 0 ? '' : ` ${further} further events followed (npx leeto persons --events).`}`,
  };
}

function planInWords({ undone, decisions, linkedAnew }: UndoPlan): string {
  const lines = undone.map(({ number, event }) => `Event ${number} is undone: ${whatGoesBack(event)}`);
  if (decisions > 0)
    lines.push(`Marked accordingly, so that no later linking does it again: pairs of records: ${decisions}.`);
  if (linkedAnew > 0) lines.push(`Linked anew: records: ${linkedAnew}.`);
  return lines.join('\n');
}

function whatGoesBack(event: KeptPersonEvent['event']): string {
  if (event.kind === 'undone') return `it undid event ${event.event}.`;
  const records = event.records.length === 1 ? 'a record' : `${event.records.length} records`;
  const go = event.records.length === 1 ? 'goes' : 'go';
  if ('from' in event) return `${records} of ${event.into} ${go} back to ${event.from}.`;
  return `${records} ${go} out of ${event.person}.`;
}

function recordOf(text: string): { readonly source: string; readonly id: string } {
  const [source = '', id = ''] = text.split(':');
  if (/^[a-z_]+$/.test(source) && /^\d{1,18}$/.test(id)) return { source, id };
  throw new Error('A record is written as its register and its number, such as visa:17.');
}

function personInWords({ person, records, history }: PersonRead): string {
  const shown = ['surname', 'given_names', 'sex', 'date_of_birth', 'nationality', 'document_number'];
  const rows = records.map(({ source, id, fields }) => [
    `${source}:${id}`,
    ...shown.map((name) => fields[name] ?? null),
  ]);
  const events = (history?.events ?? []).map(({ event, happenedAt, causedBy }) => {
    const many = 'records' in event ? `, ${event.records.length} records` : '';
    return `  ${happenedAt.slice(0, 16).replace('T', ' ')}  ${event.kind}${many}, by ${causedBy}`;
  });
  return [`${person}: ${records.length} records`, '', printTable(['record', ...shown], rows), '', ...events].join('\n');
}

function queueInWords({ questions, waiting }: ReviewPage): string {
  if (questions.length === 0) return 'No pair waits for review.';
  const pairs = questions.map(({ left, right, probability, sideBySide }) => {
    const head = `${left.source}:${left.id} and ${right.source}:${right.id}: one person with a probability of ${(probability * 100).toFixed(0)} %`;
    const rows = sideBySide?.rows.map(({ field, left: one, right: other, words }) => [
      field,
      one,
      other,
      words?.en ?? null,
    ]);
    return rows === undefined ? head : `${head}\n${printTable(['field', 'one', 'other', 'what it says'], rows)}`;
  });
  return [`${waiting.toLocaleString('en')} pairs wait for review.`, ...pairs].join('\n\n');
}
