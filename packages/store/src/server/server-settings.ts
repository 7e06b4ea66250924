import { totalmem } from 'node:os';

/**
 * Settings of the embedded server, for loading millions of rows on a small machine without giving up durability: fsync and
 * synchronous commit stay on; checkpoints are rare and spread; nothing that a record holds is written to the server's log.
 */
export function serverSettings(port: number): Readonly<Record<string, string>> {
  const sharedBuffers = Math.min(1024, Math.max(64, Math.floor(totalmem() / 2 ** 20 / 16)));
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '80',
    shared_buffers: `${sharedBuffers}MB`,
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    effective_cache_size: `${sharedBuffers * 4}MB`,
    // Nobody replicates from an embedded server; at this level a COPY into a table made in the same transaction is written once.
    wal_level: 'minimal',
    max_wal_senders: '0',
    wal_compression: 'on',
    wal_buffers: '16MB',
    min_wal_size: '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',
    // An import whose program was killed must not go on for nobody.
    client_connection_check_interval: '2s',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    // Detail, context and statement quote the values of records.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
}
