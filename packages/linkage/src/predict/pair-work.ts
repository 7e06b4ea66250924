import type { RuleBlocks } from '../block/block-plan.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { FieldTables } from '../compare/field-tables.ts';
import type { ValueColumn } from '../compare/level-finder.ts';

/** All that a thread needs to walk candidate pairs and compare them. Typed arrays in shared memory: handing it over copies nothing. */
export interface PairWork {
  readonly entries: number;
  readonly tables: readonly FieldTables[];
  readonly columns: readonly ValueColumn[];
  readonly comparisons: readonly Comparison[];
  readonly rules: readonly RuleBlocks[];
  /** Which pairs count: `across` only those of two sources, `within` only those of one; `any` all. */
  readonly eligible: 'any' | 'across' | 'within';
  readonly sourceOf: Int32Array | null;
  /** For each source 1 where nobody stands twice: pairs within it never count. */
  readonly uniqueSources: Uint8Array | null;
}

/** A run of places in the order of one rule: each place is paired with the rest of its block. */
export interface Task {
  readonly rule: number;
  readonly from: number;
  readonly to: number;
  /** Rules that are walked, where some are not: a pair is left to an earlier rule only if that one is walked, too. */
  readonly among?: ReadonlySet<number>;
}

/** Cuts the candidate pairs into tasks of about equal size. The cut depends on the data alone, so that results come in one order. */
export function cutTasks(rules: readonly Pick<RuleBlocks, 'order' | 'endOf'>[], pairsEach = 400_000): readonly Task[] {
  const tasks: Task[] = [];
  for (const [rule, { order, endOf }] of rules.entries()) {
    let from = 0;
    let pairs = 0;
    for (let place = 0; place < order.length; place += 1) {
      pairs += (endOf[place] as number) - place - 1;
      if (pairs < pairsEach) continue;
      tasks.push({ rule, from, to: place + 1 });
      from = place + 1;
      pairs = 0;
    }
    if (pairs > 0) tasks.push({ rule, from, to: order.length });
  }
  return tasks;
}
