import type { ReleasedTable } from '@leeto/disclosure';
import { type Catalogue, inLanguage, type Text } from '@leeto/registers';
import { formatPeriod } from '../phrases/format-period.ts';
import { capitalise } from '../phrases/join-words.ts';

export type Dimension = ReleasedTable['dimensions'][number];

/** SDMX codes that mean the same in every dimension. */
export const TOTAL = '_T';
export const OTHER = '_O';
export const NOT_STATED = '_U';

const common = {
  en: { [TOTAL]: 'Total', [OTHER]: 'Other', [NOT_STATED]: 'Not stated', _Z: 'Not applicable', _X: 'Not allocated' },
  st: { [TOTAL]: 'Kakaretso', [OTHER]: 'Tse ling', [NOT_STATED]: 'Ha e boleloe', _Z: 'Ha e amehe', _X: 'Ha ea abjoa' },
} as const;

const sexes = { en: { M: 'Men', F: 'Women', X: 'Other' }, st: { M: 'Banna', F: 'Basali', X: 'Tse ling' } } as const;

export interface Labeller {
  readonly language: 'en' | 'st';
  /** The words for a code of a dimension, long enough for a table. */
  readonly label: (dimension: Dimension, code: string) => string;
  /** The same for the axis of a chart: months shortened. */
  readonly shortLabel: (dimension: Dimension, code: string) => string;
}

/** Words for codes: from the dimension's classification, else common SDMX codes, periods, or the code put into words. */
export function makeLabeller(
  catalogue: Catalogue,
  language: 'en' | 'st',
  codeLabels: Readonly<Record<string, Readonly<Record<string, Text>>>> = {},
): Labeller {
  const indexes = new Map<string, ReadonlyMap<string, string>>();
  const indexOf = (classification: string): ReadonlyMap<string, string> => {
    const known = indexes.get(classification);
    if (known) return known;
    const items = catalogue.classifications.get(classification)?.items ?? [];
    const index = new Map(items.map((item) => [item.code, inLanguage(item.label, language)]));
    indexes.set(classification, index);
    return index;
  };
  const label = (dimension: Dimension, code: string): string => {
    const shared = lookUp(common[language], code);
    if (shared !== undefined) return shared;
    const own = codeLabels[dimension.name]?.[code];
    if (own) return inLanguage(own, language);
    const named = nameOf(catalogue, dimension.name, code);
    if (named) return inLanguage(named, language);
    const classified = classificationsOf(dimension)
      .map((id) => indexOf(id).get(code))
      .find((words) => words !== undefined);
    if (classified !== undefined) return classified;
    if (dimension.isTime) return formatPeriod(code, language);
    if (dimension.name === 'sex') return lookUp(sexes[language], code) ?? code;
    return inWords(code);
  };
  const shortLabel = (dimension: Dimension, code: string): string =>
    dimension.isTime ? formatPeriod(code, language, 'short') : label(dimension, code);
  return { language, label, shortLabel };
}

/** Classifications of dimensions that name none, where their codes are those of a field. */
const implied: Readonly<Record<string, readonly string[]>> = {
  mode: ['transport_mode'],
  basis: ['stock_basis'],
  status: ['asylum_status'],
  decision: ['asylum_decision', 'permit_decision', 'certification_decision'],
  indicator: ['asylum_indicator', 'indicator'],
  citizenship_group: ['country'],
};

function classificationsOf(dimension: Dimension): readonly string[] {
  if (dimension.classification) return [dimension.classification];
  return [...(implied[dimension.name] ?? []), dimension.name];
}

/** Agencies and registers are declared, not classified. */
function nameOf(catalogue: Catalogue, dimension: string, code: string): Text | undefined {
  if (dimension === 'agency' || dimension === 'source') return catalogue.agencies.get(code)?.name;
  return dimension === 'register' ? catalogue.records.get(code)?.label : undefined;
}

function lookUp(table: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

/** "complementary_protection" reads "Complementary protection"; codes with capitals or digits are left as they are. */
function inWords(code: string): string {
  return /^[a-z][a-z_]*$/.test(code) ? capitalise(code.replaceAll('_', ' ')) : code;
}
