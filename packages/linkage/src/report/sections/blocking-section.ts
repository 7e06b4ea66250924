import { possiblePairs } from '../../evaluate/possible-pairs.ts';
import { whole } from '../format-figures.ts';
import { html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import { table } from '../table.ts';

/** Rules that proposed pairs, rules that were passed over and why, and key values that too many records share. */
export function blockingSection({ say, input, shown }: ReportContext): Section {
  const { model, candidatePairs, records } = input.result;
  const sorted = model.blocking.toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen));
  const keys = (leftOut: (typeof sorted)[number]['leftOut']) =>
    say('keysLeftOut', {
      count: whole(leftOut.length),
      list: leftOut
        .slice(0, 5)
        .map(({ key, records: count }) => say('keyRecords', { key: shown(key), count: whole(count) }))
        .join(', ')
        .concat(leftOut.length > 5 ? ' …' : ''),
    });
  return {
    id: 'blocking',
    title: say('blockingTitle'),
    content: html`<p>${say('blockingText', { possible: whole(possiblePairs(records)), pairs: whole(candidatePairs) })}</p>
${table(
  say('blockingTitle'),
  [{ title: say('rule') }, { title: say('pairs'), isNumber: true }, { title: '' }],
  sorted.map(({ label, pairs, isChosen, reason, leftOut }) => ({
    cells: [
      label,
      whole(pairs),
      html`<span class="${isChosen ? 'used' : 'muted'}">${say(isChosen ? 'used' : 'leftOut')}</span>${reason === '' ? null : html`. ${reason}`}${leftOut.length === 0 ? null : html`<br><small>${keys(leftOut)}</small>`}`,
    ],
  })),
)}`,
  };
}
