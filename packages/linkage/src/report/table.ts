import { type Html, html, type Piece } from './html.ts';

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

export interface TableRow {
  readonly cells: readonly Piece[];
  readonly isStrong?: boolean;
}

/** A table in a frame of its own that scrolls where it is too wide. The first cell of each row names the row. */
export function table(caption: string, columns: readonly Column[], rows: readonly TableRow[]): Html {
  const kind = (at: number) => html`${columns[at]?.isNumber ? html` class="number"` : null}`;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<thead><tr>${columns.map(({ title }, at) => html`<th scope="col"${kind(at)}>${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ cells, isStrong }) =>
      html`<tr${isStrong ? html` class="strong"` : null}>${cells.map((cell, at) =>
        at === 0 ? html`<th scope="row">${cell}</th>` : html`<td${kind(at)}>${cell}</td>`,
      )}</tr>
`,
  )}</tbody></table></div>`;
}

/** A bar of a share of the width, beside its figure. */
export function bar(share: number, kind: 'for' | 'against' | 'plain' = 'plain'): Html {
  const width = Math.max(0, Math.min(100, share * 100)).toFixed(2);
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="${kind}" width="${width}" height="8"/></svg>`;
}

/** A bar to the right of the middle for what speaks for, to the left for what speaks against. `share`: −1 to 1. */
export function divergingBar(share: number): Html {
  const length = Math.min(50, Math.abs(share) * 50);
  const from = share < 0 ? 50 - length : 50;
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="${share < 0 ? 'against' : 'for'}" x="${from.toFixed(2)}" width="${length.toFixed(2)}" height="8"/><rect class="axis" x="49.8" width="0.4" height="8"/></svg>`;
}
