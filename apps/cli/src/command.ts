import type { Command } from 'commander';

/** Adds one verb to the program. Each file in `commands/` exports one. */
export type AddCommand = (program: Command) => void;

/** Options that nearly every verb takes. */
export function addInstanceOptions(command: Command): Command {
  return command
    .option('--instance <folder>', 'the instance to work on (default: var/main, or LEETO_INSTANCE)')
    .option('--demo', 'work on the demonstration instance');
}

export function addJsonOption(command: Command): Command {
  return command.option('--json', 'print for machines');
}

/** Prints a result: as JSON for machines, or the words for a person. */
export function printResult(json: boolean | undefined, value: unknown, words: () => string): void {
  process.stdout.write(json === true ? `${JSON.stringify(value, null, 2)}\n` : `${words()}\n`);
}
