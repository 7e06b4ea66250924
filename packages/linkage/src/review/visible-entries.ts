import type { LinkResult } from '../link-result.ts';

/** Entries as far as one reviewer may see their records. */
export interface VisibleEntries {
  /** First visible record of each entry, −1 where none is visible. */
  readonly firstOf: Int32Array;
  /** Visible records that a decision about the entry moves; 0 where none is visible. */
  readonly records: Int32Array;
  /** 1 for each person with a record that is not visible. Empty where all is visible. */
  readonly hasHidden: Uint8Array;
}

/** Counts what is visible. A record that is not takes part in nothing that is made of this. */
export function visibleEntries(result: LinkResult, visible?: (record: number) => boolean): VisibleEntries {
  const { entries, selfWeight, model, clusters } = result;
  const firstOf = new Int32Array(entries.count).fill(-1);
  const records = new Int32Array(entries.count);
  const hasHidden = new Uint8Array(visible === undefined ? 0 : clusters.persons);
  for (let entry = 0; entry < entries.count; entry += 1) {
    // Records that say too little to be linked to their own double are not one person: one of them stands for itself.
    const isOne = !((selfWeight[entry] ?? Number.NaN) < model.thresholds.match);
    for (let at = entries.starts[entry] ?? 0; at < (entries.starts[entry + 1] ?? 0); at += 1) {
      const record = entries.members[at] ?? 0;
      if (visible !== undefined && !visible(record)) {
        hasHidden[clusters.personOf[record] ?? 0] = 1;
        continue;
      }
      if (firstOf[entry] === -1) firstOf[entry] = record;
      if (isOne || records[entry] === 0) records[entry] = (records[entry] ?? 0) + 1;
    }
  }
  return { firstOf, records, hasHidden };
}
