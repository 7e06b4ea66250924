import { renderChart } from '../charts/render-chart.ts';
import type { Block, FigureBlock, KeyFigure, MapBlock, ProfileDocument } from '../document/document.ts';
import { renderMap } from '../maps/render-map.ts';
import { escapeHtml } from './escape-html.ts';
import { inlineHtml } from './inline-html.ts';
import { badgesHtml, noteHtml } from './note-html.ts';
import { tableHtml } from './table-html.ts';

/** Widths for which pictures are drawn, in CSS pixels, with type that stays readable at that width. */
const wide = { width: 760, fontSize: 13 };
const narrow = { width: 350, fontSize: 12 };

export function blockHtml(block: Block, document: ProfileDocument): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlineHtml(block.content)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</ul>`;
    case 'key_figures':
      return `<ul class="key-figures">${block.items.map(keyFigureHtml).join('')}</ul>`;
    case 'figure':
      return figureHtml(block, document, chartPictures(block));
    case 'map':
      return figureHtml(block, document, mapPictures(block));
    case 'table':
      return (
        `<figure class="table" id="${block.id}"><figcaption>${label('Table', block.number)} ${escapeHtml(block.title)}${badgesHtml(block.note)}</figcaption>` +
        `${tableHtml(block.content, `Table ${block.number}. ${block.title}`, block.id)}${noteHtml(block.note, document.sources)}</figure>`
      );
    case 'missing':
      return `<aside class="missing"><p><strong>No data: ${escapeHtml(block.subject)}.</strong> ${escapeHtml(block.text)}</p></aside>`;
    case 'definitions':
      return `<dl class="definitions">${block.items
        .map(
          (item) =>
            `<div id="${escapeHtml(item.id)}"><dt>${escapeHtml(item.term)}</dt><dd>${escapeHtml(item.definition)}` +
            `${item.source === '' ? '' : ` <small>${escapeHtml(item.source)}</small>`}</dd></div>`,
        )
        .join('')}</dl>`;
    default:
      return block satisfies never;
  }
}

function label(kind: string, number: string): string {
  return `<span class="caption-label">${kind} ${number}</span>`;
}

function keyFigureHtml(figure: KeyFigure): string {
  const mark = figure.isSynthetic ? ' <span class="badge synthetic">Synthetic</span>' : '';
  const change = figure.change === '' ? '' : `<span class="change">${escapeHtml(figure.change)}</span>`;
  const name =
    figure.target === '' ? escapeHtml(figure.label) : `<a href="#${figure.target}">${escapeHtml(figure.label)}</a>`;
  return `<li><span class="label">${name}</span><span class="value">${escapeHtml(figure.value)}</span><span class="context">${escapeHtml(figure.context)}${mark}</span>${change}</li>`;
}

function figureHtml(block: FigureBlock | MapBlock, document: ProfileDocument, pictures: string): string {
  return (
    `<figure class="${block.kind}" id="${block.id}"><figcaption>${label('Figure', block.number)} ${escapeHtml(block.title)}${badgesHtml(block.note)}</figcaption>` +
    `<div class="picture" role="img" aria-label="${escapeHtml(block.summary)}"${block.kind === 'figure' ? ' tabindex="0"' : ''} data-kind="${block.kind === 'figure' ? block.chart.kind : 'map'}">${pictures}</div>` +
    `<details class="data"><summary>Data of this figure</summary>${tableHtml(block.data, `Data of figure ${block.number}. ${block.title}`, `${block.id}-data`)}</details>` +
    `${noteHtml(block.note, document.sources)}</figure>`
  );
}

function chartPictures(block: FigureBlock): string {
  return [
    { at: wide, name: 'wide' },
    { at: narrow, name: 'narrow' },
  ]
    .map(({ at, name }) => {
      const { svg, plot } = renderChart(block.chart, at);
      const area = `data-plot="${[plot.left, plot.right, plot.top, plot.bottom].map((side) => side.toFixed(0)).join(' ')}"`;
      return svg
        .replace('<svg ', `<svg class="${name}" aria-hidden="true" ${area} `)
        .replaceAll('chart-', `${block.id}-${name}-`);
    })
    .join('');
}

function mapPictures(block: MapBlock): string {
  return [
    { at: { ...wide, width: 720 }, name: 'wide' },
    { at: narrow, name: 'narrow' },
  ]
    .map(({ at, name }) => renderMap(block.map, at).svg.replace('<svg ', `<svg class="${name}" aria-hidden="true" `))
    .join('');
}
