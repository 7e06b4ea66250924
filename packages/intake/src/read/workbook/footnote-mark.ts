const RUN = /<(?:\w+:)?r(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?r>/g;
const RAISED = /<(?:\w+:)?vertAlign\s[^>]*val="superscript"/;
const TEXT = /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/;
const MARK = /^[\s([]*(?:[a-z]{1,2}|\d{1,2}|[*†‡]{1,3})(?:\s*,\s*(?:[a-z]|\d{1,2}))*[\s)\]]*$/i;

/**
 * The text of a cell without the raised footnote mark at its end (`Lesotho` and a small `3`). `rich` is the cell's rich-text
 * XML. A raised figure after a unit of length is a power (`km²`) and stays.
 */
export function withoutFootnoteMark(text: string, rich: string): string {
  if (!RAISED.test(rich)) return text;
  const runs = [...rich.matchAll(RUN)].map(([, run = '']) => ({
    isRaised: RAISED.test(run),
    text: TEXT.exec(run)?.[1] ?? '',
  }));
  const last = runs[runs.length - 1];
  if (!last?.isRaised || runs.length < 2 || !MARK.test(last.text) || !text.endsWith(last.text)) return text;
  const plain = text.slice(0, text.length - last.text.length);
  return /(?:^|[^\p{L}])[kcm]?m$/iu.test(plain) ? text : plain.trimEnd();
}
