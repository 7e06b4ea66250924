import { guardPhrases } from '../../review/review-phrases.ts';
import { type ChosenExample, chooseExamples } from '../choose-examples.ts';
import { whole } from '../format-figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportEvaluation } from '../report-input.ts';
import type { Section } from '../section.ts';
import { bar, table } from '../table.ts';
import { drawWaterfall, waterfallScale } from '../waterfall.ts';

/** Waterfalls of pairs chosen to show how the linkage thinks. */
export function examplesSection(context: ReportContext): Section | null {
  const { say, input } = context;
  const { explainer } = input;
  const chosen = chooseExamples(input.result);
  if (explainer === undefined || chosen.length === 0) return null;
  const explained = chosen.map(({ left, right }) => explainer.explain(left, right));
  return {
    id: 'examples',
    title: say('examplesTitle'),
    content: html`<p>${say('examplesText')}</p>
${explained.map((explanation, at) =>
  drawWaterfall(context, explanation, {
    title: titleOf(context, chosen[at]),
    scale: waterfallScale(context, explained),
  }),
)}`,
  };
}

function titleOf({ say }: ReportContext, example: ChosenExample | undefined): string {
  if (example === undefined) return '';
  return say(example.why, example.guard === undefined ? {} : { guard: guardPhrases[example.guard] });
}

/** Pairs on which linkage and truth disagree. */
export function errorsSection(context: ReportContext): Section | null {
  const { say, input } = context;
  const { explainer } = input;
  const errors = explainer === undefined ? [] : (input.evaluation?.errors ?? []);
  const missedBy = input.evaluation?.missedBy;
  if (errors.length === 0 && missedBy === undefined) return null;
  const explained = errors.flatMap(({ left, right }) => explainer?.explain(left, right) ?? []);
  return {
    id: 'errors',
    title: say('errorsTitle'),
    content: html`<p>${say('errorsText')}</p>
${missedBy === undefined ? null : missedTable(context, missedBy)}
${explained.map((explanation, at) =>
  drawWaterfall(context, explanation, {
    title: say(errors[at]?.kind === 'false_link' ? 'exampleFalse' : 'exampleMissed'),
    scale: waterfallScale(context, explained),
  }),
)}`,
  };
}

function missedTable({ say }: ReportContext, missedBy: NonNullable<ReportEvaluation['missedBy']>): Html {
  const all = Object.values(missedBy).reduce((sum, pairs) => sum + pairs, 0);
  return table(
    say('missedTitle'),
    [
      { title: say('missedTitle'), width: 45 },
      { title: say('pairs'), isNumber: true, width: 15 },
      { title: '', width: 40 },
    ],
    (['not_proposed', 'below_threshold', 'held_back'] as const).map((why) => ({
      cells: [say(`missed_${why}`), whole(missedBy[why]), bar(all === 0 ? 0 : missedBy[why] / all, 'against')],
    })),
  );
}
