import { type Cell, cellText, columnUnit, type TableColumn, type TableContent } from '../document/table-content.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * A table with a caption for those who hear it, scopes, and headers that sort. It scrolls sideways inside its own region
 * where a screen is too narrow; a table of a single row or of ordered text is not made sortable.
 */
export function tableHtml(content: TableContent, caption: string, id: string): string {
  const canSort = content.rows.filter((row) => !row.isTotal).length > 2;
  const unitOf = columnUnit(content);
  const head = content.columns.map((column) => headerCell(column, canSort, unitOf(column))).join('');
  const body = content.rows
    .map((row) => {
      const cells = row.cells.map((cell, at) => bodyCell(cell, content.columns[at], at)).join('');
      return `<tr${row.isTotal ? ' class="total"' : ''}>${cells}</tr>`;
    })
    .join('\n');
  return (
    `<div class="table-scroll" role="region" tabindex="0" aria-labelledby="${id}-caption">` +
    `<table${canSort ? ' data-sortable' : ''}><caption id="${id}-caption">${escapeHtml(caption)}</caption>` +
    `<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
  );
}

function headerCell(column: TableColumn, canSort: boolean, unitText: string): string {
  const unit = unitText === '' ? '' : ` <small>${escapeHtml(unitText)}</small>`;
  const words = column.label.split(' ');
  const last = words.pop() ?? '';
  const lead = words.length === 0 ? '' : `${escapeHtml(words.join(' '))} `;
  // The arrow never stands alone on a line: it holds on to the last word.
  const tail = `<span class="word">${escapeHtml(last)}${unit}<span class="arrow" aria-hidden="true"></span></span>`;
  const inside = canSort ? `<button type="button">${lead}${tail}</button>` : `${escapeHtml(column.label)}${unit}`;
  return `<th scope="col"${column.kind === 'number' ? ' class="number"' : ''}${canSort ? ' aria-sort="none"' : ''}>${inside}</th>`;
}

function bodyCell(cell: Cell, column: TableColumn | undefined, at: number): string {
  const key = cell.kind === 'number' ? String(cell.value) : cell.kind === 'text' ? (cell.sortKey ?? cell.text) : '';
  const sort = ` data-key="${escapeHtml(key)}"`;
  if (at === 0 && column?.kind === 'label') return `<th scope="row"${sort}>${escapeHtml(cellText(cell))}</th>`;
  if (cell.kind === 'suppressed')
    return `<td class="number"${sort}><abbr class="withheld" title="withheld to protect persons">c</abbr></td>`;
  if (cell.kind === 'no_data') return `<td class="number"${sort}><abbr title="no data">–</abbr></td>`;
  const name = column?.kind === 'number' ? 'number' : cell.text.length > 24 ? 'long' : '';
  return `<td${name === '' ? '' : ` class="${name}"`}${sort}>${escapeHtml(cell.text)}</td>`;
}
