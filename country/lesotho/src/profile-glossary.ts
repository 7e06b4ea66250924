import type { GlossaryEntry } from '@leeto/publication';

const un1998 = 'UN Recommendations on Statistics of International Migration, Rev. 1 (1998)';
const convention = 'Convention relating to the Status of Refugees (1951), Protocol (1967)';

function entry(
  id: string,
  en: string,
  definition: string,
  source: string,
  forms: readonly string[] = [],
): GlossaryEntry {
  return { id, term: { en }, forms, definition: { en: definition }, source };
}

/** Terms of the report. Each is explained where a chapter first uses it. */
export const glossary: readonly GlossaryEntry[] = [
  entry(
    'movement',
    'Movement',
    'One crossing of the border by one person in one direction. A person who commutes makes many movements in a year, so movements are neither persons nor migrants.',
    un1998,
    ['movements', 'border movements'],
  ),
  entry(
    'usual-residence',
    'Usual residence',
    'The country in which a person lives, that is, normally spends the daily period of rest. Travel for recreation, visits, business, medical treatment or pilgrimage does not change it.',
    un1998,
  ),
  entry(
    'international-migrant',
    'International migrant',
    'A person who changes the country of usual residence.',
    un1998,
    ['international migrants', 'migrants'],
  ),
  entry(
    'migrant-stock',
    'Migrant stock',
    'All persons living in a country at a given time who were born abroad or hold a foreign citizenship; which of the two is stated with each figure.',
    un1998,
    ['international migrant stock', 'foreign-born stock'],
  ),
  entry(
    'emigrant-stock',
    'Emigrant stock',
    'All persons from a country who live abroad at a given time, counted from the statistics of the countries where they live (mirror statistics).',
    'UN framework on international migration and temporary mobility (2021)',
    ['mirror statistics'],
  ),
  entry(
    'cross-border-worker',
    'Cross-border worker',
    'A person who works in one country and returns at least weekly to a home in another. Not a migrant, since the country of usual residence does not change.',
    'UN framework on international migration and temporary mobility (2021)',
    ['cross-border workers', 'commuters', 'border workers'],
  ),
  entry(
    'overstay',
    'Overstay',
    'A stay beyond the last authorised day. Counted from records, it is an upper bound: an exit that was not recorded, or a permit that was not joined to the stay, looks like an overstay.',
    'Administrative practice of border agencies',
    ['overstays'],
  ),
  entry(
    'residence-permit',
    'Residence permit',
    'An authorisation to live in the country for a stated time and purpose.',
    un1998,
    ['residence permits'],
  ),
  entry(
    'asylum-seeker',
    'Asylum seeker',
    'A person whose application for international protection has not yet been finally decided.',
    'International Recommendations on Refugee Statistics (2018)',
    ['asylum seekers'],
  ),
  entry(
    'refugee',
    'Refugee',
    'A person outside the country of nationality owing to a well-founded fear of persecution for reasons of race, religion, nationality, membership of a particular social group or political opinion.',
    convention,
    ['refugees'],
  ),
  entry(
    'refusal-of-entry',
    'Refusal of entry',
    'A decision at a port of entry not to admit a person. Refusals are counted, not persons.',
    'Border management practice',
    ['refusals of entry'],
  ),
  entry(
    'removal',
    'Removal',
    'The enforced departure of a foreigner by decision of an authority.',
    'IOM Glossary on Migration (2019)',
    ['removals'],
  ),
  entry(
    'return-migrant',
    'Return migrant',
    'A resident who lived abroad before, at whatever time.',
    'UN framework on international migration and temporary mobility (2021)',
    ['return migrants', 'return migration'],
  ),
  entry(
    'remittances',
    'Remittances',
    'Personal transfers from residents of other countries, and the earnings of cross-border, seasonal and other short-term workers.',
    'Balance of Payments and International Investment Position Manual, 6th edition (BPM6)',
    ['personal remittances'],
  ),
  entry(
    'trafficking',
    'Trafficking in persons',
    'Recruiting, transporting or harbouring persons by force, coercion or deception for the purpose of exploitation; for children the means need not be shown.',
    'Palermo Protocol (2000), article 3',
    ['human trafficking'],
  ),
  entry(
    'diaspora',
    'Diaspora',
    'Emigrants and their descendants who keep a link with the country of origin.',
    'IOM Glossary on Migration (2019)',
  ),
  entry(
    'provisional',
    'Provisional figure',
    'A figure that later data will revise.',
    'Practice of official statistics',
    ['provisional'],
  ),
  entry(
    'withheld',
    'Withheld cell',
    'A figure not shown because it rests on so few persons that one of them might be recognised, or because it would let such a figure be worked out.',
    'Handbook on Statistical Disclosure Control',
    ['withheld'],
  ),
];
