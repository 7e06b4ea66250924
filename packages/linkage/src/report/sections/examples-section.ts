import { guardPhrases } from '../../review/review-phrases.ts';
import { chooseExamples } from '../choose-examples.ts';
import { html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import { drawWaterfall } from '../waterfall.ts';

/** Waterfalls of pairs chosen to show how the linkage thinks. */
export function examplesSection(context: ReportContext): Section | null {
  const { say, input } = context;
  const { explainer } = input;
  const chosen = chooseExamples(input.result);
  if (explainer === undefined || chosen.length === 0) return null;
  return {
    id: 'examples',
    title: say('examplesTitle'),
    content: html`<p>${say('examplesText')}</p>
${chosen.map(({ left, right, why, guard }) =>
  drawWaterfall(
    context,
    explainer.explain(left, right),
    say(why, guard === undefined ? {} : { guard: guardPhrases[guard] }),
  ),
)}`,
  };
}

/** Pairs on which linkage and truth disagree. */
export function errorsSection(context: ReportContext): Section | null {
  const { say, input } = context;
  const { explainer } = input;
  const errors = input.evaluation?.errors ?? [];
  if (explainer === undefined || errors.length === 0) return null;
  return {
    id: 'errors',
    title: say('errorsTitle'),
    content: html`<p>${say('errorsText')}</p>
${errors.map(({ kind, left, right }) =>
  drawWaterfall(context, explainer.explain(left, right), say(kind === 'false_link' ? 'exampleFalse' : 'exampleMissed')),
)}`,
  };
}
