import type { Guard } from '../cluster/person-clusters.ts';
import type { LinkResult } from '../link-result.ts';

export interface ChosenExample {
  readonly left: number;
  readonly right: number;
  readonly why: 'exampleStrongest' | 'exampleAbove' | 'exampleBelow' | 'exampleHeld';
  readonly guard?: Guard;
}

/** Pairs of records worth showing: the strongest, the nearest on both sides of the threshold, one that each guard held back. */
export function chooseExamples({ pairs, entries, clusters, model }: LinkResult): readonly ChosenExample[] {
  const { match } = model.thresholds;
  let [strongest, above, below] = [-1, -1, -1];
  const weightAt = (pair: number, otherwise: number) => (pair < 0 ? otherwise : (pairs.weight[pair] ?? 0));
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const weight = pairs.weight[pair] ?? 0;
    if (weight > weightAt(strongest, match)) strongest = pair;
    if (weight >= match && weight < weightAt(above, Number.POSITIVE_INFINITY)) above = pair;
    if (weight < match && weight > weightAt(below, Number.NEGATIVE_INFINITY)) below = pair;
  }
  const example = (pair: number, why: ChosenExample['why']): ChosenExample[] =>
    pair < 0
      ? []
      : [
          {
            left: entries.firstOf[pairs.left[pair] ?? 0] ?? 0,
            right: entries.firstOf[pairs.right[pair] ?? 0] ?? 0,
            why,
          },
        ];
  const byGuard = new Map(clusters.heldBack.toReversed().map((edge) => [edge.guard, edge]));
  return [
    ...example(strongest, 'exampleStrongest'),
    ...(above === strongest ? [] : example(above, 'exampleAbove')),
    ...example(below, 'exampleBelow'),
    ...[...byGuard.values()].map(({ left, right, guard }) => ({ left, right, why: 'exampleHeld' as const, guard })),
  ];
}
