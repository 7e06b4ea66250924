import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeIssuesFile } from '@leeto/intake';
import type { PlacedIssue } from '@leeto/registers';
import type { DuplicateRow, Instance } from '@leeto/store';
import type { DeliveryReading, PlannedDelivery } from './import-delivery.ts';
import { instancePaths } from './instance-paths.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Writes the issues of a delivery in the folder wanted, or, where that cannot be written to, in the instance's own: the rows
 * are in, their issues must not be lost. Returns the path.
 */
export async function writeDeliveryIssues(
  planned: PlannedDelivery,
  reading: DeliveryReading,
  { issuesFolder, instance }: { readonly issuesFolder: string; readonly instance: Instance },
): Promise<string> {
  const own = instancePaths(instance.folder).issues;
  try {
    return await writeIssuesIn(issuesFolder, planned, reading);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error) || issuesFolder === own) throw unwritten(planned, reading, error);
  }
  try {
    return await writeIssuesIn(own, planned, reading);
  } catch (error) {
    throw unwritten(planned, reading, error);
  }
}

function unwritten({ opened, declaration }: PlannedDelivery, { result }: DeliveryReading, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  const before = result === null ? '' : `The good rows of ${opened.name} are in. `;
  return new Error(
    `${before}Its issues file could not be written (${why}). ` +
      `Make room, then have it written: npx leeto import ${declaration.id} ${opened.name} --dry-run`,
    { cause },
  );
}

async function writeIssuesIn(
  folder: string,
  { opened, declaration }: PlannedDelivery,
  { result, logs }: Pick<DeliveryReading, 'result' | 'logs'>,
): Promise<string> {
  await makeFolder(folder);
  const path = freePath(folder, `${basename(opened.name)}.${declaration.id}.issues`);
  try {
    await writeIssuesFile(path, {
      file: opened.name,
      sha256: opened.sha256,
      parts: logs.map(({ table, mapping, log }) => ({ table, mapping, issues: log })),
      more: (result?.duplicateRows ?? []).map((row) => placeDuplicate(opened.name, row)),
    });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return path;
}

/** A name that nobody has yet: an issues file may hold corrections by now. */
function freePath(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.xlsx`);
    if (!existsSync(path)) return path;
  }
}

function placeDuplicate(file: string, { sheet, row, reason, first }: DuplicateRow): PlacedIssue {
  const hints = {
    twice_in_file: `the same record as row ${first?.row ?? '?'}: one of the two was taken`,
    differs_from_recorded:
      'an event with this key is recorded with another content; a correction is a new event that names the one it corrects',
    later_edition_recorded:
      'an edition that reaches further in time holds this figure, and it stands; a file of one or two periods is taken for a correction',
  };
  const hint = hints[reason];
  return { file, sheet, row, column: '', path: '', code: reason, severity: 'warning', value: null, hint };
}
