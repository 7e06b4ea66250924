import { percentage } from '../../explain/summary-words.ts';
import { probabilityOf } from '../../model.ts';
import { bitsOf, whole } from '../format-figures.ts';
import { drawHistogram } from '../histogram.ts';
import { html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import { countWeights } from '../weight-counts.ts';

/** All pairs by weight, with the zone of review and the threshold. */
export function weightsSection({ say, input }: ReportContext): Section {
  const { thresholds } = input.result.model;
  const counts = countWeights(input.result);
  const [match, review] = [bitsOf(thresholds.match), bitsOf(thresholds.review)];
  const words = {
    label: say('histogramLabel', {
      pairs: whole(input.result.pairs.count),
      below: whole(counts.below),
      review_pairs: whole(counts.inReview),
      above: whole(counts.linked),
      match,
      review,
    }),
    bits: say('axisBits'),
    pairs: say('axisPairs'),
    zones: [say('apartZone'), say('reviewZone'), say('linkZone')] as const,
  };
  return {
    id: 'weights',
    title: say('weightsTitle'),
    content: html`<p>${say('weightsText', { match, review, probability: percentage(probabilityOf(thresholds.match)) })}</p>
<figure class="picture">${drawHistogram({ counts, thresholds, words, width: 860, kind: 'wide' })}${drawHistogram({ counts, thresholds, words, width: 360, kind: 'narrow' })}</figure>`,
  };
}
