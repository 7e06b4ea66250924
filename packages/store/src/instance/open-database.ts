import { connect, type Database } from '../database/connect.ts';
import { startPostgres } from '../server/start-postgres.ts';

export interface OpenedDatabase {
  readonly database: Database;
  readonly notices: readonly string[];
  readonly release: () => Promise<void>;
}

/** Connects to the given database, or starts the embedded server of the folder. */
export async function openDatabase(options: {
  readonly folder: string;
  readonly databaseUrl?: string | undefined;
  readonly onProgress?: ((message: string) => void) | undefined;
}): Promise<OpenedDatabase> {
  const { folder, databaseUrl, onProgress } = options;
  if (databaseUrl !== undefined) {
    const database = await connect({ databaseUrl });
    return { database, notices: database.advice === null ? [] : [database.advice], release: async () => {} };
  }
  const server = await startPostgres({ folder, ...(onProgress === undefined ? {} : { onProgress }) });
  try {
    return { database: await connect({ server }), notices: server.notices, release: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
