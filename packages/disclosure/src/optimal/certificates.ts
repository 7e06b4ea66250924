import type { Push } from './attack-choice.ts';
import type { SuppressionProblem } from './suppression-problem.ts';

/**
 * Which sensitive cells are known to be protected, and through which other cells: deviations found by the attack prove it for every cell on them,
 * as long as all their cells stay suppressed.
 */
export class Certificates {
  readonly #problem: SuppressionProblem;
  readonly #up = new Map<number, Proof>();
  readonly #down = new Map<number, Proof>();

  constructor(problem: SuppressionProblem) {
    this.#problem = problem;
  }

  /** Takes note of what a push proves of all cells that it moves. */
  add({ deviations }: Push): void {
    const support = [...deviations.keys()].filter((cell) => !isFixed(this.#problem, cell));
    for (const [cell, amount] of deviations) {
      if ((this.#problem.required[cell] ?? 0) === 0) continue;
      const known = amount > 0 ? this.#up : this.#down;
      const size = Math.abs(amount);
      const before = known.get(cell);
      if (before === undefined || size > before.amount + 1e-9) known.set(cell, { amount: size, support });
    }
  }

  isProtected(cell: number): boolean {
    const width = (this.#up.get(cell)?.amount ?? 0) + (this.#down.get(cell)?.amount ?? 0);
    return width >= (this.#problem.required[cell] ?? 0) - 1e-6;
  }

  /** Forgets what rests on cells that are no longer suppressed; gives the sensitive cells that lost a proof. */
  forget(isSuppressed: (cell: number) => boolean): readonly number[] {
    const lost = new Set<number>();
    for (const known of [this.#up, this.#down]) {
      for (const [cell, { support }] of known) {
        if (support.every(isSuppressed)) continue;
        known.delete(cell);
        lost.add(cell);
      }
    }
    return [...lost];
  }

  /** A copy to fall back on. */
  snapshot(): () => void {
    const up = new Map(this.#up);
    const down = new Map(this.#down);
    return () => {
      this.#up.clear();
      this.#down.clear();
      for (const [cell, proof] of up) this.#up.set(cell, proof);
      for (const [cell, proof] of down) this.#down.set(cell, proof);
    };
  }
}

interface Proof {
  readonly amount: number;
  readonly support: readonly number[];
}

function isFixed({ required, withheld }: SuppressionProblem, cell: number): boolean {
  return (required[cell] ?? 0) > 0 || withheld[cell] === 1;
}
