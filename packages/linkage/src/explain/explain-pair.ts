import { SILENT } from '../compare/level-finder.ts';
import { type ComparisonModel, type LevelModel, type LinkageModel, priorWeight, probabilityOf } from '../model.ts';
import type { RecordSet } from '../records/record-set.ts';
import { type Bilingual, fillPhrase, withinSentence } from './bilingual.ts';
import { evidenceInWords } from './evidence-strength.ts';
import { explainPhrases } from './explain-phrases.ts';
import type { PairExplanation, WaterfallStep } from './pair-explanation.ts';
import { oneIn, rarityInWords, shareOfValue } from './rarity-words.ts';
import { makeRecordScorer } from './score-records.ts';
import { agreedText, type RawOf, shownValues } from './show-values.ts';
import { summaryInWords } from './summary-words.ts';

/** What scoring one pair gives: the weight, and per comparison its level (or SILENT) and the bits of rarity. */
export interface PairScorer {
  score(leftRecord: number, rightRecord: number): number;
  readonly levels: Uint8Array;
  readonly rarity: Float64Array;
}

export interface ExplainOptions {
  /** Values as the sources state them; without it the normalised values are shown. */
  readonly rawOf?: RawOf;
}

export interface Explainer {
  /** The way of two records (by number) from the prior to their weight. */
  explain(left: number, right: number): PairExplanation;
}

/** Explains many pairs with one scorer. */
export function makeExplainer(
  records: RecordSet,
  model: LinkageModel,
  scorer: PairScorer,
  options: ExplainOptions = {},
): Explainer {
  return {
    explain(left, right) {
      const weight = scorer.score(left, right);
      const steps: WaterfallStep[] = [priorStep(model.prior)];
      for (const [at, comparison] of model.comparisons.entries()) {
        const total = steps.at(-1)?.total ?? 0;
        const level = scorer.levels[at] ?? SILENT;
        const rarityWeight = level === SILENT ? 0 : (scorer.rarity[at] ?? 0);
        steps.push(stepOf({ records, comparison, level, rarityWeight, total, left, right, options }));
      }
      const rest = weight - (steps.at(-1)?.total ?? 0);
      if (Math.abs(rest) >= 0.05) steps.push(differencesStep(scorer.levels, model.comparisons.length, rest, weight));
      const probability = probabilityOf(weight);
      return {
        left: refOf(records, left),
        right: refOf(records, right),
        weight,
        probability,
        steps,
        summary: summaryInWords({ weight, probability, steps, thresholds: model.thresholds }),
      };
    },
  };
}

/** Explains one pair. For several, `makeExplainer` with one scorer saves the making of it each time. */
export function explainPair(
  records: RecordSet,
  model: LinkageModel,
  left: number,
  right: number,
  options: ExplainOptions = {},
): PairExplanation {
  return makeExplainer(records, model, makeRecordScorer(records, model), options).explain(left, right);
}

interface StepInput {
  readonly records: RecordSet;
  readonly comparison: ComparisonModel;
  readonly level: number;
  readonly rarityWeight: number;
  readonly total: number;
  readonly left: number;
  readonly right: number;
  readonly options: ExplainOptions;
}

function stepOf(input: StepInput): WaterfallStep {
  const { records, comparison, rarityWeight, options } = input;
  const level = comparison.levels[input.level];
  const left = shownValues(records, input.left, comparison.fields, options.rawOf);
  const right = shownValues(records, input.right, comparison.fields, options.rawOf);
  const weight = level?.weight ?? 0;
  return {
    comparison: comparison.id,
    label: comparison.label,
    level: level?.id ?? 'not_stated',
    levelLabel: level?.label ?? explainPhrases.notStated,
    weight,
    rarityWeight,
    total: input.total + weight + rarityWeight,
    words: level === undefined ? silentWords(comparison, left, right) : wordsOf(input, level),
    left,
    right,
  };
}

/** Silent for want of a value, or because another comparison has counted the two fields (names swapped). */
function silentWords(comparison: ComparisonModel, left: string | null, right: string | null): Bilingual {
  const label = withinSentence(comparison.label);
  const phrase =
    left === null && right === null
      ? explainPhrases.silentTwice
      : left === null || right === null
        ? explainPhrases.silentOnce
        : explainPhrases.silentCounted;
  return fillPhrase(explainPhrases.saysNothing, { fact: fillPhrase(phrase, { label }) });
}

function wordsOf(input: StepInput, level: LevelModel): Bilingual {
  const { records, comparison, rarityWeight } = input;
  const label = withinSentence(comparison.label);
  const fact =
    level.test.is === 'equal'
      ? fillPhrase(explainPhrases.same, { label })
      : level.test.is === 'else'
        ? fillPhrase(explainPhrases.different, { label })
        : fillPhrase(explainPhrases.level, { label, level: withinSentence(level.label) });
  const evidence = evidenceInWords(level.weight + rarityWeight);
  const agreed = agreedText(records, comparison.fields[0] ?? '', input.left, input.right);
  const share = agreed === null ? null : shareOfValue(comparison, agreed);
  const rarity = level.usesTermFrequency ? rarityInWords(rarityWeight, share) : null;
  if (rarity === null) return fillPhrase(explainPhrases.finding, { fact, evidence });
  return fillPhrase(explainPhrases.findingRare, { fact, rarity, evidence });
}

/**
 * What is left between the sum of the comparisons and the weight: how many fields differ at all, since mistakes do not come
 * one by one. Left out below a twentieth of a bit.
 */
function differencesStep(levels: Uint8Array, comparisons: number, rest: number, total: number): WaterfallStep {
  const stated = levels.subarray(0, comparisons).filter((level) => level !== SILENT);
  const parts = { count: String(stated.filter((level) => level > 0).length), stated: String(stated.length) };
  return {
    comparison: 'differences',
    label: explainPhrases.differences,
    level: 'differences',
    levelLabel: fillPhrase(explainPhrases.differencesLevel, parts),
    weight: rest,
    rarityWeight: 0,
    total,
    words: fillPhrase(explainPhrases.finding, {
      fact: fillPhrase(explainPhrases.differencesFact, parts),
      evidence: evidenceInWords(rest),
    }),
  };
}

function priorStep(prior: number): WaterfallStep {
  const weight = priorWeight(prior);
  return {
    comparison: 'prior',
    label: explainPhrases.prior,
    level: 'prior',
    levelLabel: explainPhrases.priorLevel,
    weight,
    rarityWeight: 0,
    total: weight,
    words: fillPhrase(explainPhrases.priorWords, { count: oneIn(prior) }),
  };
}

function refOf(records: RecordSet, record: number): { readonly source: string; readonly id: string } {
  const source = records.sources[records.sourceOf[record] ?? 0];
  return { source: source?.name ?? '', id: records.idOf(record) };
}
