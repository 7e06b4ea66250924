import { assertReleased, type ReleasedTable } from '@leeto/disclosure';
import type { Text } from '@leeto/registers';
import type { CodeList } from './code-lists.ts';
import { collectCodeLists } from './collect-code-lists.ts';
import {
  type Concept,
  conceptByDimension,
  measureByColumn,
  migrationAttributes,
  migrationDimensions,
  observedValue,
} from './concepts.ts';
import type { ExchangeContext } from './exchange-context.ts';
import { sdmxId } from './sdmx-code.ts';
import { classificationsOfList, listByConcept, listOfClassification } from './shared-lists.ts';
import { valueColumns } from './value-columns.ts';

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

function writerOf(codeLists: ReadonlyMap<string, CodeList>): Structures['write'] {
  const indexes = new Map(
    [...codeLists].map(([id, { codes }]) => [id, new Map(codes.map((listed) => [listed.code, listed.id]))]),
  );
  return (codeList, code) => indexes.get(codeList)?.get(code) ?? code;
}
