import { type ChoiceAttack, openAttack } from './attack-choice.ts';
import type { Certificates } from './certificates.ts';
import type { CoverProgram } from './cover-cuts.ts';
import type { Highs } from './linear-solver.ts';
import { type CutResult, isAlwaysSuppressed, makeCut } from './make-cut.ts';
import { processorTime } from './processor-time.ts';
import type { SuppressionProblem } from './suppression-problem.ts';

/** Takes a cut in; false where it was known. */
export type TakeCut = (cell: number, cut: CutResult) => boolean;

/** Attacks every sensitive cell that is not known to be protected. Adds the cuts; gives the cells whose attack succeeded. */
export function attackChoice({
  attack,
  problem,
  certificates,
  targets,
  take,
}: {
  readonly attack: ChoiceAttack;
  readonly problem: SuppressionProblem;
  readonly certificates: Certificates;
  readonly targets: readonly number[];
  readonly take: TakeCut;
}): readonly number[] {
  const failing: number[] = [];
  pushTogether(attack, certificates, targets);
  for (const cell of targets) {
    if (certificates.isProtected(cell)) continue;
    const up = attack.push(cell, 1);
    certificates.add(up);
    const upPrices = up.prices();
    if (certificates.isProtected(cell)) continue;
    const down = attack.push(cell, -1);
    certificates.add(down);
    if (up.amount + down.amount >= (problem.required[cell] ?? 0) - 1e-6) continue;
    failing.push(cell);
    const prices = [
      { direction: 1, prices: upPrices },
      { direction: -1, prices: down.prices() },
    ] as const;
    take(cell, makeCut(problem, cell, prices));
  }
  return failing;
}

/** Many cells move along one deviation, so that a few pushes of all at once leave few to be pushed one by one. */
export function pushTogether(attack: ChoiceAttack, certificates: Certificates, targets: readonly number[]): void {
  for (const mix of [0, 1, 2, 3]) {
    const open = targets.filter((cell) => !certificates.isProtected(cell));
    if (open.length < 20) return;
    const signOf = (index: number): number =>
      mix < 2 ? 1 - 2 * mix : (index * (mix === 2 ? 1 : 7919)) % 2 === 0 ? 1 : -1;
    certificates.add(attack.pushAll(new Map(open.map((cell, index) => [cell, signOf(index)]))));
  }
}

/**
 * Adds cuts until the relaxation without whole numbers satisfies the sensitive cells named, or time is up; gives its bound. Cuts
 * found here are deeper than those that a choice gives, and each round takes a fraction of the time.
 */
export function tightenRelaxation({
  solver,
  problem,
  cover,
  targets,
  take,
  until,
}: {
  readonly solver: Highs;
  readonly problem: SuppressionProblem;
  readonly cover: CoverProgram;
  readonly targets: readonly number[];
  readonly take: TakeCut;
  readonly until: number;
}): number {
  let bound = 0;
  for (let calm = 0; processorTime() < until && calm < 4; ) {
    const { bound: next, shares } = cover.relax();
    calm = next > bound * 1.001 ? 0 : calm + 1;
    bound = Math.max(bound, next);
    const weights = new Float64Array(problem.values.length);
    for (const cell of weights.keys()) weights[cell] = isAlwaysSuppressed(problem, cell) ? 1 : (shares.get(cell) ?? 0);
    const attack = openAttack(solver, problem, weights);
    let added = 0;
    for (const cell of targets) {
      if (processorTime() > until) break;
      const up = attack.push(cell, 1);
      const upPrices = up.prices();
      const down = attack.push(cell, -1);
      if (up.amount + down.amount >= (problem.required[cell] ?? 0) - 1e-4) continue;
      const prices = [
        { direction: 1, prices: upPrices },
        { direction: -1, prices: down.prices() },
      ] as const;
      if (take(cell, makeCut(problem, cell, prices))) added += 1;
    }
    attack.close();
    if (added === 0) break;
  }
  return bound;
}
