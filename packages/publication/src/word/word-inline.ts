import { InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Inline } from '../document/document.ts';
import { accent } from './word-styles.ts';

/** Bookmark names in Word hold letters, digits and underscores, 40 at most. */
export function bookmarkName(id: string): string {
  return `b_${id.replace(/\W/g, '_')}`.slice(0, 40);
}

/** Runs of text; a term, a source or a figure is a link inside the document. */
export function wordRuns(content: readonly Inline[]): ParagraphChild[] {
  return content.map((inline): ParagraphChild => {
    switch (inline.kind) {
      case 'text':
        return new TextRun(inline.text);
      case 'strong':
        return new TextRun({ text: inline.text, bold: true });
      case 'term':
        return link(inline.term, new TextRun({ text: inline.text, underline: { type: 'dotted', color: accent } }));
      case 'cite':
        return link(
          `source-${inline.source}`,
          new TextRun({ text: `[${inline.source}]`, superScript: true, color: accent }),
        );
      case 'reference':
        return link(inline.target, new TextRun({ text: inline.text, color: accent }));
      default:
        return inline satisfies never;
    }
  });
}

function link(id: string, run: TextRun): InternalHyperlink {
  return new InternalHyperlink({ anchor: bookmarkName(id), children: [run] });
}
