import { assertReleased, type ReleasedTable } from '@leeto/disclosure';
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
import {
  type Concept,
  conceptByDimension,
  measureByColumn,
  migrationAttributes,
  migrationDimensions,
  migrationMeasures,
  observedValue,
} from './concepts.ts';
import type { ExchangeContext } from './exchange-context.ts';
import { sdmxCodes, sdmxId } from './sdmx-code.ts';
import { intervalEnds } from './value-columns.ts';

/** A dimension of a data structure, and where its codes come from. */
export interface StructureDimension {
  readonly id: string;
  readonly label: Text;
  /** Absent for TIME_PERIOD. */
  readonly codeList?: string;
  /** Which column of the table's keys; null where it is the same for the whole table, or follows from the period. */
  readonly column: number | null;
}

/** How one table is told in SDMX: its dataflow, and the data structure that this follows. */
export interface TableStructure {
  readonly dataflow: string;
  readonly dataStructure: string;
  /** In order; FREQ first, TIME_PERIOD last. */
  readonly dimensions: readonly StructureDimension[];
}

export interface DataStructure {
  readonly id: string;
  readonly label: Text;
  readonly dimensions: readonly Pick<StructureDimension, 'id' | 'codeList'>[];
}

/** All that the tables of one export have in common: concepts, code lists, data structures and a dataflow a table. */
export interface Structures {
  readonly conceptScheme: { readonly id: string; readonly label: Text; readonly concepts: readonly Concept[] };
  readonly codeLists: ReadonlyMap<string, CodeList>;
  readonly dataStructures: readonly DataStructure[];
  readonly tables: ReadonlyMap<ReleasedTable, TableStructure>;
  /** A code of a table as SDMX writes it. */
  readonly write: (codeList: string, code: string) => string;
}

/** Semantic version (SDMX 3.0) of all structures; raised by hand when a structure changes in a way that breaks its users. */
export const structureVersion = '1.0.0';

/** The migration data structure: tables whose dimensions and measures it knows follow it, others get one of their own. */
const MIGRATION = 'MIGRATION';

/** Lists that tables share under the name that SDMX knows them by. */
const listByConcept: Readonly<Record<string, string>> = {
  FREQ: 'CL_FREQ',
  REF_AREA: 'CL_AREA',
  MEASURE: 'CL_MEASURE',
  CITIZEN: 'CL_AREA',
  BIRTH: 'CL_AREA',
  PARTNER: 'CL_AREA',
  SEX: 'CL_SEX',
  AGE: 'CL_AGE',
  REASON: 'CL_REASON',
  STATUS: 'CL_STATUS',
  GEO: 'CL_GEO',
};

/** Classifications whose codes a list holds whether or not a table uses them. */
const classificationsOfList: Readonly<Record<string, readonly string[]>> = {
  CL_AREA: ['country'],
  CL_SEX: ['sex'],
  CL_AGE: ['age_group'],
  CL_REASON: ['purpose'],
  CL_GEO: ['district'],
};

/** The list that holds a classification whole. */
const listOfClassification = (classification: string | undefined): string | undefined =>
  classification === undefined
    ? undefined
    : Object.entries(classificationsOfList).find(([, held]) => held.includes(classification))?.[0];

const statusesOfResidence: Readonly<Record<string, string>> = { R: 'Resident', T: 'Temporary population' };

/** Designs the SDMX structures of a set of released tables. Pure; the same tables give the same structures. */
export function designStructures(tables: readonly ReleasedTable[], context: ExchangeContext): Structures {
  for (const table of tables) assertReleased(table);
  const designed = new Map(tables.map((table) => [table, designTable(table)]));
  const codeLists = collectCodeLists(designed, context);
  const own = [...designed].filter(([, { dataStructure }]) => dataStructure !== MIGRATION);
  return {
    conceptScheme: {
      id: 'CS_MIGRATION',
      label: { en: 'Concepts of migration statistics' },
      concepts: conceptsOf([...designed.values()]),
    },
    codeLists,
    dataStructures: [
      {
        id: MIGRATION,
        label: { en: 'Migration flows and stocks' },
        dimensions: migrationDimensions.map(({ id }) => plain(id)),
      },
      ...own.map(([table, { dataStructure, dimensions }]) => ({ id: dataStructure, label: table.title, dimensions })),
    ],
    tables: designed,
    write: writerOf(codeLists),
  };
}

