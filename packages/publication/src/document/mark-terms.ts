import type { Inline } from './document.ts';

/** A term to look for: all its forms open the same definition. */
export interface MarkedTerm {
  readonly id: string;
  readonly forms: readonly string[];
}

/**
 * Splits text at the first mention of each term, whole words only, longer forms before shorter ones. `seen` keeps what a
 * chapter has explained already: a definition behind every mention would be noise.
 */
export function markTerms(text: string, terms: readonly MarkedTerm[], seen: Set<string>): readonly Inline[] {
  const forms = terms.flatMap((term) => term.forms.map((form) => ({ id: term.id, form })));
  const byForm = new Map(forms.map(({ id, form }) => [form.toLowerCase(), id]));
  if (byForm.size === 0) return text === '' ? [] : [{ kind: 'text', text }];
  const alternatives = [...byForm.keys()].toSorted((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const id = byForm.get(match[0].toLowerCase());
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'term', term: id, text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
