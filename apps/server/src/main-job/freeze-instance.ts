import { type Instance, openExport, type RecordExport } from '@leeto/store';
import { type DeliverySummary, type FreezeTable, freeze, type Snapshot } from '@leeto/warehouse';
import type { Progress } from '../progress.ts';
import { codeVersion } from './code-version.ts';
import type { CountryContext } from './country-context.ts';
import { instancePaths } from './instance-paths.ts';

/** Freezes all registers of an instance in one consistent read. The same records give the same snapshot. */
export async function freezeInstance(
  instance: Instance,
  context: CountryContext,
  onProgress: Progress,
): Promise<Snapshot> {
  const step = 'Freezing the registers';
  onProgress({ step });
  const opened = await openExport(instance);
  try {
    return await freeze({
      folder: instancePaths(instance.folder).snapshots,
      tables: tablesOf(opened, context),
      ...(opened.persons === null ? {} : { persons: opened.persons }),
      deliveries: await deliverySummaries(opened),
      catalogue: context.catalogue,
      codeVersion,
      instance: { id: instance.id, kind: instance.kind },
      now: new Date(),
      onProgress: ({ tablesDone }) =>
        onProgress({ step, done: tablesDone, total: context.catalogue.records.size, unit: 'registers' }),
    });
  } finally {
    await opened.close();
  }
}

/** Streams follow one another: the export has one connection, so that all registers are seen as of the same moment. */
async function* tablesOf(opened: RecordExport, { catalogue }: CountryContext): AsyncGenerator<FreezeTable> {
  for (const declaration of catalogue.records.values()) {
    const { columns, csv } = opened.stream(declaration);
    yield { declaration, columns, csv };
  }
}

async function deliverySummaries(opened: RecordExport): Promise<readonly DeliverySummary[]> {
  return (await opened.deliveries()).map((delivery) => ({
    id: String(delivery.id),
    register: delivery.register,
    provenance: delivery.provenance,
    fileName: delivery.fileName,
    sha256: delivery.sha256,
    receivedAt: delivery.finishedAt ?? delivery.startedAt,
    counts: delivery.counts,
  }));
}
