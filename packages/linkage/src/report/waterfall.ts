import { markDifference, type Segment } from '../explain/mark-difference.ts';
import type { PairExplanation, WaterfallStep } from '../explain/pair-explanation.ts';
import { signedBits } from './format-figures.ts';
import { type Html, html } from './html.ts';
import type { ReportContext } from './report-context.ts';

/** A pair's way from the prior to its weight: a bar a step, the two values with what differs marked, and the words. */
export function drawWaterfall(context: ReportContext, explanation: PairExplanation, title: string): Html {
  const { say, read, shown, input } = context;
  const totals = explanation.steps.map(({ total }) => total);
  const threshold = input.result.model.thresholds.match;
  const [least, most] = [Math.min(0, threshold, ...totals), Math.max(0, threshold, ...totals)];
  const scale = (bits: number) => ((bits - least) / (most - least)) * 100;
  const ref = ({ source, id }: PairExplanation['left']) => `${source} ${shown(id)}`;
  return html`<article class="waterfall keep">
<header><h3>${title}</h3><p class="muted">${ref(explanation.left)} · ${ref(explanation.right)}</p></header>
<ol>${explanation.steps.map((step, at) => {
    const before = at === 0 ? step.total : (totals[at - 1] ?? 0);
    return html`<li><span class="words"><b>${read(step.label)}</b>${valuesOf(context, step)}<span class="said">${saidOf(context, step)}</span></span>${stepBar(scale(before), scale(step.total), scale(threshold))}<span class="figure">${signedBits(step.weight + step.rarityWeight)}</span></li>
`;
  })}<li class="sum"><span class="words"><b>${say('total')}</b></span>${totalBar(scale(explanation.weight), scale(threshold))}<span class="figure">${signedBits(explanation.weight)}</span></li></ol>
<p class="summary">${read(explanation.summary)}</p></article>
`;
}

/** What was found and how much it is, without the label, which stands beside it already. */
function saidOf({ read }: ReportContext, { words }: WaterfallStep): string {
  return read(words);
}

function valuesOf({ shown }: ReportContext, { left, right }: WaterfallStep): Html | null {
  if (left === undefined || right === undefined || (left === null && right === null)) return null;
  const marks = markDifference(left, right);
  const side = (segments: readonly Segment[]) =>
    segments.length === 0
      ? html`–`
      : html`${segments.map(({ text, mark }) => (mark === 'same' ? html`${shown(text)}` : html`<mark class="${mark}">${shown(text)}</mark>`))}`;
  return html`<span class="values"><span>${side(marks.left)}</span><span>${side(marks.right)}</span></span>`;
}

function stepBar(before: number, after: number, threshold: number): Html {
  const kind = after >= before ? 'for' : 'against';
  return html`<svg class="step" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><line class="threshold" x1="${threshold.toFixed(2)}" x2="${threshold.toFixed(2)}" y2="10"/><rect class="${kind}" x="${Math.min(before, after).toFixed(2)}" y="2" width="${Math.max(0.6, Math.abs(after - before)).toFixed(2)}" height="6"/></svg>`;
}

function totalBar(total: number, threshold: number): Html {
  return html`<svg class="step" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><line class="threshold" x1="${threshold.toFixed(2)}" x2="${threshold.toFixed(2)}" y2="10"/><rect class="sum" x="${(total - 0.6).toFixed(2)}" width="1.2" height="10"/></svg>`;
}
