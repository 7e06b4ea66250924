import type { Estimate } from '../evaluate/interval.ts';
import { makeRandom } from '../random.ts';

/**
 * Cohen's kappa (1960) of two answers to each question: (Po − Pe) / (1 − Pe). NaN where nothing was answered, or where both always
 * gave one and the same answer, so that chance alone agrees everywhere.
 */
export function cohenKappa(answers: readonly (readonly [string, string])[]): number {
  const total = answers.length;
  const [first, second] = [new Map<string, number>(), new Map<string, number>()];
  let agreed = 0;
  for (const [a, b] of answers) {
    if (a === b) agreed += 1;
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
  }
  let chance = 0;
  for (const [answer, count] of first) chance += (count / total) * ((second.get(answer) ?? 0) / total);
  return chance === 1 ? Number.NaN : (agreed / total - chance) / (1 - chance);
}

/**
 * Krippendorff's alpha for named answers (2011): 1 − observed over expected disagreement, for any number of reviewers a question.
 * Questions with fewer than two answers count nowhere. NaN where only one answer was ever given.
 */
export function krippendorffAlpha(questions: readonly (readonly string[])[]): number {
  const counts = new Map<string, number>();
  let observed = 0;
  let total = 0;
  for (const answers of questions) {
    if (answers.length < 2) continue;
    let differing = 0;
    for (const [at, answer] of answers.entries()) {
      counts.set(answer, (counts.get(answer) ?? 0) + 1);
      for (const [other, against] of answers.entries()) if (other !== at && answer !== against) differing += 1;
    }
    observed += differing / (answers.length - 1);
    total += answers.length;
  }
  let expected = total ** 2;
  for (const count of counts.values()) expected -= count ** 2;
  return expected === 0 ? Number.NaN : 1 - ((total - 1) * observed) / expected;
}

/**
 * A measure with its 95 % interval by drawing questions with replacement (percentile bootstrap, 1,000 draws, seeded). Draws in
 * which the measure does not exist are left out; the interval is NaN where fewer than half are left.
 */
export function withInterval<T>(items: readonly T[], measure: (items: readonly T[]) => number, seed = 1): Estimate {
  const value = items.length === 0 ? Number.NaN : measure(items);
  const random = makeRandom(seed);
  const draws: number[] = [];
  for (let draw = 0; draw < 1000 && items.length > 0; draw += 1) {
    const drawn = items.map((item) => items[Math.floor(random() * items.length)] ?? item);
    const found = measure(drawn);
    if (!Number.isNaN(found)) draws.push(found);
  }
  const sorted = draws.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted.length < 500 ? Number.NaN : (sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN);
  return { value, low: at(0.025), high: at(0.975) };
}
