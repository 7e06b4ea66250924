import type { Catalogue } from '@leeto/registers';
import type { Instance } from '../instance/instance.ts';
import { type LiveSchema, type LiveTable, readLiveSchema } from './live-schema.ts';
import { isSameIndex, TRIGGERS } from './propose-migration.ts';
import { designTable, type TableDesign } from './table-design.ts';

/** One difference between a declaration and its live table. */
export interface Drift {
  readonly table: string;
  /** Column, index or trigger concerned; '' for the table as a whole. */
  readonly part: string;
  readonly code:
    | 'table_missing'
    | 'table_undeclared'
    | 'partitioning_differs'
    | 'column_missing'
    | 'column_undeclared'
    | 'type_differs'
    | 'nullability_differs'
    | 'index_missing'
    | 'index_undeclared'
    | 'index_differs'
    | 'trigger_missing';
  readonly declared: string;
  readonly live: string;
}

/** Compares the live tables with the declarations; an empty list means that they agree. */
export async function findDrift(instance: Instance, catalogue: Pick<Catalogue, 'records'>): Promise<readonly Drift[]> {
  return compareSchemas(catalogue, await readLiveSchema(instance.reader));
}

export function compareSchemas(catalogue: Pick<Catalogue, 'records'>, live: LiveSchema): readonly Drift[] {
  const designs = new Map(
    [...catalogue.records.values()].map((declaration) => [declaration.id, designTable(declaration)]),
  );
  const drifts = [...designs.values()].flatMap((design): readonly Drift[] => {
    const table = live.get(design.name);
    if (table === undefined) return [drift(design.name, '', 'table_missing', 'table', 'none')];
    return [...compareColumns(design, table), ...compareIndexes(design, table), ...compareLog(design, table)];
  });
  const undeclared = [...live.keys()].filter((name) => !designs.has(name));
  return [...drifts, ...undeclared.map((name) => drift(name, '', 'table_undeclared', 'none', 'table'))];
}

function compareColumns(design: TableDesign, live: LiveTable): readonly Drift[] {
  const nullability = (isRequired: boolean) => (isRequired ? 'not null' : 'null');
  const declared = design.columns.flatMap((column) => {
    const found = live.columns.find(({ name }) => name === column.name);
    if (found === undefined) return [drift(design.name, column.name, 'column_missing', column.type, 'none')];
    const differences: Drift[] = [];
    if (found.type !== column.type) {
      differences.push(drift(design.name, column.name, 'type_differs', column.type, found.type));
    }
    if (found.isRequired !== column.isRequired) {
      const [wanted, present] = [nullability(column.isRequired), nullability(found.isRequired)];
      differences.push(drift(design.name, column.name, 'nullability_differs', wanted, present));
    }
    return differences;
  });
  const names = new Set(design.columns.map(({ name }) => name));
  const undeclared = live.columns.filter(({ name }) => !names.has(name));
  return [
    ...declared,
    ...undeclared.map(({ name, type }) => drift(design.name, name, 'column_undeclared', 'none', type)),
  ];
}

function compareIndexes(design: TableDesign, live: LiveTable): readonly Drift[] {
  const words = ({ method, columns }: { method: string; columns: readonly string[] }) =>
    `${method} (${columns.join(', ')})`;
  const declared = design.indexes.flatMap((index) => {
    const found = live.indexes.find(({ name }) => name === index.name);
    if (found === undefined) return [drift(design.name, index.name, 'index_missing', words(index), 'none')];
    return isSameIndex(found, index)
      ? []
      : [drift(design.name, index.name, 'index_differs', words(index), words(found))];
  });
  const names = new Set(design.indexes.map(({ name }) => name));
  const undeclared = live.indexes.filter(({ name }) => !names.has(name));
  return [
    ...declared,
    ...undeclared.map((index) => drift(design.name, index.name, 'index_undeclared', 'none', words(index))),
  ];
}

function compareLog(design: TableDesign, live: LiveTable): readonly Drift[] {
  const wanted = design.partitionedBy ?? 'none';
  const present = live.partitionedBy ?? 'none';
  if (wanted !== present) return [drift(design.name, '', 'partitioning_differs', wanted, present)];
  if (design.partitionedBy === null) return [];
  const missing = TRIGGERS.filter((name) => !live.triggers.includes(name));
  return missing.map((name) => drift(design.name, name, 'trigger_missing', 'trigger', 'none'));
}

const drift = (table: string, part: string, code: Drift['code'], declared: string, live: string): Drift => ({
  table,
  part,
  code,
  declared,
  live,
});
