import type { Provenance } from '@leeto/registers';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export type DeliveryStatus = 'receiving' | 'taken' | 'interrupted' | 'withdrawn';

type Instant = ColumnType<string, string | undefined, string>;
type Count = ColumnType<number, number | undefined, number>;

export interface DeliveryTable {
  id: Generated<number>;
  register: string;
  agency: string;
  file_name: string;
  file_sha256: string;
  file_bytes: number;
  mapping: JSONColumnType<object>;
  mapping_hash: string;
  provenance: JSONColumnType<Provenance>;
  reference_from: string | null;
  reference_until: string | null;
  status: DeliveryStatus;
  received_by: string;
  started_at: Instant;
  finished_at: string | null;
  rows_read: Count;
  rows_taken: Count;
  rows_unchanged: Count;
  rows_duplicate: Count;
  rows_refused: Count;
  rows_left_out: Count;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawal_reason: string | null;
}

export interface RecordChangeTable {
  id: Generated<number>;
  register: string;
  record_id: number;
  record_key: string;
  operation: 'updated' | 'restored' | 'removed';
  changed_at: Instant;
  changed_by: string;
  by_delivery: number | null;
  source_sheet: string | null;
  source_row: number | null;
  before: JSONColumnType<Record<string, unknown>>;
}

export interface InstanceTable {
  id: string;
  kind: 'demonstration' | 'operational';
  country_code: string;
  created_at: Instant;
}

/** The tables that kysely queries by type; tables of records are known by their declarations only. */
export interface LedgerTables {
  'ledger.delivery': DeliveryTable;
  'ledger.record_change': RecordChangeTable;
  'leeto.instance': InstanceTable;
}
