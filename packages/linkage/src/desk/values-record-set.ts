import { groupFields } from '../records/field-groups.ts';
import { type FieldColumn, NOT_STATED, type RecordSet } from '../records/record-set.ts';
import { ValuePool } from '../records/value-pool.ts';
import type { LinkSpec } from '../spec/link-spec.ts';

/** Normal values of one record or entry, in the order of `comparedFields`, null where not stated. */
export type NormalValues = readonly (string | null)[];

/** The compared fields that a spec comes to, in the order of a record set's columns. */
export function comparedFields(spec: LinkSpec): readonly Pick<FieldColumn, 'name' | 'field'>[] {
  return groupFields(spec).map(({ name, field }) => ({ name, field }));
}

/** The normal values of one record of a set; of several values of one field the first. */
export function normalValuesOf(records: Pick<RecordSet, 'fields'>, record: number): NormalValues {
  return records.fields.map(({ pool, valueOf: numbers }) => {
    const value = numbers[record] ?? NOT_STATED;
    return value === NOT_STATED ? null : pool.textOf(value);
  });
}

/**
 * A record set of values that are normal already, as they were kept: nothing is read anew. All in one source, unless the first record
 * of a second one is named.
 */
export function recordSetOfValues(
  spec: LinkSpec,
  rows: readonly NormalValues[],
  secondFrom: number = rows.length,
): RecordSet {
  const fields = comparedFields(spec).map(({ name, field }, at): FieldColumn => {
    const pool = new ValuePool();
    const numbers = new Int32Array(new SharedArrayBuffer(rows.length * 4)).fill(NOT_STATED);
    for (const [record, values] of rows.entries()) {
      const value = values[at] ?? null;
      if (value !== null) numbers[record] = pool.add(value);
    }
    return { name, field, pool, valueOf: numbers, further: null };
  });
  return {
    size: rows.length,
    spec,
    mode: spec.mode,
    sources: ['kept', 'further'].map((name) => ({ name, isUnique: false })),
    sourceOf: new Uint16Array(rows.length).fill(1, secondFrom),
    idOf: String,
    fields,
  };
}
