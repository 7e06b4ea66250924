import { codeVersion } from '@leeto/server';
import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { exitCode } from './exit-code.ts';
import { explainError } from './explain-error.ts';
import { watchInterruption } from './interruption.ts';

const program = new Command('leeto')
  .description('From the files of a country’s agencies to its Migration Profile.')
  .version(codeVersion)
  .showHelpAfterError('Run it with --help to see how it is used.')
  .configureHelp({ sortSubcommands: false })
  .exitOverride();
for (const add of commands) add(program);
watchInterruption();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong and what to do next; returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCode.done;
  const { message, remedy } = explainError(error);
  // Whoever asked for JSON gets JSON, of a failure too; the words for people go to the other stream.
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: message, remedy }, null, 2)}\n`);
  if (error instanceof CommanderError) return exitCode.couldNotRun;
  process.stderr.write(`leeto: ${message}\n`);
  if (remedy !== '') process.stderr.write(`       ${remedy}\n`);
  if (process.env.LEETO_DEBUG !== undefined && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return exitCode.couldNotRun;
}
