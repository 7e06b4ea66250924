import type { Text } from '@leeto/registers';
import type { LevelTest } from '../compare/comparison.ts';

/** A level that a spec asks for: one of its kind's own by id, or a test. */
export type LevelChoice = string | OwnLevel;

export interface OwnLevel {
  readonly id: string;
  readonly label?: Text;
  readonly test: LevelTest;
  /** Probability among pairs of one person before anything is learnt; 0.02 where absent. */
  readonly m?: number;
}
