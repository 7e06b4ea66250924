import { lesotho } from '@leeto/lesotho';
import { type Catalogue, type CountryPack, makeCatalogue } from '@leeto/registers';

/** A country pack and the catalogue made of it: what every step of the main job is given. */
export interface CountryContext {
  readonly pack: CountryPack;
  readonly catalogue: Catalogue;
}

/** Country packs by ISO 3166-1 alpha-3 code. A new country is a folder beside `country/lesotho` and a line here. */
const packs: ReadonlyMap<string, CountryPack> = new Map([[lesotho.code, lesotho]]);

export const defaultCountry = lesotho.code;

/** The context of an instance's country. Throws, naming the countries there are, where there is no pack. */
export function getCountryContext(code: string): CountryContext {
  const pack = packs.get(code);
  if (pack === undefined)
    throw new Error(`There is no country pack ${code}. There are: ${[...packs.keys()].join(', ')}.`);
  return { pack, catalogue: makeCatalogue(pack) };
}
