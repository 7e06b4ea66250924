import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Database } from '../database/connect.ts';
import type { LedgerTables } from '../ledger/ledger-tables.ts';

export type InstanceKind = 'demonstration' | 'operational';

/** An opened instance: a folder and a database that belong together. Close it when done; the last one stops the server. */
export interface Instance {
  /** The uuid that stands in instance.json and in the database. */
  readonly id: string;
  readonly kind: InstanceKind;
  readonly countryCode: string;
  readonly folder: string;
  readonly database: Database;
  /** Logged in as leeto_application: reads, adds, updates; owns nothing. */
  readonly application: pg.Pool;
  /** Logged in as leeto_reader: reads. */
  readonly reader: pg.Pool;
  /** Typed queries over the ledger, as the application. */
  readonly ledger: Kysely<LedgerTables>;
  /** Sentences for the user: where data lie, which rights are missing, which deliveries were interrupted. */
  readonly notices: readonly string[];
  readonly close: () => Promise<void>;
}
