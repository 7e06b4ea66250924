import type { BlockingChoice } from '../model.ts';
import { makeRandom } from '../random.ts';
import type { BlockingRule } from '../spec/link-spec.ts';
import { countPairs } from './block-plan.ts';
import { type Atom, atomsOfFields, labelOfRule, ruleOf, weighRules } from './candidate-rules.ts';
import type { RuleKeyMaker } from './rule-keys.ts';

/** Matching pairs imagined to see which rules would find them. */
const IMAGINED = 4096;
/** Entries drawn to estimate what a rule costs. */
const SAMPLED = 60_000;
/** A rule that would leave out more of the entries than this, as their values are too common, is no rule for these records. */
const MOST_LEFT_OUT = 0.1;
/** How many mistakes a careless record has for one of a careful record. */
const CARELESS = 4;
/** Rules are kept below this number: each further rule costs all the others a look. */
const MOST_RULES = 14;

export interface RuleChoice {
  readonly rules: readonly BlockingRule[];
  /** What is said of each rule that was weighed and is worth telling. */
  readonly choices: readonly BlockingChoice[];
  /** Share of matching pairs that the rules are expected to propose. */
  readonly expectedCoverage: number;
}

/**
 * Chooses the rules that leave the fewest matching pairs unproposed within the budget of candidate pairs. What a rule costs is
 * counted on the data (on a sample of entries, scaled up), what it finds is reckoned from how often each part of a key is stated
 * and agrees between two records of one person. The best gain for its cost goes first; nothing is run before it is known to fit.
 */
export function chooseRules(
  maker: RuleKeyMaker,
  fields: Parameters<typeof atomsOfFields>[0],
  stated: ReadonlyMap<string, number>,
  { entries, budget, largest }: { readonly entries: number; readonly budget: number; readonly largest: number },
): RuleChoice {
  const atoms = atomsOfFields(fields);
  const sample = drawSample(entries);
  const scale = sample === null ? 1 : entries / sample.length;
  const cap = Math.max(2, Math.floor(largest / scale));
  const weighed = weighRules(atoms, (rule) => costOf(maker, ruleOf(atoms, rule), sample, scale, cap), budget / 200);
  const affordable = weighed.filter(({ cost, leftOut }) => cost <= budget / 2 && leftOut <= MOST_LEFT_OUT);
  const agreeing = imagineMatches(atoms, stated);
  const chosen = chooseGreedily(affordable, agreeing, budget);
  const kept = chosen.filter(
    ({ rule }) => !chosen.some((other) => other.rule !== rule && isNarrower(rule, other.rule, other.leftOut)),
  );
  const found = agreeing.filter((agrees) => kept.some(({ rule }) => rule.every((a) => agrees[a] === 1))).length;
  const rules = kept.map(({ rule }) => ruleOf(atoms, rule));
  const tooCostly = weighed.filter(({ rule, cost }) => rule.length <= 2 && cost > budget / 2);
  return {
    rules,
    expectedCoverage: found / agreeing.length,
    choices: [
      ...kept.map(({ rule, cost }) => choice(ruleOf(atoms, rule), true, cost, '')),
      ...tooCostly.map(({ rule, cost }) =>
        choice(
          ruleOf(atoms, rule),
          false,
          cost,
          `It would propose about ${Math.round(cost).toLocaleString('en')} pairs; the budget is ${budget.toLocaleString('en')}.`,
        ),
      ),
    ],
  };
}

interface Weighed {
  readonly rule: readonly number[];
  readonly cost: number;
  readonly leftOut: number;
}

function chooseGreedily(
  rules: readonly Weighed[],
  agreeing: readonly Uint8Array[],
  budget: number,
): readonly Weighed[] {
  const chosen: Weighed[] = [];
  let missed = agreeing;
  let spent = 0;
  while (chosen.length < MOST_RULES && missed.length > 0) {
    let best: Weighed | undefined;
    let bestValue = 0;
    for (const candidate of rules) {
      if (spent + candidate.cost > budget || chosen.includes(candidate)) continue;
      const gain = missed.reduce((sum, agrees) => sum + (candidate.rule.every((a) => agrees[a] === 1) ? 1 : 0), 0);
      // A rule that finds half of what is missed is worth more than ten that find a little each: cost counts by its root.
      const value = gain / Math.sqrt(candidate.cost + budget / 200);
      if (gain > 0 && value > bestValue) {
        best = candidate;
        bestValue = value;
      }
    }
    if (best === undefined) break;
    const { rule, cost } = best;
    chosen.push(best);
    spent += cost;
    missed = missed.filter((agrees) => !rule.every((a) => agrees[a] === 1));
  }
  return chosen;
}

/** True where the other rule asks for less, so that it proposes all that this one does (but for blocks that it leaves out). */
function isNarrower(rule: readonly number[], other: readonly number[], leftOut: number): boolean {
  return leftOut === 0 && other.length < rule.length && other.every((a) => rule.includes(a));
}

/** Which atoms agree in each imagined matching pair. Atoms of one field are nested: who agrees on the date agrees on its year. */
function imagineMatches(atoms: readonly Atom[], stated: ReadonlyMap<string, number>): readonly Uint8Array[] {
  const random = makeRandom(0x1ee70);
  const fields = [...new Set(atoms.flatMap(({ part }) => part.field))];
  const byField = new Map<string, { isStated: boolean; chance: number }>();
  return Array.from({ length: IMAGINED }, () => {
    for (const field of fields) {
      byField.set(field, { isStated: random() < (stated.get(field) ?? 1) ** 2, chance: random() });
    }
    const both = random();
    // Every other pair is of records taken down with less care: what agrees there agrees in spite of it.
    const power = random() < 0.5 ? 1 : CARELESS;
    return Uint8Array.from(atoms, ({ part, fields: own, agrees }) => {
      if (!own.every((field) => byField.get(field)?.isStated ?? false)) return 0;
      if (part.by === 'either_order') return both < agrees ** power ? 1 : 0;
      return (byField.get(part.field)?.chance ?? 1) < agrees ** power ? 1 : 0;
    });
  });
}

function costOf(
  maker: RuleKeyMaker,
  rule: BlockingRule,
  sample: Int32Array | null,
  scale: number,
  cap: number,
): { cost: number; leftOut: number } {
  const { pairs, leftOutShare } = countPairs(maker.make(rule, sample), cap);
  // Pairs grow with the square; the sample of a rare key holds none of its pairs, so a rule costs at least something.
  return { cost: Math.max(pairs * scale * scale, 1), leftOut: leftOutShare };
}

function drawSample(entries: number): Int32Array | null {
  if (entries <= SAMPLED) return null;
  const random = makeRandom(0x5a3b1e);
  const sample = new Int32Array(SAMPLED);
  const step = entries / SAMPLED;
  for (let i = 0; i < SAMPLED; i += 1) sample[i] = Math.floor((i + random()) * step);
  return sample;
}

function choice(rule: BlockingRule, isChosen: boolean, pairs: number, reason: string): BlockingChoice {
  return { rule, label: labelOfRule(rule), isChosen, pairs: Math.round(pairs), reason, leftOut: [] };
}
