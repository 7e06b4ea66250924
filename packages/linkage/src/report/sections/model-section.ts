import { oneIn } from '../../explain/rarity-words.ts';
import { type ComparisonModel, priorWeight } from '../../model.ts';
import { bitsOf, levelShare, signedBits } from '../format-figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import { divergingBar, figureWithBar, table } from '../table.ts';

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
    { title: say('level'), width: 32 },
    { title: say('onePerson'), width: 21 },
    { title: say('twoPersons'), width: 21 },
    { title: say('bits'), isNumber: true, width: 8 },
    { title: '', width: 18 },
  ],
  comparison.levels.map((level) => ({
    cells: [
      html`<span class="level" title="${read(level.description)}">${read(level.label)}</span>${level.usesTermFrequency && comparison.termFrequencies !== null ? html` <small>${say('rarityCounts')}</small>` : null}${level.learntFrom === 'em' ? null : html` <small>${say(level.learntFrom === 'labels' ? 'fromLabels' : 'notLearnt')}</small>`}`,
      figureWithBar(levelShare(level.m), level.m, 'for'),
      figureWithBar(levelShare(level.u), level.u, 'against'),
      signedBits(level.weight),
      divergingBar(level.weight / most),
    ],
  })),
)}</div>
`;
}
