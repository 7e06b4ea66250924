import { type LinkSpec, RecordSetBuilder } from '@leeto/linkage';
import { planBlocking } from '../../packages/linkage/src/block/plan-blocking.ts';
import { chooseComparisons } from '../../packages/linkage/src/compare/choose-comparisons.ts';
import { makeFieldTables } from '../../packages/linkage/src/compare/field-tables.ts';
import type { PairWork } from '../../packages/linkage/src/predict/pair-work.ts';
import { collapse, columnsOfEntries } from '../../packages/linkage/src/records/collapse.ts';
import type { RecordSet } from '../../packages/linkage/src/records/record-set.ts';
import { makePersonRecords } from './make-person-records.ts';

/** Made-up records, ready for their pairs to be compared: what `linkRecords` does before it trains. */
export function prepareWork(count: number, spec: LinkSpec): { readonly records: RecordSet; readonly work: PairWork } {
  const builder = new RecordSetBuilder(spec);
  builder.addSource('people', false);
  for (const { cells } of makePersonRecords(count)) builder.add(String(builder.size), cells);
  const records = builder.build();
  const entries = collapse(records);
  const columns = columnsOfEntries(records, entries);
  const { rules } = planBlocking(records, entries, columns, spec, {});
  const comparisons = chooseComparisons(records.fields);
  const tables = makeFieldTables(records);
  const work: PairWork = {
    entries: entries.count,
    tables,
    columns,
    comparisons,
    rules,
    eligible: 'any',
    sourceOf: null,
    uniqueSources: null,
  };
  return { records, work };
}
