import type { Source } from '../document/document.ts';
import type { FigureNote } from '../document/figure-note.ts';
import { escapeHtml } from './escape-html.ts';

/** The note under a figure or table: marks, sources, facts, and the way back to the rows. */
export function noteHtml(note: FigureNote, sources: readonly Source[]): string {
  const cited = note.sources
    .map((number) => sources.find((source) => source.number === number))
    .filter((source) => source !== undefined)
    .map(
      (source) =>
        `${escapeHtml(source.citation)} <a class="cite" href="#source-${source.number}" aria-label="Source ${source.number}">${source.number}</a>`,
    );
  const facts = [
    ...(cited.length > 0 ? [`<b>${cited.length === 1 ? 'Source' : 'Sources'}</b> ${cited.join('; ')}`] : []),
    ...note.facts.map((fact) => `<b>${escapeHtml(fact.label)}</b> ${escapeHtml(fact.text)}`),
    ...note.legend.map((each) => `<b>${escapeHtml(each.mark)}</b> ${escapeHtml(each.meaning)}`),
  ];
  const way =
    note.explain === ''
      ? ''
      : `<span class="way">Snapshot ${escapeHtml(note.snapshot)} · <code>${escapeHtml(note.explain)}</code></span>`;
  return `<div class="note">${facts.map((fact) => `<span>${fact}</span>`).join(' ')} ${way}</div>`;
}

/** Badges beside a caption: status where it is not final, and synthetic data always. */
export function badgesHtml(note: FigureNote): string {
  const status = note.status === 'final' ? '' : ` <span class="badge">${escapeHtml(note.statusLabel)}</span>`;
  return `${status}${note.isSynthetic ? ` <span class="badge synthetic">${escapeHtml(note.syntheticLabel)}</span>` : ''}`;
}
