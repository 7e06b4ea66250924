import { downTo, openAttack, upTo } from './attack-choice.ts';
import { pushTogether } from './attack-rounds.ts';
import { isAlwaysSuppressed } from './make-cut.ts';
import { processorTime } from './processor-time.ts';
import type { RepairInput } from './repair-choice.ts';

// Milliseconds of processor time; the dearest cells come first, so that what is left undone is worth little.
const longest = 20_000;

/**
 * Publishes, dearest first, each cell that no sensitive one needs: without it all stay protected, along other deviations if need be. Cells of which the others
 * tell the value are among these, since publishing them tells nothing new.
 */
export function dropRedundant({
  solver,
  problem,
  suppressed,
  certificates,
  targets,
}: RepairInput & { readonly deadline?: number }): Uint8Array {
  const chosen = suppressed.slice();
  const attack = openAttack(solver, problem, chosen);
  const candidates = [...chosen.keys()]
    .filter((cell) => chosen[cell] === 1 && !isAlwaysSuppressed(problem, cell))
    .sort((left, right) => (problem.cost[right] ?? 0) - (problem.cost[left] ?? 0));
  const isTarget = new Set(targets);
  const isProtected = (cell: number): boolean => {
    if (certificates.isProtected(cell)) return true;
    certificates.add(attack.push(cell, 1));
    if (certificates.isProtected(cell)) return true;
    certificates.add(attack.push(cell, -1));
    return certificates.isProtected(cell);
  };
  // Proofs may be missing where the choice came from elsewhere.
  pushTogether(attack, certificates, targets);
  for (const cell of targets) isProtected(cell);
  const sumsOf = new Map<number, number[]>(candidates.map((cell) => [cell, []]));
  for (const [index, { total, parts }] of problem.sums.entries()) {
    for (const cell of [total, ...parts]) sumsOf.get(cell)?.push(index);
  }
  // Most cells are needed along one sum already, which takes no attack to see.
  const isNeededAlong = (cell: number, sum: number): boolean => {
    const { total, parts } = problem.sums[sum] ?? { total: -1, parts: [] };
    const others = [total, ...parts].filter((other) => other !== cell && chosen[other] === 1);
    const room = others.reduce((all, other) => all + upTo(problem, other) - downTo(problem, other), 0);
    return others.some((other) => {
      const own = upTo(problem, other) - downTo(problem, other);
      return isTarget.has(other) && room - own < (problem.required[other] ?? 0) - 1e-9;
    });
  };
  const until = processorTime() + longest;
  for (const cell of candidates) {
    if (processorTime() > until) break;
    if (sumsOf.get(cell)?.some((sum) => isNeededAlong(cell, sum)) === true) continue;
    const restore = certificates.snapshot();
    chosen[cell] = 0;
    const lost = certificates.forget((other) => chosen[other] === 1);
    attack.publish(cell, true);
    if (lost.every((other) => !isTarget.has(other) || isProtected(other))) continue;
    chosen[cell] = 1;
    attack.publish(cell, false);
    restore();
  }
  attack.close();
  return chosen;
}
