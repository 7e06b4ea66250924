import { type CountryContext, getCountryContext, openWholeInstance } from '@leeto/server';
import type { Instance } from '@leeto/store';
import { databaseUrl, type InstanceOptions, instanceFolder } from './instance-folder.ts';
import { terminalProgress } from './terminal/progress.ts';

export interface OpenedContext {
  readonly instance: Instance;
  readonly context: CountryContext;
  readonly progress: ReturnType<typeof terminalProgress>;
}

/** Opens the instance that the options name, does the work, and closes it whatever happens. */
export async function withInstance<T>(
  options: InstanceOptions,
  work: (opened: OpenedContext) => Promise<T>,
): Promise<T> {
  const progress = terminalProgress();
  const folder = instanceFolder(options);
  progress.onProgress({ step: 'Opening the database' });
  const instance = await openWholeInstance({ folder, databaseUrl });
  try {
    progress.end();
    for (const notice of instance.notices) process.stderr.write(`  ! ${notice}\n`);
    return await work({ instance, context: getCountryContext(instance.countryCode), progress });
  } finally {
    progress.end();
    await instance.close();
  }
}
