import { beginningSentence } from '../explain/bilingual.ts';
import { markDifference, type Segment } from '../explain/mark-difference.ts';
import type { PairExplanation, WaterfallStep } from '../explain/pair-explanation.ts';
import { signedBits } from './format-figures.ts';
import { type Html, html } from './html.ts';
import type { ReportContext } from './report-context.ts';

/** Least and most bits of a chart; several charts with one scale can be compared. */
export interface WaterfallScale {
  readonly least: number;
  readonly most: number;
}

/** The scale that holds all of these explanations, and the threshold. */
export function waterfallScale({ input }: ReportContext, explanations: readonly PairExplanation[]): WaterfallScale {
  const totals = explanations.flatMap(({ steps }) => steps.map(({ total }) => total));
  const all = [0, input.result.model.thresholds.match, ...totals];
  return { least: Math.min(...all), most: Math.max(...all) };
}

export interface WaterfallOptions {
  readonly title: string;
  readonly scale: WaterfallScale;
}

/** A pair's way from the prior to its weight: a row a step with words, the two values with what differs marked, and a bar. */
export function drawWaterfall(context: ReportContext, explanation: PairExplanation, options: WaterfallOptions): Html {
  const { say, read, input } = context;
  const { least, most } = options.scale;
  const place = (bits: number) => ((bits - least) / (most - least)) * 100;
  const threshold = place(input.result.model.thresholds.match);
  // A masked id would only be noise: the source alone is left of it.
  const ref = ({ source, id }: PairExplanation['left']) => (input.showValues ? `${source} ${id}` : source);
  let before = explanation.steps[0]?.total ?? 0;
  return html`<article class="waterfall keep">
<header><h3>${options.title}</h3><p class="muted">${ref(explanation.left)} · ${ref(explanation.right)}</p></header>
<ol>${explanation.steps.map((step) => {
    const bits = step.weight + step.rarityWeight;
    const row = html`<li><span class="words">${read(beginningSentence({ en: step.words.en, st: step.words.st ?? step.words.en }))}</span>${valuesOf(context, step)}${stepBar(place(before), place(step.total), threshold)}<span class="figure">${signedBits(bits)}</span></li>
`;
    before = step.total;
    return row;
  })}<li class="sum"><span class="words">${say('total')}</span><span class="values"></span>${totalBar(place(explanation.weight), threshold)}<span class="figure">${signedBits(explanation.weight)}</span></li></ol>
<p class="summary">${read(explanation.summary)}</p></article>
`;
}

/** One value below the other, so that letters stand over letters. */
function valuesOf({ shown }: ReportContext, { left, right }: WaterfallStep): Html {
  if (left === undefined || right === undefined || (left === null && right === null)) {
    return html`<span class="values"></span>`;
  }
  const marks = markDifference(left, right);
  const side = (segments: readonly Segment[]) =>
    segments.length === 0
      ? html`<span class="muted">–</span>`
      : html`<span>${segments.map(({ text, mark }) => (mark === 'same' ? html`${shown(text)}` : html`<mark class="${mark}">${shown(text)}</mark>`))}</span>`;
  return html`<span class="values">${side(marks.left)}${side(marks.right)}</span>`;
}

function stepBar(before: number, after: number, threshold: number): Html {
  const moved = Math.abs(after - before);
  const kind = moved < 0.05 ? 'still' : after >= before ? 'for' : 'against';
  return html`<svg class="step" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${thresholdLine(threshold)}<rect class="${kind}" x="${n(Math.min(before, after, 99.5))}" y="2" width="${n(Math.max(0.5, moved))}" height="6"/></svg>`;
}

function totalBar(total: number, threshold: number): Html {
  return html`<svg class="step" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${thresholdLine(threshold)}<rect class="sum" x="${n(Math.max(0, Math.min(99, total - 0.5)))}" width="1" height="10"/></svg>`;
}

function thresholdLine(at: number): Html {
  return html`<line class="threshold" x1="${n(at)}" x2="${n(at)}" y2="10"/>`;
}

function n(value: number): string {
  return value.toFixed(2);
}
