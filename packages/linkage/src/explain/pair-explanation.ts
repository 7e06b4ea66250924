import type { Text } from '@leeto/registers';

/** One step of the waterfall from the prior to the final weight. */
export interface WaterfallStep {
  /** Id of the comparison; `prior` for the first step, `differences` for what the number of differing fields adds at the end. */
  readonly comparison: string;
  readonly label: Text;
  readonly level: string;
  readonly levelLabel: Text;
  /** Bits added by the level, and by the value's rarity. */
  readonly weight: number;
  readonly rarityWeight: number;
  /** The weight after this step. */
  readonly total: number;
  /** The step in words: "same surname, rare: strong evidence for". */
  readonly words: Text;
  /** As the records state them; null where not stated. Absent for the prior and the number of differences. */
  readonly left?: string | null;
  readonly right?: string | null;
}

export interface PairExplanation {
  readonly left: { readonly source: string; readonly id: string };
  readonly right: { readonly source: string; readonly id: string };
  readonly weight: number;
  readonly probability: number;
  readonly steps: readonly WaterfallStep[];
  /** The whole in one sentence. */
  readonly summary: Text;
}
