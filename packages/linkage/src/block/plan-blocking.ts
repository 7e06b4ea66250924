import type { ValueColumn } from '../compare/level-finder.ts';
import { LinkProblem } from '../link-problem.ts';
import type { LinkOptions } from '../link-records.ts';
import type { Entries, LinkNotice } from '../link-result.ts';
import type { BlockingChoice } from '../model.ts';
import { NOT_STATED, type RecordSet } from '../records/record-set.ts';
import type { BlockingRule, LinkSpec } from '../spec/link-spec.ts';
import { makeBlocks, type RuleBlocks } from './block-plan.ts';
import { labelOfRule } from './candidate-rules.ts';
import { chooseRules } from './choose-rules.ts';
import { leftOutKeys } from './left-out-keys.ts';
import { RuleKeyMaker } from './rule-keys.ts';

export interface BlockingPlan {
  readonly rules: readonly RuleBlocks[];
  readonly choices: readonly BlockingChoice[];
  /** Candidate pairs at most: those of several rules are counted for each. */
  readonly pairs: number;
  readonly notices: readonly LinkNotice[];
}

const LEAST_BUDGET = 13_000_000;
const PAIRS_A_RECORD = 40;

/**
 * Decides which pairs are compared: all of them where they are few, else those that the rules of the model, of the spec, or the
 * rules chosen from the data propose. Counted before anything is compared.
 */
export function planBlocking(
  records: RecordSet,
  entries: Entries,
  columns: readonly ValueColumn[],
  spec: LinkSpec,
  options: LinkOptions,
): BlockingPlan {
  const budget = options.budget ?? Math.max(LEAST_BUDGET, PAIRS_A_RECORD * entries.count);
  const largest = Math.max(200, Math.floor(Math.sqrt(budget / 25)));
  const maker = new RuleKeyMaker(records.fields, columns, entries.count);
  const given = options.model?.blocking.filter(({ isChosen }) => isChosen).map(({ rule }) => rule) ?? spec.blocking;
  const isFew = (entries.count * (entries.count - 1)) / 2 <= budget;
  // A model learnt on few records, all pairs of which were compared, says nothing of how to pair up many.
  const isOfFew = options.model !== undefined && given?.some((rule) => rule.length === 0);
  const told: KeyTeller = (blocks, rule) => leftOutKeys(blocks, rule, records.fields, columns);
  if (given !== undefined && (isFew || !isOfFew)) {
    return planGiven(maker, given, largest, budget, options.model !== undefined, told);
  }
  if (isFew) return planAllPairs(entries.count);
  const stated = new Map(records.fields.map(({ name }, f) => [name, shareStated(columns[f])]));
  const choice = chooseRules(maker, records.fields, stated, { entries: entries.count, budget, largest });
  if (choice.rules.length === 0) {
    throw new LinkProblem({
      code: 'no_blocking_rule',
      message: `No way of pairing the records up stays within ${budget.toLocaleString('en')} candidate pairs: the fields have too few different values.`,
      remedy: 'Add a field that tells people apart (a name, a date of birth, a document number), or raise the budget.',
    });
  }
  return plan(maker, choice.rules, largest, choice.choices, told);
}

function planGiven(
  maker: RuleKeyMaker,
  rules: readonly BlockingRule[],
  largest: number,
  budget: number,
  isModel: boolean,
  told: KeyTeller,
): BlockingPlan {
  const most = rules.every((rule) => rule.length === 0) ? Number.POSITIVE_INFINITY : largest;
  const made = plan(maker, rules, most, [], told);
  const worst = made.choices.reduce(
    (top, choice) => (choice.pairs > top.pairs ? choice : top),
    made.choices[0] as BlockingChoice,
  );
  if (made.pairs > budget && !isModel) {
    throw new LinkProblem({
      code: 'blocking_over_budget',
      message: `The blocking rules propose ${made.pairs.toLocaleString('en')} pairs; the budget is ${budget.toLocaleString('en')}. Most come of "${worst.label}": ${worst.pairs.toLocaleString('en')}.`,
      remedy: `Narrow "${worst.label}" by a further field, leave "blocking" out of the spec, or raise the budget.`,
    });
  }
  return made;
}

function planAllPairs(entries: number): BlockingPlan {
  const keyOf = new Int32Array(new SharedArrayBuffer(entries * 4));
  const rule = makeBlocks({ keyOf, further: null }, Number.POSITIVE_INFINITY);
  const choices: BlockingChoice[] = [
    {
      rule: [],
      label: labelOfRule([]),
      isChosen: true,
      pairs: rule.pairs,
      reason: 'All pairs together stay within the budget.',
      leftOut: [],
    },
  ];
  return { rules: [rule], choices, pairs: rule.pairs, notices: [] };
}

function plan(
  maker: RuleKeyMaker,
  rules: readonly BlockingRule[],
  largest: number,
  weighed: readonly BlockingChoice[],
  told: KeyTeller,
): BlockingPlan {
  const blocks = rules.map((rule) => makeBlocks(maker.make(rule), largest));
  // Rules of a single key first: they are the quickest to ask whether they propose a pair already.
  const order = rules.map((_, i) => i).sort((a, b) => rank(blocks[a]) - rank(blocks[b]) || a - b);
  const notices: LinkNotice[] = [];
  const chosen = order.map((i): BlockingChoice => {
    const rule = rules[i] as BlockingRule;
    const own = blocks[i] as RuleBlocks;
    const label = labelOfRule(rule);
    const count = own.leftOut.length;
    const leftOut = told(own, rule);
    const [worst] = leftOut;
    const reason =
      count === 0 || worst === undefined
        ? ''
        : `${count === 1 ? 'One of its values is' : `${count.toLocaleString('en')} of its values are each`} shared by more than ${largest.toLocaleString('en')} different records (the most common by ${worst.records.toLocaleString('en')}) and proposed no pairs.`;
    if (reason !== '') {
      notices.push({ code: 'exploding_block', severity: 'warning', message: `Blocking rule "${label}": ${reason}` });
    }
    return { rule, label, isChosen: true, pairs: own.pairs, reason, leftOut };
  });
  return {
    rules: order.map((i) => blocks[i] as RuleBlocks),
    choices: [...chosen, ...weighed.filter(({ isChosen }) => !isChosen)],
    pairs: blocks.reduce((sum, { pairs }) => sum + pairs, 0),
    notices,
  };
}

/** Says which keys of a rule were left out. */
type KeyTeller = (blocks: RuleBlocks, rule: BlockingRule) => BlockingChoice['leftOut'];

function rank(blocks: RuleBlocks | undefined): number {
  return blocks === undefined || blocks.further === null ? 0 : 1;
}

function shareStated(column: ValueColumn | undefined): number {
  if (column === undefined || column.valueOf.length === 0) return 0;
  let stated = 0;
  for (const value of column.valueOf) if (value !== NOT_STATED) stated += 1;
  return stated / column.valueOf.length;
}
