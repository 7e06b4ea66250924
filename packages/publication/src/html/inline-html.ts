import type { Inline } from '../document/document.ts';
import { escapeHtml } from './escape-html.ts';

/** Runs of text as HTML. A term is a button that opens its definition, by keyboard as by pointer, script or none. */
export function inlineHtml(content: readonly Inline[]): string {
  return content.map(one).join('');
}

function one(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text);
    case 'strong':
      return `<strong>${escapeHtml(inline.text)}</strong>`;
    case 'term':
      return `<button type="button" class="term" popovertarget="term-${inline.term}">${escapeHtml(inline.text)}</button>`;
    case 'cite':
      return `<a class="cite" href="#source-${inline.source}" aria-label="Source ${inline.source}">${inline.source}</a>`;
    case 'reference':
      return `<a href="#${inline.target}">${escapeHtml(inline.text)}</a>`;
    default:
      return inline satisfies never;
  }
}
