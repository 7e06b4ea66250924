export { connect, type Database, type DatabaseAddress } from './database/connect.ts';
export type { Role } from './database/role.ts';
export { openExport, type RecordExport, type RecordStream, streamRecords } from './export/open-export.ts';
export { importRecords } from './import/import-records.ts';
export type {
  DeliveryDescription,
  DuplicateRow,
  ImportOptions,
  ImportProgress,
  ImportResult,
} from './import/import-types.ts';
export { makeRecordKey } from './import/record-key.ts';
export { recoverDeliveries } from './import/recover-deliveries.ts';
export { createInstance } from './instance/create-instance.ts';
export type { Instance, InstanceKind } from './instance/instance.ts';
export { findInstanceFile, type InstanceFile } from './instance/instance-file.ts';
export { openInstance } from './instance/open-instance.ts';
export { countRecords } from './ledger/count-records.ts';
export { findRecordHistory, type RecordChange, type RecordHistory } from './ledger/find-record-history.ts';
export type { DeliveryStatus } from './ledger/ledger-tables.ts';
export { type Delivery, listDeliveries } from './ledger/list-deliveries.ts';
export { type Withdrawal, withdrawDelivery } from './ledger/withdraw-delivery.ts';
export * from './linkage/index.ts';
export { columnTypes } from './migration/column-type.ts';
export { compareSchemas, type Drift, findDrift } from './migration/find-drift.ts';
export { emptySchema, type LiveSchema, readLiveSchema } from './migration/live-schema.ts';
export { migrate } from './migration/migrate.ts';
export { defineMigration, type Migration, readMigrations } from './migration/migration.ts';
export { proposeMigration } from './migration/propose-migration.ts';
export { StoreProblem, toStoreProblem } from './problem.ts';
export * from './releases/index.ts';
export { type PostgresServer, startPostgres } from './server/start-postgres.ts';
