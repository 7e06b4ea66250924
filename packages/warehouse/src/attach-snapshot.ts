import { join } from 'node:path';
import type { RecordDeclaration } from '@leeto/registers';
import { columnTypes } from './column-types.ts';
import { personColumns } from './freeze-persons.ts';
import type { Snapshot } from './manifest.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';
import type { Session } from './session.ts';

/**
 * Makes a snapshot readable in a session: a view per register, named like it, and the tables `classification` and
 * `delivery`, and the view `person_of_record`, without rows where records were never linked. Registers among `declarations` that the snapshot does not have exist too, without rows, so that a measure
 * over them gives "no data" and not an error. The session is then closed to every file outside the snapshot.
 */
export async function attachSnapshot(
  session: Session,
  snapshot: Snapshot,
  declarations: Iterable<RecordDeclaration> = [],
): Promise<void> {
  await session.restrictTo([snapshot.folder]);
  const { tables, classificationFile, deliveryFile, personFile } = snapshot.manifest;
  for (const { register, name } of tables) {
    await session.run(`create view ${quoteIdentifier(register)} as from read_parquet(${pathOf(snapshot, name)})`);
  }
  for (const [table, { name }] of [
    ['classification', classificationFile] as const,
    ['delivery', deliveryFile] as const,
  ]) {
    // Small, and joined to by nearly every measure: read once.
    await session.run(`create table ${table} as from read_parquet(${pathOf(snapshot, name)})`);
  }
  await session.run(
    personFile === undefined
      ? `create view person_of_record as select ${nothing(Object.entries(personColumns))} where false`
      : `create view person_of_record as from read_parquet(${pathOf(snapshot, personFile.name)})`,
  );
  const frozen = new Set(tables.map((table) => table.register));
  for (const declaration of declarations) {
    if (frozen.has(declaration.id)) continue;
    await session.run(
      `create view ${quoteIdentifier(declaration.id)} as select ${nothing(columnTypes(declaration))} where false`,
    );
  }
}

function nothing(columns: Iterable<readonly [name: string, type: string]>): string {
  return Array.from(columns, ([name, type]) => `null::${type} as ${quoteIdentifier(name)}`).join(', ');
}

function pathOf(snapshot: Snapshot, name: string): string {
  return quoteLiteral(join(snapshot.folder, name));
}
