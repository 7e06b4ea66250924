import type { DeliveryCounts, Provenance } from '@leeto/registers';
import type { Selectable } from 'kysely';
import { countsOf } from '../import/delivery-row.ts';
import type { Instance } from '../instance/instance.ts';
import type { DeliveryStatus, DeliveryTable } from './ledger-tables.ts';

export interface Delivery {
  readonly id: number;
  readonly register: string;
  readonly agency: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mapping: object;
  readonly mappingHash: string;
  readonly provenance: Provenance;
  readonly referencePeriod: { readonly from: string; readonly until: string } | null;
  readonly status: DeliveryStatus;
  readonly counts: DeliveryCounts;
  readonly receivedBy: string;
  /** ISO instants in UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly withdrawal: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** All deliveries in the order of their arrival, or those of one register or status. */
export async function listDeliveries(
  instance: Pick<Instance, 'ledger'>,
  filter: { readonly register?: string; readonly status?: DeliveryStatus } = {},
): Promise<readonly Delivery[]> {
  let query = instance.ledger.selectFrom('ledger.delivery').selectAll().orderBy('id');
  if (filter.register !== undefined) query = query.where('register', '=', filter.register);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  return (await query.execute()).map(presentDelivery);
}

export function presentDelivery(row: Selectable<DeliveryTable>): Delivery {
  const { withdrawn_at: at, reference_from: from, reference_until: until } = row;
  return {
    id: row.id,
    register: row.register,
    agency: row.agency,
    fileName: row.file_name,
    sha256: row.file_sha256,
    bytes: row.file_bytes,
    mapping: row.mapping,
    mappingHash: row.mapping_hash,
    provenance: row.provenance,
    referencePeriod: from === null || until === null ? null : { from, until },
    status: row.status,
    counts: countsOf(row),
    receivedBy: row.received_by,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    withdrawal: at === null ? null : { at, by: row.withdrawn_by ?? '', reason: row.withdrawal_reason ?? '' },
  };
}