const plain = (id: string): DataStructure['dimensions'][number] => {
  const codeList = listByConcept[id];
  return codeList === undefined ? { id } : { id, codeList };
};

function designTable(table: ReleasedTable): TableStructure {
  const name = sdmxId(table.measure);
  const time = table.dimensions.findIndex(({ isTime }) => isTime === true);
  const found = new Map<string, StructureDimension>();
  for (const [column, dimension] of table.dimensions.entries()) {
    if (column === time) continue;
    const known = conceptByDimension[dimension.name];
    const shares = known !== undefined && !found.has(known) && listFits(known, dimension.classification);
    const id = shares ? known : ownConcept(dimension.name);
    const codeList = shares
      ? (listByConcept[known] ?? '')
      : (listOfClassification(dimension.classification) ?? `CL_${id}`);
    found.set(id, { id, label: dimension.label, codeList, column });
  }
  const known = new Map<string, Concept>(migrationDimensions.map((concept) => [concept.id, concept]));
  const isMigration =
    [...found.keys()].every((id) => known.has(id)) &&
    valueColumns(table).some(({ name: column }) => measureByColumn[column] !== undefined);
  const given = (id: string): StructureDimension => ({
    ...plain(id),
    id,
    label: known.get(id)?.label ?? { en: id },
    column: null,
  });
  const timePeriod = { ...given('TIME_PERIOD'), column: time === -1 ? null : time };
  if (isMigration) {
    const dimensions = migrationDimensions.map(
      ({ id }) => found.get(id) ?? (id === 'TIME_PERIOD' ? timePeriod : given(id)),
    );
    return { dataflow: `DF_${name}`, dataStructure: MIGRATION, dimensions };
  }
  const leading = [
    given('FREQ'),
    found.get('REF_AREA') ?? given('REF_AREA'),
    { ...given('MEASURE'), codeList: `CL_MEASURE_${name}` },
  ];
  const inOrder = migrationDimensions.flatMap(({ id }) => (id === 'REF_AREA' ? [] : (found.get(id) ?? [])));
  const others = [...found.values()].filter(({ id }) => !known.has(id));
  return {
    dataflow: `DF_${name}`,
    dataStructure: `DSD_${name}`,
    dimensions: [...leading, ...inOrder, ...others, timePeriod],
  };
}

/** Value columns that are figures of their own, not the ends of another one's interval. */
export function valueColumns(table: ReleasedTable): readonly ReleasedTable['values'][number][] {
  const ends = intervalEnds(table);
  return table.values.filter((_, index) => !ends.isEnd.has(index));
}

/** A dimension with codes of its own does not go by the name of a shared list: its `origin` may not be countries. */
const listFits = (concept: string, classification: string | undefined): boolean => {
  const expected = classificationsOfList[listByConcept[concept] ?? ''];
  return classification === undefined || expected === undefined || expected.includes(classification);
};

/** A dimension of a table's own must not take the name of a concept that means something else. */
function ownConcept(name: string): string {
  const id = sdmxId(name);
  const isTaken = [...migrationDimensions, ...migrationAttributes, observedValue].some((concept) => concept.id === id);
  return isTaken ? `${id}_OF_TABLE` : id;
}

function conceptsOf(tables: readonly TableStructure[]): readonly Concept[] {
  const concepts = new Map<string, Concept>(
    [...migrationDimensions, observedValue, ...migrationAttributes].map((concept) => [concept.id, concept]),
  );
  for (const { dimensions } of tables) {
    for (const { id, label } of dimensions) if (!concepts.has(id)) concepts.set(id, { id, label, description: label });
  }
  return [...concepts.values()];
}

