import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClassificationDeclaration } from '@leeto/registers';
import type { DeliverySummary, SnapshotFile } from './manifest.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';
import type { Session } from './session.ts';
import { describeFile } from './snapshot-file.ts';

/** Columns of the table `classification`: one row a code; `properties` is JSON text. */
export const classificationColumns = {
  classification_id: 'varchar',
  code: 'varchar',
  label_en: 'varchar',
  label_st: 'varchar',
  parent: 'varchar',
  valid_from: 'varchar',
  valid_to: 'varchar',
  properties: 'varchar',
} as const;

/** Columns of the table `delivery`: one row a delivered file. */
export const deliveryColumns = {
  delivery_id: 'varchar',
  register: 'varchar',
  agency: 'varchar',
  citation: 'varchar',
  is_synthetic: 'boolean',
  licence: 'varchar',
  published_on: 'varchar',
  file_name: 'varchar',
  sha256: 'varchar',
  received_at: 'varchar',
  rows_read: 'bigint',
  rows_taken: 'bigint',
  rows_unchanged: 'bigint',
  rows_duplicate: 'bigint',
  rows_refused: 'bigint',
  rows_left_out: 'bigint',
} as const;

type RowOf<Columns> = Readonly<Record<keyof Columns, string | number | boolean | null>>;

/** Writes all codes of all classifications to `classification.parquet`, in the order of their ids and of their items. */
export async function freezeClassifications(
  session: Session,
  folder: string,
  classifications: readonly ClassificationDeclaration[],
): Promise<SnapshotFile> {
  const rows = classifications.flatMap(({ id, items }) =>
    items.map(
      (item): RowOf<typeof classificationColumns> => ({
        classification_id: id,
        code: item.code,
        label_en: item.label.en,
        label_st: item.label.st ?? null,
        parent: item.parent ?? null,
        valid_from: item.validFrom ?? null,
        valid_to: item.validTo ?? null,
        properties: JSON.stringify(item.properties ?? {}),
      }),
    ),
  );
  return freezeRows(session, folder, 'classification', classificationColumns, rows);
}

/** Writes the deliveries, with their provenance, to `delivery.parquet`. */
export async function freezeDeliveries(
  session: Session,
  folder: string,
  deliveries: readonly DeliverySummary[],
): Promise<SnapshotFile> {
  const rows = deliveries.map(
    ({ provenance, counts, ...delivery }): RowOf<typeof deliveryColumns> => ({
      delivery_id: delivery.id,
      register: delivery.register,
      agency: provenance.agency,
      citation: provenance.citation,
      is_synthetic: provenance.isSynthetic,
      licence: provenance.licence ?? null,
      published_on: provenance.publishedOn ?? null,
      file_name: delivery.fileName,
      sha256: delivery.sha256,
      received_at: delivery.receivedAt,
      rows_read: counts.read,
      rows_taken: counts.taken,
      rows_unchanged: counts.unchanged,
      rows_duplicate: counts.duplicates,
      rows_refused: counts.refused,
      rows_left_out: counts.leftOut,
    }),
  );
  return freezeRows(session, folder, 'delivery', deliveryColumns, rows);
}

async function freezeRows(
  session: Session,
  folder: string,
  name: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<SnapshotFile> {
  const jsonPath = join(folder, `${name}.ndjson`);
  const file = `${name}.parquet`;
  const types = Object.entries(columns).map(([column, type]) => `${quoteLiteral(column)}: ${quoteLiteral(type)}`);
  await pipeline(Readable.from(rows.map((row) => `${JSON.stringify(row)}\n`)), createWriteStream(jsonPath));
  await session.run(`copy (
    select ${Object.keys(columns).map(quoteIdentifier).join(', ')}
    from read_json(${quoteLiteral(jsonPath)}, format = 'newline_delimited', columns = {${types.join(', ')}})
  ) to ${quoteLiteral(join(folder, file))} (format parquet, compression zstd)`);
  await rm(jsonPath);
  return describeFile(session, folder, file);
}
