import { inLanguage } from '@leeto/registers';
import { type Instance, listDeliveries } from '@leeto/store';
import type { SiteState } from '../http/site-state.ts';
import { getCountryContext } from './country-context.ts';
import { findLatestEdition } from './edition-store.ts';
import { instancePaths } from './instance-paths.ts';

/** What the pages over an instance show, as of now. */
export async function readSiteState(instance: Instance): Promise<SiteState> {
  const { pack } = getCountryContext(instance.countryCode);
  const deliveries = await listDeliveries(instance);
  return {
    instance: { id: instance.id, kind: instance.kind, database: `PostgreSQL, ${instance.database.name}` },
    country: inLanguage(pack.name, 'en'),
    edition: await findLatestEdition(instancePaths(instance.folder).editions),
    deliveries: deliveries.map(({ register, fileName, provenance, status, finishedAt, counts }) => ({
      register,
      fileName,
      provenance,
      status,
      finishedAt: finishedAt ?? '',
      counts,
    })),
  };
}