function collectCodeLists(
  designed: ReadonlyMap<ReleasedTable, TableStructure>,
  context: ExchangeContext,
): ReadonlyMap<string, CodeList> {
  const { catalogue } = context;
  const labellers = { en: makeLabeller(catalogue, 'en'), st: makeLabeller(catalogue, 'st') };
  const words = (dimension: ReleasedTable['dimensions'][number], code: string): Text => {
    const [en, st] = [labellers.en.label(dimension, code), labellers.st.label(dimension, code)];
    return st === en ? { en } : { en, st };
  };
  const gathered = new Map<string, { label: Text; codes: Map<string, Text> }>();
  const into = (id: string, label: Text) => {
    const present = gathered.get(id) ?? { label, codes: new Map<string, Text>() };
    gathered.set(id, present);
    return present.codes;
  };
  for (const { id, label } of migrationDimensions) {
    const list = listByConcept[id];
    if (list === undefined || list === frequencies.id) continue;
    const codes = into(list, list === 'CL_AREA' ? { en: 'Countries and areas' } : label);
    for (const classification of classificationsOfList[list] ?? []) {
      for (const { code } of catalogue.classifications.get(classification)?.items ?? [])
        codes.set(code, words({ name: classification, label, classification }, code));
    }
  }
  const areas = into('CL_AREA', { en: 'Countries and areas' });
  if (!areas.has(context.country.code)) areas.set(context.country.code, context.country.name);
  for (const [code, label] of Object.entries(migrationMeasures)) into('CL_MEASURE', { en: '' }).set(code, label);
  for (const [code, label] of Object.entries(statusesOfResidence))
    into('CL_STATUS', { en: '' }).set(code, { en: label });
  for (const [table, { dimensions }] of designed) {
    for (const { codeList, column, label } of dimensions) {
      const dimension = column === null ? undefined : table.dimensions[column];
      if (codeList === undefined || column === null || dimension === undefined) continue;
      const codes = into(codeList, label);
      for (const { key } of table.rows) {
        const code = key[column] ?? TOTAL;
        if (!codes.has(code)) codes.set(code, words(dimension, code));
      }
    }
    const measures = dimensions.find(({ id }) => id === 'MEASURE')?.codeList ?? '';
    const codes = into(measures, { en: `Measures of ${table.title.en}` });
    // What stands beside a measure of the shared list (crossings whose outcome is open) joins it under its own name.
    for (const { name, label } of valueColumns(table)) {
      const code = measureCode(name);
      if (!codes.has(code)) codes.set(code, label);
    }
    const units = into('CL_UNIT_MEASURE', { en: 'Unit of measure' });
    for (const { unit } of table.values) units.set(unitOf(unit).code, { en: unitOf(unit).label });
    into('CL_RESIDENCE_RULE', { en: 'Residence rule' }).set(
      residenceRule(table),
      ruleInWords(residenceRule(table), context),
    );
  }
  into('CL_UNIT_MEASURE', { en: 'Unit of measure' });
  into('CL_RESIDENCE_RULE', { en: 'Residence rule' }).set('_Z', { en: 'Not applicable' });
  const dimensionLists = [...gathered].map(([id, { label, codes }]) => {
    if (!/^CL_(MEASURE(_.*)?|UNIT_MEASURE|RESIDENCE_RULE)$/.test(id)) {
      for (const code of [TOTAL, NOT_STATED]) if (!codes.has(code)) codes.set(code, words({ name: '', label }, code));
    }
    return [id, { id, label, codes: listed(id, codes, context) }] as const;
  });
  const fixed = [frequencies, observationStatuses, confidentialityStatuses, unitMultipliers];
  return new Map<string, CodeList>([...fixed.map((list) => [list.id, list] as const), ...dimensionLists]);
}

/** The code of a table's residence rule; `_Z` where residence plays no part. */
export const residenceRule = ({ metadata }: ReleasedTable): string => metadata.residenceRule || '_Z';

function ruleInWords(code: string, { catalogue }: ExchangeContext): Text {
  const found = catalogue.classifications.get('residence_rule')?.items.find((item) => item.code === code);
  return code === '_Z' ? { en: 'Not applicable' } : (found?.label ?? { en: code });
}

/** The code in MEASURE of a value column. */
export const measureCode = (column: string): string => measureByColumn[column] ?? sdmxId(column);

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

function writerOf(codeLists: ReadonlyMap<string, CodeList>): Structures['write'] {
  const indexes = new Map(
    [...codeLists].map(([id, { codes }]) => [id, new Map(codes.map((listed) => [listed.code, listed.id]))]),
  );
  return (codeList, code) => indexes.get(codeList)?.get(code) ?? code;
}
