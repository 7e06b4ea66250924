import { foldText } from './fold-text.ts';

/** A name without what stands in brackets: "Thabo (late)" is Thabo. A name that stands wholly in brackets is kept. */
export function withoutRemarks(text: string): string {
  if (!BRACKET.test(text)) return text;
  const rest = text.replace(REMARK, ' ');
  return foldText(rest) === '' ? text : rest;
}

const BRACKET = /[([{]/;
const REMARK = /[([{][^)\]}]*[)\]}]?/g;
