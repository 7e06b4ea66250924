import type { ExchangeContext } from '@leeto/publication';
import type { CountryContext } from '../main-job/country-context.ts';

/** The agency that releases statistics, where the country pack has one of this name. */
const statisticsAgency = 'bureau_of_statistics';

/** Who publishes, on which country: SDMX agency id from the country's two letters and the agency's abbreviation (`LS_BOS`). */
export function exchangeContextOf(
  { pack, catalogue }: CountryContext,
  edition: ExchangeContext['edition'],
  title: string,
): ExchangeContext {
  const agency = catalogue.agencies.get(statisticsAgency);
  const country = catalogue.classifications.get('country')?.items.find(({ code }) => code === pack.code);
  const letters = country?.properties?.alpha_2;
  const abbreviation = (agency?.abbreviation ?? 'STATISTICS').toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  return {
    catalogue,
    publisher: {
      id: `${typeof letters === 'string' && letters !== '' ? letters : pack.code}_${abbreviation}`,
      name: agency?.name ?? pack.name,
    },
    country: { code: pack.code, name: pack.name },
    title: { en: title },
    edition,
  };
}
