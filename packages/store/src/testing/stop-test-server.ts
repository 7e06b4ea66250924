import { existsSync } from 'node:fs';
import { startPostgres } from '../server/start-postgres.ts';
import { TEST_SERVER_FOLDER } from './open-test-instance.ts';

/**
 * Global teardown of vitest: its workers end without closing what they hold, so the run as a whole gives the test server
 * back. Another run that uses it keeps it.
 */
export async function teardown(): Promise<void> {
  if (!existsSync(TEST_SERVER_FOLDER)) return;
  const server = await startPostgres({ folder: TEST_SERVER_FOLDER });
  await server.stop();
}
