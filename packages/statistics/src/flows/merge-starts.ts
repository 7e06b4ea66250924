import { NEVER, type Outcomes, UNKNOWN } from './history.ts';

/**
 * Consensus start: keeps what is the same whether the person began as resident or not, final on the later of the two days. The
 * merged values are left in `one`.
 */
export function mergeStarts(one: Outcomes, other: Outcomes, size: number): void {
  for (let index = 0; index < size; index += 1) {
    if (one.before[index] === other.before[index]) {
      one.beforeOn[index] = Math.max(one.beforeOn[index] as number, other.beforeOn[index] as number);
    } else {
      one.before[index] = UNKNOWN;
      one.beforeOn[index] = NEVER;
    }
    if (one.after[index] === other.after[index]) {
      one.afterOn[index] = Math.max(one.afterOn[index] as number, other.afterOn[index] as number);
    } else {
      one.after[index] = UNKNOWN;
      one.afterOn[index] = NEVER;
    }
    if (one.migration[index] === other.migration[index]) {
      one.migrationOn[index] = Math.max(one.migrationOn[index] as number, other.migrationOn[index] as number);
    } else {
      one.migration[index] = UNKNOWN;
      one.migrationOn[index] = NEVER;
    }
  }
}
