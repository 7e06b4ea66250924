const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Forms of address, folded, in English, Sesotho, Zulu, Afrikaans, French, Portuguese and German; dropped before a name.
 */
export const TITLES = words(`
  mr mrs ms miss mister missus mstr master mx dr doctor prof professor rev revd reverend fr father sr sister br brother pastor bishop
  hon honourable honorable adv advocate judge justice capt captain col colonel maj lt sgt cpl pte const insp supt sir madam lady lord
  me mme ntate nt ausi abuti mofumahali mof morena mor chief headman moruti ngaka nkhono mohlomphehi
  mnu nkk nksz mnr mev mej ds mej monsieur madame mademoiselle mlle senhor senhora sra dona herr frau`);

/** What may follow a name without being part of it. */
export const SUFFIXES = words('jr jnr junior sr snr senior ii iii iv esq phd mba bsc msc obe cbe');

/** Words that belong to the surname word after them. */
export const PARTICLES = words(`
  van von vom vander vanden der den ter ten de da das do dos du des del della di la le las los y zu zur af av
  bin ibn bint binti ben al el ul abu wa ka kwa ma mac mc o d st saint san santa`);

/** Particles that can stand inside a whole name without being somebody's given name: "Johannes van der Merwe". */
export const PARTICLES_IN_FULL_NAMES = words(
  'van von vom vander vanden der den ter ten de da das dos du des del della bin ibn bint binti al el mac mc st',
);
