import { type Attributes, combinationsOf, SEPARATOR } from './count-combinations.ts';
import type { PrivateAggregates } from './private-aggregates.ts';

/**
 * Makes records of private aggregates alone, so that they are as private as these: value after value, drawn by the count of the combination with what the
 * record already has, until the counts of single values are used up. A combination that is not among the aggregates is never made.
 */
export function synthesisePrivate(
  { counts, records, longest }: PrivateAggregates,
  { width, random }: { readonly width: number; readonly random: () => number },
): readonly Attributes[] {
  const left = new Map([...counts].filter(([key]) => !key.includes(SEPARATOR)));
  const made: Attributes[] = [];
  while (made.length < records) {
    const record = Array.from({ length: width }, () => '');
    for (;;) {
      const weights = new Map<string, number>();
      for (const [single, count] of left) {
        if (count <= 0) continue;
        const [attribute, value] = splitPart(single);
        if (record[attribute] !== '') continue;
        const weight = weightOf(counts, record.with(attribute, value), { attribute, longest });
        if (weight > 0) weights.set(single, weight);
      }
      const drawn = draw(weights, random);
      if (drawn === undefined) break;
      const [attribute, value] = splitPart(drawn);
      record[attribute] = value;
      left.set(drawn, (left.get(drawn) ?? 0) - 1);
    }
    if (record.every((value) => value === '')) break;
    made.push(record);
  }
  return made;
}

/** The count of the whole combination, or beyond the longest counted the 95th percentile of its parts; 0 where a part is not among the aggregates. */
function weightOf(
  counts: ReadonlyMap<string, number>,
  record: Attributes,
  { attribute, longest }: { readonly attribute: number; readonly longest: number },
): number {
  const own = combinationsOf(record, longest).filter((key) =>
    key.split(SEPARATOR).some((part) => splitPart(part)[0] === attribute),
  );
  const found = own.map((key) => counts.get(key) ?? 0);
  if (found.includes(0)) return 0;
  const stated = record.filter((value) => value !== '').length;
  if (stated <= longest) return Math.min(...found);
  const ordered = found.toSorted((low, high) => low - high);
  return ordered[Math.floor(0.95 * (ordered.length - 1))] ?? 0;
}

function draw(weights: ReadonlyMap<string, number>, random: () => number): string | undefined {
  let drawn = random() * [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  let last: string | undefined;
  for (const [key, weight] of weights) {
    last = key;
    drawn -= weight;
    if (drawn <= 0) break;
  }
  return last;
}

function splitPart(part: string): readonly [attribute: number, value: string] {
  const at = part.indexOf('=');
  return [Number(part.slice(0, at)), part.slice(at + 1)];
}
