import { createHash } from 'node:crypto';
import type { CandidateBatch, PackDelivery } from '@leeto/registers';
import { type ImportResult, type Instance, importRecords } from '@leeto/store';
import type { Progress } from '../progress.ts';
import type { CountryContext } from './country-context.ts';

/** Brings in what the country pack carries: published figures, laws and policies. A second time changes nothing. */
export async function importPack(
  instance: Instance,
  { pack, catalogue }: CountryContext,
  onProgress: Progress,
): Promise<readonly ImportResult[]> {
  const results: ImportResult[] = [];
  for (const delivery of pack.deliveries) {
    onProgress({ step: 'Bringing in published figures and laws', done: results.length, total: pack.deliveries.length });
    const declaration = catalogue.records.get(delivery.register);
    if (declaration === undefined)
      throw new Error(`The country pack delivers to an unknown register: ${delivery.register}.`);
    const content = JSON.stringify(delivery);
    results.push(
      await importRecords(instance, {
        declaration,
        delivery: {
          fileName: `country pack ${pack.code}: ${delivery.id}`,
          sha256: sha256(content),
          bytes: Buffer.byteLength(content),
          mapping: { countryPack: pack.code, delivery: delivery.id },
          mappingHash: sha256(`${pack.code} ${delivery.id}`),
          provenance: delivery.provenance,
        },
        batches: [
          toBatch(
            delivery,
            declaration.fields.map((field) => field.name),
          ),
        ],
        receivedBy: `country pack ${pack.code}`,
      }),
    );
  }
  return results;
}

function toBatch(delivery: PackDelivery, fields: readonly string[]): CandidateBatch {
  const columns = fields.filter((field) => delivery.rows.some((row) => row[field] !== undefined));
  return {
    register: delivery.register,
    columns,
    rows: delivery.rows.map((row) => columns.map((column) => row[column] ?? null)),
    sheet: '',
    sourceRows: delivery.rows.map((_, index) => index + 1),
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
