import { openAttack } from './attack-choice.ts';
import { attackChoice, tightenRelaxation } from './attack-rounds.ts';
import { Certificates } from './certificates.ts';
import { openCover } from './cover-cuts.ts';
import { completeChoice, improveChoice } from './improve-choice.ts';
import { loadSolver } from './linear-solver.ts';
import { type Cut, type CutResult, cutsAlongSums, isAlwaysSuppressed } from './make-cut.ts';
import { processorTime } from './processor-time.ts';
import { costOf, type SuppressionChoice, type SuppressionProblem } from './suppression-problem.ts';

export interface ChooseOptions {
  /** Seconds of processor time after which the best choice found is taken (default: 20). */
  readonly seconds?: number;
  /** Relative distance from the bound at which to stop looking (default: 0.005). */
  readonly gap?: number;
  /** A choice that may or may not protect, to start from. */
  readonly start?: Uint8Array;
  readonly onProgress?: (event: ChooseProgress) => void;
}

export interface ChooseProgress {
  readonly step: 'cuts' | 'relaxation' | 'choice' | 'improvement';
  readonly failing: number;
  readonly bound: number;
  readonly cost: number;
}

/**
 * Chooses which cells to suppress beside the sensitive ones so that little is lost: the cheapest choice that satisfies the cuts known so far
 * is attacked, each attack that succeeds gives a cut, and so on until none does. Then the choice is optimal. Choices that fail are completed by the
 * cheapest deviations and freed of what they do not need; the best of these is improved while time is left, and the cuts say how far from
 * optimal it can be at most.
 */
export async function chooseSuppression(
  problem: SuppressionProblem,
  { seconds = 20, gap = 0.005, start, onProgress = () => {} }: ChooseOptions = {},
): Promise<SuppressionChoice> {
  const solver = await loadSolver();
  const started = processorTime();
  const deadline = started + seconds * 1000;
  const left = (): number => (deadline - processorTime()) / 1000;
  const primaries = [...problem.required.keys()].filter((cell) => (problem.required[cell] ?? 0) > 0);
  const unprotected = new Set<number>();
  const targets = (): readonly number[] => primaries.filter((cell) => !unprotected.has(cell));
  const cover = openCover(solver, problem);
  const known = new Set<string>();
  const take = (cell: number, cut: CutResult): boolean => {
    if (cut === 'impossible') unprotected.add(cell);
    if (typeof cut === 'string') return false;
    const id = fingerprint(cut);
    if (known.has(id)) return false;
    known.add(id);
    cover.add(cut);
    return true;
  };
  let bound = 0;
  let rounds = 0;
  let best: Uint8Array | undefined;
  let isOptimal = false;
  const bestCost = (): number => (best === undefined ? Number.POSITIVE_INFINITY : costOf(problem, best));
  const isNear = (): boolean => best !== undefined && bestCost() - bound <= gap * bestCost() + 1e-9;
  const complete = (suppressed: Uint8Array, certificates: Certificates, isFresh = false): void => {
    const { suppressed: whole, impossible } = completeChoice({
      solver,
      problem,
      suppressed,
      certificates,
      targets: targets(),
      isFresh,
    });
    for (const cell of impossible) unprotected.add(cell);
    if (best === undefined || costOf(problem, whole) < costOf(problem, best)) best = whole;
    onProgress({ step: 'choice', failing: 0, bound, cost: bestCost() });
  };

  const sumsOf = listSums(problem);
  for (const cell of primaries) {
    for (const cut of cutsAlongSums(problem, cell, sumsOf.get(cell) ?? [])) take(cell, cut);
  }
  try {
    const certificates = new Certificates(problem);
    let lastFailing = Number.POSITIVE_INFINITY;
    let last = withCells(problem, []);
    while (!isNear() && (rounds < 2 || left() > seconds * 0.3)) {
      const found = cover.solve({ seconds: Math.max(0.3, Math.min(left() * 0.2, 5)), gap: gap / 2 });
      if (found === undefined) break;
      bound = Math.max(bound, found.bound);
      rounds += 1;
      const suppressed = withCells(problem, found.cells);
      last = suppressed;
      certificates.forget((cell) => suppressed[cell] === 1);
      const attack = openAttack(solver, problem, suppressed);
      const failing = attackChoice({ attack, problem, certificates, targets: targets(), take });
      attack.close();
      onProgress({ step: 'cuts', failing: failing.length, bound, cost: costOf(problem, suppressed) });
      if (failing.length === 0 && found.isOptimal) {
        best = suppressed;
        isOptimal = true;
        break;
      }
      const isSlow = failing.length > 0.5 * lastFailing;
      lastFailing = failing.length;
      if (failing.length === 0 || rounds === 1 || isSlow) {
        const until = processorTime() + Math.max(300, left() * 200);
        const share = tightenRelaxation({ solver, problem, cover, targets: failing, take, until });
        bound = Math.max(bound, share);
        onProgress({ step: 'relaxation', failing: failing.length, bound, cost: bestCost() });
      }
      if (rounds > 1 && (failing.length <= 40 || isSlow) && left() > seconds * 0.3) complete(suppressed, certificates);
    }
    if (best === undefined || !isNear()) {
      if (best === undefined) complete(last, new Certificates(problem), true);
      if (start !== undefined) complete(start, new Certificates(problem), true);
      if (best !== undefined && !isNear() && !isOptimal) {
        best = improveChoice({
          solver,
          problem,
          suppressed: best,
          targets: targets(),
          deadline,
          isNear: (cost) => cost - bound <= gap * cost,
          onProgress: (cost) => onProgress({ step: 'improvement', failing: 0, bound, cost }),
        });
      }
    }
  } finally {
    cover.close();
  }
  const suppressed = best ?? withCells(problem, []);
  const cost = costOf(problem, suppressed);
  return {
    suppressed,
    cost,
    lowerBound: Math.min(cost, bound),
    unprotected: [...unprotected],
    rounds,
    isOptimal: isOptimal || cost - bound <= 1e-6 * cost,
  };
}

export function withCells(problem: SuppressionProblem, cells: readonly number[]): Uint8Array {
  const suppressed = new Uint8Array(problem.values.length);
  for (let cell = 0; cell < suppressed.length; cell += 1) if (isAlwaysSuppressed(problem, cell)) suppressed[cell] = 1;
  for (const cell of cells) suppressed[cell] = 1;
  return suppressed;
}

function listSums({ sums }: SuppressionProblem): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const note = (cell: number, sum: number): void => {
    const own = found.get(cell);
    if (own === undefined) found.set(cell, [sum]);
    else own.push(sum);
  };
  for (const [index, { total, parts }] of sums.entries()) {
    note(total, index);
    for (const part of parts) note(part, index);
  }
  return found;
}

function fingerprint({ cells, coefficients }: Cut): string {
  const order = [...cells.keys()].sort((left, right) => (cells[left] ?? 0) - (cells[right] ?? 0));
  return order.map((at) => `${cells[at]}:${(coefficients[at] ?? 0).toFixed(4)}`).join(' ');
}
