import { openAttack } from './attack-choice.ts';
import { pushTogether } from './attack-rounds.ts';
import { isAlwaysSuppressed } from './make-cut.ts';
import type { RepairInput } from './repair-choice.ts';

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
  for (const cell of candidates) {
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
