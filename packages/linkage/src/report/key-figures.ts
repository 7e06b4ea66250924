import { percentage } from '../explain/summary-words.ts';
import { whole } from './format-figures.ts';
import { type Html, html } from './html.ts';
import type { ReportContext } from './report-context.ts';
import type { Share } from './report-input.ts';
import { countWeights } from './weight-counts.ts';

/** The figures that stand at the head: sizes, and precision and recall with where they come from. */
export function keyFigures({ say, input }: ReportContext): Html {
  const { result, evaluation } = input;
  const counts = countWeights(result);
  const accuracy = evaluation?.measured?.pairs ?? evaluation?.estimated;
  const from =
    evaluation?.measured !== undefined
      ? say('measured')
      : say(evaluation?.estimated?.from === 'clerical_sample' ? 'estimatedSample' : 'estimatedModel');
  const figure = (label: string, value: string, context = '') =>
    html`<div><dt>${label}</dt><dd><b>${value}</b>${context === '' ? null : html` <small>${context}</small>`}</dd></div>`;
  const share = ({ low, high }: Share) =>
    low === undefined || high === undefined
      ? from
      : `${say('interval', { low: percentage(low), high: percentage(high) })}, ${from}`;
  return html`<dl class="key-figures">
${accuracy === undefined ? null : [figure(say('precision'), percentage(accuracy.precision.value), share(accuracy.precision)), figure(say('recall'), percentage(accuracy.recall.value), share(accuracy.recall))]}
${figure(say('records'), whole(result.records.size))}
${figure(say('persons'), whole(result.clusters.persons))}
${figure(say('entries'), whole(result.entries.count))}
${figure(say('candidatePairs'), whole(result.candidatePairs))}
${figure(say('linkedPairs'), whole(counts.linked))}
${figure(say('inReview'), whole(counts.inReview))}
${figure(say('heldBack'), whole(result.clusters.heldBack.length))}
</dl>`;
}
