import { inLanguage } from '@leeto/registers';
import { type Instance, listDeliveries } from '@leeto/store';
import type { SiteState } from '../http/site-state.ts';
import { getCountryContext } from './country-context.ts';
import { findLatestEdition } from './edition-store.ts';
import { instancePaths } from './instance-paths.ts';

/** What the pages over an instance show, as of now. */
export async function readSiteState(instance: Instance): Promise<SiteState> {
  const { pack, catalogue } = getCountryContext(instance.countryCode);
  const deliveries = await listDeliveries(instance);
  const registerLabel = (id: string) => {
    const declaration = catalogue.records.get(id);
    return declaration === undefined ? id : inLanguage(declaration.label, 'en');
  };
  return {
    instance: { id: instance.id, kind: instance.kind, database: `PostgreSQL database ${instance.database.name}` },
    country: inLanguage(pack.name, 'en'),
    edition: await findLatestEdition(instancePaths(instance.folder).editions),
    deliveries: deliveries.map(({ register, fileName, provenance, status, finishedAt, counts }) => ({
      register,
      registerLabel: registerLabel(register),
      fileName,
      provenance,
      status,
      finishedAt: finishedAt ?? '',
      counts,
    })),
  };
}
