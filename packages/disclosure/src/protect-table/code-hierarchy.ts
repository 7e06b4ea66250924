import type { Hierarchies } from '../rule.ts';
import type { TableIssue } from './table-problem.ts';

/** SDMX's code of a total. */
export const TOTAL = '_T';

export interface ReadHierarchies {
  readonly hierarchies: Hierarchies;
  readonly issues: readonly TableIssue[];
}

/**
 * Reads which code is part of which other, by dimension: JSON `{"district": {"LS-A": "north"}}`, or lines of
 * `dimension,code,parent` as CSV without quotes. Where a code stands twice with different parents, or a parent is its own part, it is an issue.
 */
export function readHierarchies(text: string, dimensions: readonly string[]): ReadHierarchies {
  const issues: TableIssue[] = [];
  const triples = text.trimStart().startsWith('{') ? triplesOfJson(text, issues) : triplesOfLines(text, issues);
  const hierarchies: Record<string, Record<string, string>> = {};
  for (const { dimension, code, parent, row } of triples) {
    if (!dimensions.includes(dimension)) {
      issues.push({
        code: 'unclear_hierarchy',
        row,
        column: 'dimension',
        value: dimension,
        message: 'is none of the dimensions.',
        remedy: `Name one of ${dimensions.join(', ')}.`,
      });
      continue;
    }
    const parents = hierarchies[dimension] ?? (Object.create(null) as Record<string, string>);
    hierarchies[dimension] = parents;
    if (parents[code] !== undefined && parents[code] !== parent) {
      issues.push({
        code: 'unclear_hierarchy',
        row,
        column: 'parent',
        value: parent,
        message: `stands beside another parent of ${code}, ${parents[code]}.`,
        remedy: 'Give each code one parent.',
      });
    } else parents[code] = parent;
  }
  for (const [dimension, parents] of Object.entries(hierarchies)) {
    for (const code of Object.keys(parents)) {
      if (!isCircular(code, parents)) continue;
      issues.push({
        code: 'circular_hierarchy',
        row: null,
        column: dimension,
        value: code,
        message: 'is part of itself.',
        remedy: 'Take one step of the circle out of the hierarchy.',
      });
    }
  }
  return { hierarchies, issues };
}

interface Triple {
  readonly dimension: string;
  readonly code: string;
  readonly parent: string;
  readonly row: number | null;
}

function isCircular(code: string, parents: Readonly<Record<string, string>>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = code; at !== undefined && at !== TOTAL; at = parents[at]) {
    if (seen.has(at)) return at === code;
    seen.add(at);
  }
  return parents[TOTAL] !== undefined && code === TOTAL;
}

function triplesOfJson(text: string, issues: TableIssue[]): readonly Triple[] {
  const unreadable = (message: string): readonly Triple[] => {
    issues.push({
      code: 'unclear_hierarchy',
      row: null,
      column: '',
      value: '',
      message: `The hierarchy ${message}.`,
      remedy: 'It is JSON such as {"district": {"Leribe": "North"}}, or CSV with dimension,code,parent.',
    });
    return [];
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return unreadable('is no valid JSON');
  }
  if (typeof parsed !== 'object' || parsed === null) return unreadable('is no object');
  const triples: Triple[] = [];
  for (const [dimension, parents] of Object.entries(parsed)) {
    if (typeof parents !== 'object' || parents === null) return unreadable(`says nothing of ${dimension}`);
    for (const [code, parent] of Object.entries(parents)) {
      triples.push({ dimension, code, parent: String(parent), row: null });
    }
  }
  return triples;
}

function triplesOfLines(text: string, issues: TableIssue[]): readonly Triple[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const header = (lines[0] ?? '').split(/[,;\t]/).map((name) => name.trim().toLowerCase());
  const [dimensionAt, codeAt, parentAt] = ['dimension', 'code', 'parent'].map((name) => header.indexOf(name));
  if (dimensionAt === -1 || codeAt === -1 || parentAt === -1) {
    issues.push({
      code: 'unclear_hierarchy',
      row: 1,
      column: '',
      value: lines[0] ?? '',
      message: 'is not the header of a hierarchy.',
      remedy: 'It is CSV with the columns dimension,code,parent, or JSON such as {"district": {"Leribe": "North"}}.',
    });
    return [];
  }
  return lines.slice(1).flatMap((line, index): Triple[] => {
    if (line.trim() === '') return [];
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const [dimension, code, parent] = [dimensionAt, codeAt, parentAt].map((at) => cells[at ?? -1] ?? '');
    if (dimension && code && parent) return [{ dimension, code, parent, row: index + 2 }];
    issues.push({
      code: 'unclear_hierarchy',
      row: index + 2,
      column: '',
      value: line,
      message: 'names no dimension, code and parent.',
      remedy: 'Fill in all three, or take the line out.',
    });
    return [];
  });
}
