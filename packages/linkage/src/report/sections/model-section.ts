import { oneIn } from '../../explain/rarity-words.ts';
import { type ComparisonModel, priorWeight } from '../../model.ts';
import { bitsOf, levelShare, signedBits } from '../format-figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import { bar, divergingBar, table } from '../table.ts';

/** Every comparison with its levels: m, u and the weight that follows. */
export function modelSection(context: ReportContext): Section {
  const { say, input } = context;
  const { model } = input.result;
  const most = Math.max(1, ...model.comparisons.flatMap(({ levels }) => levels.map(({ weight }) => Math.abs(weight))));
  return {
    id: 'model',
    title: say('modelTitle'),
    content: html`<p>${say('modelText', { prior: bitsOf(priorWeight(model.prior)), count: oneIn(model.prior) })}</p>
${model.comparisons.map((comparison) => comparisonTable(context, comparison, most))}`,
  };
}

function comparisonTable({ say, read }: ReportContext, comparison: ComparisonModel, most: number): Html {
  const label = read(comparison.label);
  return html`<div class="keep"><h3>${label}</h3>
${table(
  label,
  [
    { title: say('level') },
    { title: say('onePerson'), isNumber: true },
    { title: say('twoPersons'), isNumber: true },
    { title: say('bits'), isNumber: true },
    { title: '' },
  ],
  comparison.levels.map((level) => ({
    cells: [
      html`<span class="level" title="${read(level.description)}">${read(level.label)}</span>${level.usesTermFrequency && comparison.termFrequencies !== null ? html` <small>${say('rarityCounts')}</small>` : null}${level.learntFrom === 'default' ? html` <small>${say('notLearnt')}</small>` : null}`,
      html`<span class="figure">${levelShare(level.m)}</span>${bar(level.m, 'for')}`,
      html`<span class="figure">${levelShare(level.u)}</span>${bar(level.u, 'against')}`,
      signedBits(level.weight),
      divergingBar(level.weight / most),
    ],
  })),
)}</div>
`;
}
