import { join, resolve } from 'node:path';

/** Options that say which instance a command works on. */
export interface InstanceOptions {
  readonly instance?: string;
  readonly demo?: boolean;
}

const home = resolve(process.env.LEETO_HOME ?? join(import.meta.dirname, '..', '..', '..', 'var'));

/** The folder of real work, unless another is named. */
export const mainFolder = join(home, 'main');
export const demonstrationFolder = join(home, 'demonstration');

/** The instance's folder: `--instance`, `--demo`, `LEETO_INSTANCE`, or the one of real work. */
export function instanceFolder({ instance, demo }: InstanceOptions): string {
  if (instance !== undefined) return resolve(instance);
  if (demo === true) return demonstrationFolder;
  return resolve(process.env.LEETO_INSTANCE ?? mainFolder);
}

/** A database of the user's own, where one is set. */
export const databaseUrl: string | undefined = process.env.DATABASE_URL === '' ? undefined : process.env.DATABASE_URL;
