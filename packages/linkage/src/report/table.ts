import { type Html, html, type Piece } from './html.ts';

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
  /** Left out on narrow screens: the others say enough. */
  readonly isMinor?: boolean;
  /** Per cent of the width; tables one below the other line up with it. */
  readonly width?: number;
}

export interface TableRow {
  readonly cells: readonly Piece[];
  readonly isStrong?: boolean;
}

/** A table in a frame of its own that scrolls where it is too wide. The first cell of each row names the row. */
export function table(caption: string, columns: readonly Column[], rows: readonly TableRow[]): Html {
  const kind = (at: number) => {
    const names = [...(columns[at]?.isNumber ? ['number'] : []), ...(columns[at]?.isMinor ? ['minor'] : [])];
    return names.length === 0 ? null : html` class="${names.join(' ')}"`;
  };
  const isFixed = columns.some(({ width }) => width !== undefined);
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table${isFixed ? html` class="fixed"` : null}>
${isFixed ? html`<colgroup>${columns.map(({ width }) => html`<col style="--width:${width ?? 10}%">`)}</colgroup>` : null}<thead><tr>${columns.map(({ title }, at) => (title === '' ? html`<td></td>` : html`<th scope="col"${kind(at)}>${title}</th>`))}</tr></thead>
<tbody>${rows.map(
    ({ cells, isStrong }) =>
      html`<tr${isStrong ? html` class="strong"` : null}>${cells.map((cell, at) =>
        at === 0 ? html`<th scope="row"${kind(at)}>${cell}</th>` : html`<td${kind(at)}>${cell}</td>`,
      )}</tr>
`,
  )}</tbody></table></div>`;
}

/** A figure with its bar to the right of it. */
export function figureWithBar(figure: string, share: number, kind: 'for' | 'against'): Html {
  return html`<span class="with-bar"><span class="figure">${figure}</span>${bar(share, kind)}</span>`;
}

/** A bar of a share of the width. */
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
