import type { Comparison, LevelDeclaration } from './compare/comparison.ts';
import type { BlockingRule, LinkSpec } from './spec/link-spec.ts';

/** A level with what was learnt about it. */
export interface LevelModel extends LevelDeclaration {
  /** Probability of this level among pairs of records of one person. */
  readonly m: number;
  /** Probability of this level among pairs of records of two persons. */
  readonly u: number;
  /** log2(m / u), in bits: what the level adds to a pair's weight, before term frequency. */
  readonly weight: number;
  readonly learntFrom: 'em' | 'labels' | 'default';
  /** The condition in DuckDB's SQL, over `l` and `r`, so that others can reproduce a level. */
  readonly sql: string;
}

export interface ComparisonModel extends Omit<Comparison, 'levels'> {
  readonly levels: readonly LevelModel[];
  /** How often values occur, for levels that use it: shares of records that state a value. Values not listed count as `rare`. */
  readonly termFrequencies: TermFrequencies | null;
}

export interface TermFrequencies {
  readonly rare: number;
  readonly shares: Readonly<Record<string, number>>;
  /**
   * Probability that two records drawn at random agree, of one person or of two. Where persons have many records each, most of those that
   * bear a name are of one person, and its share among others is less by u / agreement. Absent: as much as u.
   */
  readonly agreement?: number;
  /**
   * Shares among the records of one nationality, for names: a surname rare in the whole may be common among those who share it.
   * By the other field's value; they hold where both records state the same one.
   */
  readonly within?: {
    readonly field: string;
    readonly strata: Readonly<
      Record<string, { readonly rare: number; readonly shares: Readonly<Record<string, number>> }>
    >;
  };
}

/** What blocking did with one rule. */
export interface BlockingChoice {
  readonly rule: BlockingRule;
  /** `family_name sounds alike + date_of_birth`. */
  readonly label: string;
  readonly isChosen: boolean;
  /** Pairs that the rule proposes by itself, after exploding blocks are left out. */
  readonly pairs: number;
  /** Why it was not chosen, or what was left out of it; empty where there is nothing to say. */
  readonly reason: string;
  /** Key values left out because too many records share them, in the form of the key. */
  readonly leftOut: readonly { readonly key: string; readonly records: number }[];
}

/** A trained linkage model: readable JSON, to be used again with `--model`. */
export interface LinkageModel {
  readonly format: 'leeto-linkage-model';
  readonly version: 1;
  readonly spec: LinkSpec;
  /** Probability that two records drawn at random are of one person. */
  readonly prior: number;
  readonly comparisons: readonly ComparisonModel[];
  /**
   * How much more or less often than independent mistakes would make it do k of the stated fields differ between two records of one
   * person; by k, the last one for that many and more.
   */
  readonly differenceRatios: readonly number[];
  /**
   * The most bits that address, place and postcode add together: people who share a home agree on all of them. null where no
   * such field is compared.
   */
  readonly homeLimit: number | null;
  /**
   * Two persons of one name: the probability that two records drawn at random are of such, beyond what independent names would make,
   * and those of each level, by comparison, where they agree more often than by chance. Absent where nothing of it is learnt.
   */
  readonly namesakes?: {
    readonly prior: number;
    readonly levels: Readonly<Record<string, readonly number[]>>;
  };
  readonly blocking: readonly BlockingChoice[];
  /** Match weights (bits): from `match` on two records are linked; between `review` and `match` a person is asked. */
  readonly thresholds: { readonly match: number; readonly review: number };
  readonly trainedOn: {
    readonly records: number;
    readonly randomPairs: number;
    readonly runs: readonly {
      readonly rule: string;
      readonly pairs: number;
      readonly iterations: number;
      readonly matches: number;
    }[];
    /** Pairs of different records of which people said whether they are of one person; absent where nobody did. */
    readonly labels?: { readonly matches: number; readonly others: number };
  };
}

/** log2 odds of the prior: where every pair's weight begins. */
export function priorWeight(prior: number): number {
  return Math.log2(prior / (1 - prior));
}

/** Probability that a pair of this weight is of one person. */
export function probabilityOf(weight: number): number {
  if (weight >= 0) return 1 / (1 + 2 ** -weight);
  const odds = 2 ** weight;
  return odds / (1 + odds);
}

/** The inverse of `probabilityOf`. */
export function weightOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}
