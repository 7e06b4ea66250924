import type { LinkageModel } from '../model.ts';
import { type Bilingual, fillPhrase, joinInWords, withinSentence } from './bilingual.ts';
import { strengthOf } from './evidence-strength.ts';
import { explainPhrases } from './explain-phrases.ts';
import type { WaterfallStep } from './pair-explanation.ts';

export interface SummaryInput {
  readonly weight: number;
  readonly probability: number;
  readonly steps: readonly WaterfallStep[];
  readonly thresholds: LinkageModel['thresholds'];
}

/** The whole in one sentence: what is made of the pair, how probable it is, the three strongest findings on either side. */
export function summaryInWords({ weight, probability, steps, thresholds }: SummaryInput): Bilingual {
  const verdict =
    weight >= thresholds.match
      ? explainPhrases.linked
      : weight >= thresholds.review
        ? explainPhrases.doubtful
        : explainPhrases.apart;
  let summary = fillPhrase(explainPhrases.summary, { verdict, probability: percentage(probability) });
  const supporting = strongest(steps, 1);
  const opposing = strongest(steps, -1);
  if (supporting !== null) summary = fillPhrase(explainPhrases.summaryFor, { summary, list: supporting });
  if (opposing !== null) summary = fillPhrase(explainPhrases.summaryAgainst, { summary, list: opposing });
  return fillPhrase(explainPhrases.sentence, { summary });
}

function strongest(steps: readonly WaterfallStep[], sign: 1 | -1): Bilingual | null {
  const found = steps
    .filter((step) => step.left !== undefined)
    .map((step) => ({ step, bits: sign * (step.weight + step.rarityWeight) }))
    .filter(({ bits }) => bits > 0 && strengthOf(bits) !== 'hardly_any')
    .toSorted((a, b) => b.bits - a.bits)
    .slice(0, 3);
  if (found.length === 0) return null;
  return joinInWords(
    found.map(({ step }) =>
      fillPhrase(explainPhrases.finding, {
        fact: withinSentence(step.label),
        evidence: withinSentence(step.levelLabel),
      }),
    ),
    explainPhrases.and,
  );
}

/** A probability as a percentage; never `100 %` or `0 %` where it is neither. */
export function percentage(share: number): string {
  if (share > 0.9999 && share < 1) return '> 99.99 %';
  if (share < 0.0001 && share > 0) return '< 0.01 %';
  const digits = share > 0.99 || share < 0.01 ? 2 : share > 0.9 || share < 0.1 ? 1 : 0;
  return `${(share * 100).toFixed(digits)} %`;
}
