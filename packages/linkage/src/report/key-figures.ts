import { percentage } from '../explain/summary-words.ts';
import { whole } from './format-figures.ts';
import { type Html, html } from './html.ts';
import type { ReportContext } from './report-context.ts';
import type { Share } from './report-input.ts';
import { countWeights } from './weight-counts.ts';

/** The figures at the head: what came out and how far to trust it, then the counts behind it. */
export function keyFigures(context: ReportContext): Html {
  const { say, input } = context;
  const { result, evaluation } = input;
  const counts = countWeights(result);
  const accuracy = evaluation?.measured?.pairs ?? evaluation?.estimated;
  const figure = (label: string, value: string, note = '') =>
    html`<div><dt>${label}</dt><dd>${value}${note === '' ? null : html` <small>${note}</small>`}</dd></div>`;
  const share = (label: string, { value, low, high }: Share) =>
    figure(
      label,
      percentage(value),
      low === undefined || high === undefined
        ? sourceOf(context)
        : `${say('interval', { low: percentage(low), high: percentage(high) })}, ${sourceOf(context)}`,
    );
  return html`<dl class="key-figures">
${figure(say('records'), whole(result.records.size))}${figure(say('persons'), whole(result.clusters.persons))}${
  accuracy === undefined
    ? null
    : html`${share(say('precision'), accuracy.precision)}${share(say('recall'), accuracy.recall)}`
}
</dl>
<dl class="counts">
${figure(say('entries'), whole(result.entries.count))}${figure(say('candidatePairs'), whole(result.candidatePairs))}${figure(say('linkedPairs'), whole(counts.linked))}${figure(say('inReview'), whole(counts.inReview))}${figure(say('heldBack'), whole(result.clusters.heldBack.length))}
</dl>`;
}

function sourceOf({ say, input }: ReportContext): string {
  if (input.evaluation?.measured !== undefined) return say('measured');
  return say(input.evaluation?.estimated?.from === 'clerical_sample' ? 'estimatedSample' : 'estimatedModel');
}
