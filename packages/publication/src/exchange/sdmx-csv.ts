import type { ReleasedTable } from '@leeto/disclosure';
import { migrationAttributes } from './concepts.ts';
import { csvText } from './csv-text.ts';
import type { ExchangeContext } from './exchange-context.ts';
import { numberText, observationsOf } from './observations.ts';
import { type Structures, structureVersion } from './structures.ts';

/**
 * A table as SDMX-CSV 2.0 (SDMX 3.0, field guide to SDMX-CSV): a line a figure. The action is R, replace: what a file brings
 * takes the place of what an earlier vintage said of the same keys.
 */
export function sdmxCsv(table: ReleasedTable, structures: Structures, context: ExchangeContext): string {
  const structure = structures.tables.get(table);
  if (structure === undefined) return '';
  const dataflow = `${context.publisher.id}:${structure.dataflow}(${structureVersion})`;
  const header = [
    'STRUCTURE',
    'STRUCTURE_ID',
    'ACTION',
    ...structure.dimensions.map(({ id }) => id),
    'OBS_VALUE',
    ...migrationAttributes.map(({ id }) => id),
  ];
  const lines = observationsOf(table, structure, structures, context).map(({ key, value, attributes }) => [
    'dataflow',
    dataflow,
    'R',
    ...key,
    numberText(value),
    ...migrationAttributes.map(({ id }) => attributes[id] ?? ''),
  ]);
  return csvText([header, ...lines]);
}
