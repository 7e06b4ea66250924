// Run as a program: attaches to the server of a folder, says `attached`, and ends in order when its input closes.
import { startPostgres } from '../server/start-postgres.ts';

const server = await startPostgres({ folder: process.argv[2] ?? '' });
process.stdout.write(`attached ${server.pid}\n`);
process.stdin.resume().once('end', () => void server.stop());
