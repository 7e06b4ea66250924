import { Certificates } from './certificates.ts';
import { dropRedundant } from './drop-redundant.ts';
import { isAlwaysSuppressed } from './make-cut.ts';
import { processorTime } from './processor-time.ts';
import { type RepairInput, repairChoice } from './repair-choice.ts';
import { costOf } from './suppression-problem.ts';

/** Makes a choice that may fail into one that protects, and publishes what it does not need. */
export function completeChoice(input: RepairInput): {
  readonly suppressed: Uint8Array;
  readonly impossible: readonly number[];
} {
  const { suppressed, impossible } = repairChoice(input);
  const targets = input.targets.filter((cell) => !impossible.includes(cell));
  return { suppressed: dropRedundant({ ...input, suppressed, targets }), impossible };
}

/**
 * Takes part of a choice back at random and completes it again at slightly other prices, and keeps what is better, until time is up or
 * the choice is near enough to the bound. The same seed every time: the same problem gives the same choices in the same order.
 */
export function improveChoice({
  solver,
  problem,
  suppressed,
  targets,
  deadline,
  isNear,
  onProgress,
}: Omit<RepairInput, 'certificates'> & {
  readonly deadline: number;
  readonly isNear: (cost: number) => boolean;
  readonly onProgress: (cost: number) => void;
}): Uint8Array {
  let best = suppressed;
  let cost = costOf(problem, best);
  const random = randomNumbers(1);
  let share = 0.4;
  let longest = 0;
  while (processorTime() + longest < deadline && !isNear(cost)) {
    const from = processorTime();
    const part = best.slice();
    for (const cell of part.keys()) {
      if (part[cell] === 1 && !isAlwaysSuppressed(problem, cell) && random() < share) part[cell] = 0;
    }
    const prices = problem.cost.map((own) => own * (0.6 + 0.8 * random()));
    const repaired = repairChoice({
      solver,
      problem: { ...problem, cost: prices },
      suppressed: part,
      certificates: new Certificates(problem),
      targets,
      isFresh: true,
    });
    const certificates = new Certificates(problem);
    const next = dropRedundant({ solver, problem, suppressed: repaired.suppressed, certificates, targets });
    const nextCost = costOf(problem, next);
    if (nextCost < cost - 1e-9) {
      best = next;
      cost = nextCost;
      onProgress(cost);
    } else share = 0.15 + 0.6 * random();
    longest = Math.max(longest, processorTime() - from);
  }
  return best;
}

function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
