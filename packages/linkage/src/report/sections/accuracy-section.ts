import { percentage } from '../../explain/summary-words.ts';
import { shareOf } from '../format-figures.ts';
import { html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Accuracy } from '../report-input.ts';
import type { Section } from '../section.ts';
import { shareCell } from '../share-cell.ts';
import { type TableRow, table } from '../table.ts';

/** Precision, recall and F1: measured where there is a truth, estimated where not, each with what it is a measure of. */
export function accuracySection(context: ReportContext): Section {
  const { say, input } = context;
  const { measured, estimated, blockingRecall } = input.evaluation ?? {};
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
    { title: say('f1'), isNumber: true },
  ];
  return {
    id: 'accuracy',
    title: say('accuracyTitle'),
    content: html`<p>${say('accuracyText')}</p>
${rows.length === 0 ? html`<p class="aside">${say('noEvaluation')}</p>` : table(say('accuracyTitle'), columns, rows)}
${blockingRecall === undefined ? null : html`<p class="note">${say('blockingRecall', { share: percentage(blockingRecall) })}</p>`}`,
  };
}

/** F1 and its like at other thresholds. */
export function thresholdsSection({ say, input }: ReportContext): Section | null {
  const thresholds = input.evaluation?.thresholds;
  if (thresholds === undefined || thresholds.rows.length === 0) return null;
  const used = input.result.model.thresholds.match;
  const nearest = Math.min(...thresholds.rows.map(({ threshold }) => Math.abs(threshold - used)));
  return {
    id: 'thresholds',
    title: say('thresholdsTitle'),
    content: html`<p>${say('thresholdsText', { are: say(`are_${thresholds.are}`) })}</p>
${table(
  say('thresholdsTitle'),
  (['threshold', 'probability', 'precision', 'recall', 'f1'] as const).map((key) => ({
    title: say(key),
    isNumber: true,
  })),
  thresholds.rows.map(({ threshold, probability, precision, recall, f1 }) => ({
    isStrong: nearest < 0.05 && Math.abs(threshold - used) === nearest,
    cells: [threshold.toFixed(2).replace('-', '−'), percentage(probability), ...[precision, recall, f1].map(shareOf)],
  })),
)}`,
  };
}
