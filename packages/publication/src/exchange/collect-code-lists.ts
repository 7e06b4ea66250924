import type { ReleasedTable } from '@leeto/disclosure';
import type { Text } from '@leeto/registers';
import { makeLabeller, NOT_STATED, TOTAL } from '../tables/code-labels.ts';
import {
  type CodeList,
  confidentialityStatuses,
  frequencies,
  type ListedCode,
  observationStatuses,
  unitMultipliers,
  unitOf,
} from './code-lists.ts';
import { migrationDimensions, migrationMeasures } from './concepts.ts';
import type { ExchangeContext } from './exchange-context.ts';
import { sdmxCodes } from './sdmx-code.ts';
import { classificationsOfList, listByConcept, statusesOfResidence } from './shared-lists.ts';
import type { TableStructure } from './structures.ts';
import { measureCode, valueColumns } from './value-columns.ts';

/** A list on its way: codes as the tables write them, each with its words. */
interface Gathering {
  readonly label: Text;
  readonly codes: Map<string, Text>;
}

type Gathered = Map<string, Gathering>;
type Words = (dimension: ReleasedTable['dimensions'][number], code: string) => Text;

const measureList = 'CL_MEASURE';
const unitList = 'CL_UNIT_MEASURE';
const ruleList = 'CL_RESIDENCE_RULE';

/**
 * The code lists of a set of tables: those that tables share hold their classification whole, the others the codes in use; each
 * list of a dimension has a total and “not stated”.
 */
export function collectCodeLists(
  designed: ReadonlyMap<ReleasedTable, TableStructure>,
  context: ExchangeContext,
): ReadonlyMap<string, CodeList> {
  const words = wordsIn(context);
  const gathered: Gathered = new Map();
  gatherShared(gathered, words, context);
  for (const [table, structure] of designed) gatherTable(gathered, table, structure, { words, context });
  for (const [id, { label, codes }] of gathered) {
    if (id.startsWith(measureList) || id === unitList || id === ruleList) continue;
    for (const code of [TOTAL, NOT_STATED]) if (!codes.has(code)) codes.set(code, words({ name: '', label }, code));
  }
  const fixed = [frequencies, observationStatuses, confidentialityStatuses, unitMultipliers];
  return new Map<string, CodeList>([
    ...fixed.map((list) => [list.id, list] as const),
    ...[...gathered].map(([id, { label, codes }]) => [id, { id, label, codes: listed(id, codes, context) }] as const),
  ]);
}

/** Words for codes, in Sesotho too where they differ. */
function wordsIn({ catalogue }: ExchangeContext): Words {
  const labellers = { en: makeLabeller(catalogue, 'en'), st: makeLabeller(catalogue, 'st') };
  return (dimension, code) => {
    const [en, st] = [labellers.en.label(dimension, code), labellers.st.label(dimension, code)];
    return st === en ? { en } : { en, st };
  };
}

function into(gathered: Gathered, id: string, label: Text): Map<string, Text> {
  const present = gathered.get(id) ?? { label, codes: new Map<string, Text>() };
  gathered.set(id, present);
  return present.codes;
}

function gatherShared(gathered: Gathered, words: Words, { catalogue, country }: ExchangeContext): void {
  for (const { id, label } of migrationDimensions) {
    const list = listByConcept[id];
    if (list === undefined || list === frequencies.id) continue;
    const codes = into(gathered, list, list === 'CL_AREA' ? { en: 'Countries and areas' } : label);
    for (const classification of classificationsOfList[list] ?? []) {
      for (const { code } of catalogue.classifications.get(classification)?.items ?? [])
        codes.set(code, words({ name: classification, label, classification }, code));
    }
  }
  const areas = into(gathered, 'CL_AREA', { en: '' });
  if (!areas.has(country.code)) areas.set(country.code, country.name);
  for (const [code, label] of Object.entries(migrationMeasures))
    into(gathered, measureList, { en: '' }).set(code, label);
  for (const [code, label] of Object.entries(statusesOfResidence))
    into(gathered, 'CL_STATUS', { en: '' }).set(code, { en: label });
  into(gathered, unitList, { en: 'Unit of measure' });
  into(gathered, ruleList, { en: 'Residence rule' }).set('_Z', { en: 'Not applicable' });
}

function gatherTable(
  gathered: Gathered,
  table: ReleasedTable,
  { dimensions }: TableStructure,
  { words, context }: { readonly words: Words; readonly context: ExchangeContext },
): void {
  for (const { codeList, column, label } of dimensions) {
    const dimension = column === null ? undefined : table.dimensions[column];
    if (codeList === undefined || column === null || dimension === undefined) continue;
    const codes = into(gathered, codeList, label);
    for (const { key } of table.rows) {
      const code = key[column] ?? TOTAL;
      if (!codes.has(code)) codes.set(code, words(dimension, code));
    }
  }
  const measures = dimensions.find(({ id }) => id === 'MEASURE')?.codeList ?? measureList;
  const codes = into(gathered, measures, { en: `Measures of ${table.title.en}` });
  // What stands beside a measure of the shared list (crossings whose outcome is open) joins it under its own name.
  for (const { name, label } of valueColumns(table)) {
    const code = measureCode(name);
    if (!codes.has(code)) codes.set(code, label);
  }
  for (const { unit } of table.values) {
    const { code, label } = unitOf(unit);
    into(gathered, unitList, { en: '' }).set(code, { en: label });
  }
  const rule = residenceRule(table);
  if (rule !== '_Z') into(gathered, ruleList, { en: '' }).set(rule, ruleInWords(rule, context));
}

/** The code of a table's residence rule; `_Z` where residence plays no part. */
export const residenceRule = ({ metadata }: ReleasedTable): string => metadata.residenceRule || '_Z';

function ruleInWords(code: string, { catalogue }: ExchangeContext): Text {
  const found = catalogue.classifications.get('residence_rule')?.items.find((item) => item.code === code);
  return found?.label ?? { en: code };
}

function listed(id: string, codes: ReadonlyMap<string, Text>, { catalogue }: ExchangeContext): readonly ListedCode[] {
  const countries = id === 'CL_AREA' ? (catalogue.classifications.get('country')?.items ?? []) : [];
  // SDMX's CL_AREA is ISO 3166-1 alpha-2; the tables write alpha-3.
  const alpha2 = new Map(countries.map(({ code, properties }) => [code, properties?.alpha_2]));
  const preferred = (code: string): string => {
    const short = alpha2.get(code);
    return typeof short === 'string' && /^[A-Z]{2}$/.test(short) ? short : code;
  };
  const written = sdmxCodes([...codes.keys()].map(preferred));
  return [...codes].map(([code, label]) => ({ id: written.get(preferred(code)) ?? code, code, label }));
}
