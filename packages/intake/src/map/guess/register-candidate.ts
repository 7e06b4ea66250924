import type { Catalogue, RecordDeclaration } from '@leeto/registers';
import { headerForm } from '../header-form.ts';
import type { FieldMapping } from '../mapping.ts';
import { guessConstant } from './guess-constants.ts';
import type { FieldMatch } from './match-fields.ts';
import type { TableSample } from './sample-table.ts';
import { specialFields } from './special-fields.ts';

/** A register that a table could be for. */
export interface RegisterCandidate {
  readonly register: string;
  /** 0 to 1; from 0.5 on the table is taken for it. */
  readonly score: number;
  readonly reasons: readonly string[];
  /** Required fields that nothing in the table fills. */
  readonly missing: readonly string[];
}

export interface ScoredCandidate extends RegisterCandidate {
  readonly declaration: RecordDeclaration;
  readonly matches: readonly FieldMatch[];
  /** Fields filled by other means than one column: constants, joined columns, parts of a full name. */
  readonly others: Readonly<Record<string, FieldMapping>>;
  readonly otherDoubts: readonly string[];
}

/** Scores how well a table fits a register: required fields, columns explained, what title and sheet say. */
export function scoreCandidate(
  declaration: RecordDeclaration,
  found: readonly FieldMatch[],
  sample: TableSample,
  { fileName, catalogue }: { readonly fileName: string; readonly catalogue: Catalogue },
): ScoredCandidate {
  const special = specialFields(declaration, found, sample);
  const matches = found.filter((match) => !(match.field.name in special.fields));
  const others: Record<string, FieldMapping> = { ...special.fields };
  const otherDoubts = [...special.doubts];
  const filled = new Set([...matches.map((match) => match.field.name), ...Object.keys(others)]);
  for (const field of declaration.fields) {
    if (!field.required || filled.has(field.name)) continue;
    const constant = guessConstant(field, sample.table, fileName, catalogue);
    if (constant === null) continue;
    others[field.name] = constant;
    filled.add(field.name);
    otherDoubts.push(
      `"${field.label.en}" stands in no column; taken from the name or title: ${JSON.stringify(constant.from)}.`,
    );
  }
  const required = declaration.fields.filter((field) => field.required);
  const missing = required.filter((field) => !filled.has(field.name)).map((field) => field.name);
  const columns = sample.columns.filter((column) => column.values.size > 0).length;
  const used = matches.reduce((sum, match) => sum + match.score, 0) + special.columnsUsed;
  const explained = columns === 0 ? 0 : Math.min(1, used / columns);
  const keyed = declaration.key.filter((name) => filled.has(name)).length / Math.max(1, declaration.key.length);
  const requiredShare = required.length === 0 ? keyed : (required.length - missing.length) / required.length;
  const isNamed = namesRegister(declaration, sample, fileName);
  const dated = filled.has(declaration.datedBy) ? 1 : 0;
  const score = 0.35 * requiredShare + 0.35 * explained + 0.1 * keyed + 0.08 * dated + (isNamed ? 0.12 : 0);
  const isPossible = missing.length === 0 && matches.length >= Math.min(3, columns);
  return {
    register: declaration.id,
    score: Math.min(1, isPossible ? score : score * 0.5),
    reasons: reasonsOf(matches, columns, isNamed, declaration),
    missing,
    declaration,
    matches,
    others,
    otherDoubts,
  };
}

function namesRegister(declaration: RecordDeclaration, sample: TableSample, fileName: string): boolean {
  const around = ` ${headerForm([fileName.replace(/[_.-]/g, ' '), sample.table.sheet, ...sample.table.titles].join(' '))} `;
  const words = headerForm(`${declaration.id} ${declaration.label.en}`)
    .split(' ')
    .filter((word) => word.length > 3);
  const singular = (word: string): string => word.replace(/s$/, '');
  const present = new Set(around.split(' ').map(singular));
  const wanted = new Set(words.map(singular));
  let hits = 0;
  for (const word of wanted) if (present.has(word)) hits += 1;
  return hits >= Math.min(2, wanted.size);
}

function reasonsOf(
  matches: readonly FieldMatch[],
  columns: number,
  isNamed: boolean,
  declaration: RecordDeclaration,
): readonly string[] {
  const reasons = [`${matches.length} of ${columns} columns are fields of "${declaration.label.en}"`];
  const sure = matches.filter((match) => match.header >= 0.95).map((match) => match.column.column.header);
  if (sure.length > 0) reasons.push(`headers known: ${sure.slice(0, 8).join(', ')}${sure.length > 8 ? ' …' : ''}`);
  const byValues = matches.filter((match) => match.header < 0.95);
  if (byValues.length > 0) {
    reasons.push(
      `by words and values: ${byValues
        .slice(0, 6)
        .map((m) => `${m.column.column.header} as ${m.field.name} (${Math.round(m.values * 100)} % readable)`)
        .join(', ')}`,
    );
  }
  if (isNamed) reasons.push('its name or title speaks of it');
  return reasons;
}
