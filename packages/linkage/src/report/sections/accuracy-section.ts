import { percentage } from '../../explain/summary-words.ts';
import { drawCurve } from '../curve.ts';
import { shareOf, whole } from '../format-figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Accuracy } from '../report-input.ts';
import type { Section } from '../section.ts';
import { shareCell } from '../share-cell.ts';
import { type TableRow, table } from '../table.ts';

/** Precision, recall and F1: measured where there is a truth, estimated where not, each with what it is a measure of. */
export function accuracySection(context: ReportContext): Section {
  const { say, input } = context;
  const { measured, estimated, blockingRecall, isTruthLearnt } = input.evaluation ?? {};
  const named: readonly (readonly [name: string, how: string, accuracy: Accuracy | undefined])[] = [
    [say('pairsAfterClustering'), say('measured'), measured?.pairs],
    [say('bCubed'), say('measured'), measured?.bCubed],
    [say('pairsBefore'), say('measured'), measured?.edges],
    [say('estimated'), say(estimated?.from === 'clerical_sample' ? 'estimatedSample' : 'estimatedModel'), estimated],
  ];
  const rows = named.flatMap(([name, how, accuracy]): TableRow[] =>
    accuracy === undefined
      ? []
      : [
          {
            cells: [
              html`${name} <small>${how}</small>`,
              ...[accuracy.precision, accuracy.recall, accuracy.f1].map((share) => shareCell(context, share)),
            ],
          },
        ],
  );
  const columns = [
    { title: say('measure') },
    { title: say('precision'), isNumber: true },
    { title: say('recall'), isNumber: true },
    { title: say('f1'), isNumber: true, isMinor: true },
  ];
  return {
    id: 'accuracy',
    title: say('accuracyTitle'),
    content: html`<p>${say('accuracyText')}</p>
${rows.length === 0 ? html`<p class="aside">${say('noEvaluation')}</p>` : table(say('accuracyTitle'), columns, rows)}
${blockingRecall === undefined ? null : html`<p class="note">${say('blockingRecall', { share: percentage(blockingRecall) })}</p>`}
${isTruthLearnt ? html`<p class="aside warning">${say('truthLearnt')}</p>` : null}
${estimated === undefined || measured !== undefined ? null : html`<p>${say(estimated.from === 'model' ? 'estimatedModelText' : 'estimatedSampleText')}</p>`}
${input.toLabel === undefined ? null : html`<p class="aside">${say('toLabelText', { file: input.toLabel.file, pairs: whole(input.toLabel.pairs) })}</p>`}`,
  };
}

/** The probability says where a threshold lies, and precision how many links are wrong. */
const minor: ReadonlySet<string> = new Set(['threshold', 'links', 'f1']);

/** F1 and its like at other thresholds, and the curves through all of them where there is a truth. */
export function thresholdsSection(context: ReportContext): Section | null {
  const { say, input } = context;
  const thresholds = input.evaluation?.thresholds;
  if (thresholds === undefined || thresholds.rows.length === 0) return null;
  const used = input.result.model.thresholds.match;
  const nearest = Math.min(...thresholds.rows.map(({ threshold }) => Math.abs(threshold - used)));
  const hasLinks = thresholds.rows.some(({ links }) => links !== undefined);
  return {
    id: 'thresholds',
    title: say('thresholdsTitle'),
    content: html`<p>${say('thresholdsText', { are: say(`are_${thresholds.are}`) })}</p>
${table(
  say('thresholdsTitle'),
  (
    [
      'threshold',
      'probability',
      ...(hasLinks ? (['links', 'wrong'] as const) : []),
      'precision',
      'recall',
      'f1',
    ] as const
  ).map((key) => ({
    title: say(key),
    isNumber: true,
    isMinor: minor.has(key),
  })),
  thresholds.rows.map(({ threshold, probability, links, wrong, precision, recall, f1 }) => ({
    isStrong: nearest < 0.05 && Math.abs(threshold - used) === nearest,
    cells: [
      threshold.toFixed(2).replace('-', '−'),
      percentage(probability),
      ...(hasLinks ? [whole(links ?? 0), roundedUp(wrong ?? 0)] : []),
      ...[precision, recall, f1].map(shareOf),
    ],
  })),
)}
${curvesOf(context)}`,
  };
}

/** Fewer than ten wrong links with a figure after the point: 0.4 is not nothing. */
function roundedUp(count: number): string {
  return count < 10 && !Number.isInteger(count) ? count.toFixed(1) : whole(count);
}

function curvesOf({ say, input }: ReportContext): Html | null {
  const curves = input.evaluation?.curves;
  const used = input.result.model.thresholds.match;
  if (curves === undefined || curves.points.length < 3) return null;
  const at = curves.points.findLast(({ threshold }) => threshold >= used);
  const least = Math.min(...curves.points.map(({ precision }) => precision));
  const low = Math.max(0, Math.floor(least * 10) / 10);
  const rates = curves.points.map(({ falsePositiveRate }) => falsePositiveRate).filter((rate) => rate > 0);
  const lowRate = 10 ** Math.floor(Math.log10(Math.min(0.1, ...rates)));
  const share = (value: number) => (Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(2))));
  return html`<h3>${say('curvesTitle')}</h3><p>${say('curvesText', { average: shareOf(curves.averagePrecision), auc: shareOf(curves.auc) })}</p>
<div class="curves"><figure>${drawCurve({
    points: curves.points.map(({ recall, precision }) => [recall, precision]),
    ...(at === undefined ? {} : { used: [at.recall, at.precision] }),
    y: { from: low, label: say('precision') },
    x: { from: 0, label: say('recall') },
    label: say('curvePrecision', { low: share(low) }),
  })}</figure><figure>${drawCurve({
    points: curves.points.map(({ recall, falsePositiveRate }) => [Math.max(lowRate, falsePositiveRate), recall]),
    ...(at === undefined ? {} : { used: [Math.max(lowRate, at.falsePositiveRate), at.recall] }),
    y: { from: 0, label: say('recall') },
    x: { from: lowRate, label: say('otherPairs'), isLog: true },
    label: say('curveRoc', { low: share(lowRate) }),
  })}</figure></div>`;
}
