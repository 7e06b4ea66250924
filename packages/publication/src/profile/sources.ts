import type { Catalogue, Provenance } from '@leeto/registers';
import { inLanguage } from '@leeto/registers';
import type { Source } from '../document/document.ts';

/** Numbers sources in the order in which the document first cites them; one citation of one agency has one number. */
export function makeSourceList(catalogue: Catalogue, language: 'en' | 'st') {
  const sources = new Map<string, Source>();
  const cite = (provenance: Provenance): number => {
    const key = `${provenance.agency}\u001f${provenance.citation}\u001f${provenance.isSynthetic}`;
    const known = sources.get(key);
    if (known) return known.number;
    const agency = catalogue.agencies.get(provenance.agency);
    const source: Source = {
      number: sources.size + 1,
      citation: provenance.citation,
      agency: agency ? inLanguage(agency.name, language) : provenance.agency,
      licence: provenance.licence ?? '',
      publishedOn: provenance.publishedOn ?? '',
      isSynthetic: provenance.isSynthetic,
    };
    sources.set(key, source);
    return source.number;
  };
  return { cite, list: (): readonly Source[] => [...sources.values()] };
}

export type SourceList = ReturnType<typeof makeSourceList>;
