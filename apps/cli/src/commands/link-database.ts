import { userInfo } from 'node:os';
import { type ArrivalsOutcome, type LayerOutcome, linkArrivals, linkRegisters } from '@leeto/server';
import { printResult } from '../command.ts';
import type { InstanceOptions } from '../instance-folder.ts';
import { withInstance } from '../with-instance.ts';

export interface LinkDatabaseOptions extends InstanceOptions {
  readonly json?: boolean;
  /** What came since the last time alone, by the model of that time. */
  readonly arrivals?: boolean;
  readonly keepModel?: boolean;
}

/** `leeto link` without files: the registers of an instance are linked into persons. */
export async function linkDatabase(options: LinkDatabaseOptions): Promise<void> {
  const startedBy = userInfo().username;
  if (options.arrivals === true) {
    const outcome = await withInstance(options, ({ instance, context, progress }) =>
      linkArrivals(instance, {
        catalogue: context.catalogue,
        causedBy: startedBy,
        onProgress: (done) => progress.onProgress({ step: 'Linking what has come', done, unit: 'records' }),
      }),
    );
    // What came behind a wall is not told here: whoever links may not have the right to it.
    printResult(options.json, outcome.open, () => arrivalsInWords(outcome.open));
    return;
  }
  const { open } = await withInstance(options, ({ instance, context, progress }) =>
    linkRegisters(instance, {
      catalogue: context.catalogue,
      startedBy,
      keepsModel: options.keepModel === true,
      onProgress: ({ stage, done, total }) => progress.onProgress({ step: `Linking: ${stage}`, done, total }),
    }),
  );
  // What was found behind a wall is not told here: whoever links may not have the right to it.
  printResult(options.json, open, () => layerInWords(open));
}

function layerInWords({ records, entries, persons, links, events, notices, contradictions }: LayerOutcome): string {
  const count = (value: number) => value.toLocaleString('en');
  const changes = Object.entries(events).map(([kind, many]) => `${count(many)} ${kind}`);
  return [
    `${count(records)} records (${count(entries)} that differ) are of ${count(persons)} persons.`,
    `${count(links.accepted)} links hold; ${count(links.review)} wait for review (npx leeto persons --queue); ${count(links.held_back)} are held back.`,
    changes.length === 0 ? 'Nobody changed since the last time.' : `Since the last time: ${changes.join(', ')}.`,
    ...[...notices, ...contradictions].map((notice) => `  ! ${notice}`),
  ].join('\n');
}

function arrivalsInWords({ linked, changed, removed, events }: ArrivalsOutcome): string {
  const count = (value: number) => value.toLocaleString('en');
  const changes = Object.entries(events).map(([kind, many]) => `${count(many)} ${kind}`);
  return [
    `${count(linked)} records came, ${count(changed)} changed, ${count(removed)} left.`,
    changes.length === 0 ? 'No person changed.' : `Persons: ${changes.join(', ')}.`,
  ].join('\n');
}
