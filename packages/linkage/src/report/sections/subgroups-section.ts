import { whole } from '../format-figures.ts';
import { html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Share } from '../report-input.ts';
import type { Section } from '../section.ts';
import { shareCell } from '../share-cell.ts';
import { table } from '../table.ts';

/** Errors by group of records, so that nobody is linked worse unseen. */
export function subgroupsSection(context: ReportContext): Section | null {
  const { say, input } = context;
  const rows = input.evaluation?.subgroups ?? [];
  const all = input.evaluation?.measured?.pairs;
  if (rows.length === 0) return null;
  const cell = (share: Share, isWorse = false) =>
    html`${shareCell(context, share)}${isWorse ? html`<small class="worse">${say('worse')}</small>` : null}`;
  return {
    id: 'subgroups',
    title: say('subgroupsTitle'),
    content: html`<p>${say('subgroupsText')}</p>
${table(
  say('subgroupsTitle'),
  [
    { title: say('group') },
    ...(['records', 'precision', 'recall'] as const).map((key) => ({ title: say(key), isNumber: true })),
  ],
  rows.map(({ dimension, group, records, precision, recall, isPrecisionWorse, isRecallWorse }) => ({
    cells: [
      html`<span class="muted">${dimensionWords(context, dimension)}</span> ${groupWords(context, dimension, group)}`,
      whole(records),
      cell(precision, isPrecisionWorse && isFarBelow(precision, all?.precision)),
      cell(recall, isRecallWorse && isFarBelow(recall, all?.recall)),
    ],
  })),
)}`,
  };
}

/** Among very many records every gap is more than chance: one of less than this is nobody's concern. */
const LEAST_GAP = 0.001;

function isFarBelow(share: Share, all: Share | undefined): boolean {
  return all === undefined || share.value <= all.value - LEAST_GAP;
}

const own: Readonly<Record<string, 'groupNotStated' | 'groupScript' | 'groupSource'>> = {
  not_stated: 'groupNotStated',
  script: 'groupScript',
  source: 'groupSource',
};

function dimensionWords({ say }: ReportContext, dimension: string): string {
  if (dimension.startsWith('without:')) return say('groupWithout');
  const phrase = own[dimension];
  return phrase === undefined ? inWords(dimension) : say(phrase);
}

function groupWords({ say }: ReportContext, dimension: string, group: string): string {
  if (group === '*') return say('groupOthers');
  return dimension.startsWith('without:') ? inWords(group) : group;
}

function inWords(name: string): string {
  return name.replaceAll('_', ' ').replaceAll('+', ', ');
}
