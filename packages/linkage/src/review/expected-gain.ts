import type { Guard } from '../cluster/person-clusters.ts';

/** How often a guard holds back what is one person after all. Assumed, until decisions about pairs of that kind say otherwise. */
export const guardErrs: Readonly<Record<Guard, number>> = {
  twice_in_source: 0.2,
  impossible: 0.1,
  giant: 0.5,
  better_candidate: 0.2,
  reviewer: 0,
};

/** A model's probability weighs as much as so many decisions. */
export const MODEL_COUNTS_AS = 4;

/** What a decision teaches about a pair of the same pattern, as a share of deciding that pair itself. */
export const TAUGHT_SHARE = 0.1;

/** A question that is expected to correct less than this many record pairs is not asked. */
export const LEAST_GAIN = 0.01;

export interface Tally {
  readonly same: number;
  readonly notTheSame: number;
}

/** Probability that a pair is one person, given the model and what reviewers said of pairs of the same pattern. */
export function expectedProbability(modelled: number, tally: Tally = { same: 0, notTheSame: 0 }): number {
  return (modelled * MODEL_COUNTS_AS + tally.same) / (MODEL_COUNTS_AS + tally.same + tally.notTheSame);
}

/**
 * Expected number of record pairs whose status a decision corrects: the probability that what stands now is wrong, times the
 * record pairs on which the decision would change it.
 */
export function expectedGain(
  probability: number,
  isLinked: boolean,
  leftRecords: number,
  rightRecords: number,
): number {
  return (isLinked ? 1 - probability : probability) * leftRecords * rightRecords;
}

/**
 * Order of a question: its own gain, and a share of the gains of those like it, the less the more decisions about the pattern
 * there are already.
 */
export function priorityOf(gain: number, gainOfOthers: number, decidedBefore: number): number {
  return gain + (TAUGHT_SHARE * gainOfOthers) / (1 + decidedBefore);
}
