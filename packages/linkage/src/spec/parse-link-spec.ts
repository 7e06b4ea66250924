import { wordForm } from './kind-words.ts';
import type { LinkField, LinkMode, LinkSpec } from './link-spec.ts';
import { parseBlocking } from './parse-blocking.ts';
import { levelsOfField, parseField } from './parse-field.ts';
import { parseSources } from './parse-sources.ts';
import { nearestWord, type SpecProblem, SpecRefused } from './spec-problem.ts';

const KEYS: Readonly<Record<string, string>> = {
  id: 'id',
  id_column: 'id',
  unique_id: 'id',
  fields: 'fields',
  columns: 'fields',
  mode: 'mode',
  link_type: 'mode',
  truth: 'truth',
  truth_column: 'truth',
  sources: 'sources',
  blocking: 'blocking',
  blocking_rules: 'blocking',
  threshold: 'threshold',
  comparisons: 'comparisons',
  levels: 'comparisons',
  schema: '',
  description: '',
  comment: '',
  title: '',
};

const MODES: Readonly<Record<string, LinkMode>> = {
  dedupe: 'dedupe',
  dedup: 'dedupe',
  deduplicate: 'dedupe',
  dedupe_only: 'dedupe',
  deduplication: 'dedupe',
  link: 'link',
  link_only: 'link',
  linkage: 'link',
  link_and_dedupe: 'link_and_dedupe',
  link_dedupe: 'link_and_dedupe',
  dedupe_and_link: 'link_and_dedupe',
  both: 'link_and_dedupe',
};

export interface ParsedSpec {
  readonly spec: LinkSpec;
  /** What the reader of the spec should know. */
  readonly notices: readonly string[];
}

/**
 * Reads a spec as people write it: kinds by many names, a field as a bare kind, a missing mode by the number of files. Throws
 * SpecRefused with all its problems at once.
 */
export function parseLinkSpec(text: string, name: string, files: number): ParsedSpec {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = error instanceof SyntaxError ? (/\(line \d+ column \d+\)/.exec(error.message)?.[0] ?? '') : '';
    throw new SpecRefused(name, [{ at: '', message: `it is not JSON ${where}`.trim() }]);
  }
  if (!isObject(value)) {
    const message = 'an object is wanted: {"id":"rec_id","fields":{"surname":"surname","dob":"date"}}';
    throw new SpecRefused(name, [{ at: '', message }]);
  }
  const problems: SpecProblem[] = [];
  const notices: string[] = [];
  const given = new Map<string, unknown>();
  for (const [key, own] of Object.entries(value)) {
    const known = KEYS[wordForm(key)];
    if (known === undefined) {
      const near = nearestWord(key, Object.keys(KEYS));
      problems.push({
        at: key,
        message: `not known${near === '' ? '' : ` (did you mean "${KEYS[near]}"?)`}; accepted are id, fields, mode, truth, sources, blocking, comparisons, threshold`,
      });
    } else if (known !== '' && own !== null) given.set(known, own);
  }
  const fields = withComparisons(parseFields(given.get('fields'), problems), given.get('comparisons'), problems);
  const spec: LinkSpec = {
    ...optional('id', parseColumn(given.get('id'), 'id', problems)),
    fields,
    mode: parseMode(given.get('mode'), files, problems),
    ...optional('truth', parseColumn(given.get('truth'), 'truth', problems)),
    ...optional('sources', parseSources(given.get('sources'), fields, problems)),
    ...(problems.some(({ at }) => at.startsWith('fields'))
      ? {}
      : optional('blocking', parseBlocking(given.get('blocking'), fields, problems))),
    ...optional('threshold', parseThreshold(given.get('threshold'), problems)),
  };
  if (spec.truth !== undefined && Object.hasOwn(fields, spec.truth)) {
    problems.push({ at: `fields.${spec.truth}`, message: 'is the truth column, which is never compared: take it out' });
  }
  if (problems.length > 0) throw new SpecRefused(name, problems);
  return { spec, notices };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseFields(value: unknown, problems: SpecProblem[]): Readonly<Record<string, LinkField>> {
  const entries = Array.isArray(value) ? value.map(namedField) : isObject(value) ? Object.entries(value) : [];
  if (entries.length === 0) {
    problems.push({
      at: 'fields',
      message:
        'the columns to compare are wanted: {"surname":{"kind":"person_name","part":"family"},"dob":{"kind":"date"}}',
    });
  }
  const fields: Record<string, LinkField> = {};
  for (const [name, own] of entries) {
    const field = parseField(name, own, problems);
    if (field !== null) fields[name] = field;
  }
  return fields;
}

/** Levels given apart from the fields: `{"surname":["exact","sound"]}`, or `[{"field":"surname","levels":[…]}]`. */
function withComparisons(
  fields: Readonly<Record<string, LinkField>>,
  value: unknown,
  problems: SpecProblem[],
): Readonly<Record<string, LinkField>> {
  const entries = Array.isArray(value)
    ? value.map((own): [string, unknown] => [isObject(own) ? String(own.field ?? own.name ?? own.id ?? '') : '', own])
    : isObject(value)
      ? Object.entries(value)
      : [];
  if (value !== undefined && entries.length === 0)
    problems.push({ at: 'comparisons', message: 'levels by field are wanted: {"surname":["exact","sound","else"]}' });
  const own = Object.fromEntries(
    entries.flatMap(([name, levels]): [string, LinkField][] => {
      const field = fields[name];
      const at = `comparisons.${name}`;
      if (field === undefined) {
        const near = nearestWord(name, Object.keys(fields));
        const hint = near === '' ? '' : ` (did you mean "${near}"?)`;
        problems.push({
          at,
          message: `there is no field "${name}"${hint}; fields are ${Object.keys(fields).join(', ')}`,
        });
        return [];
      }
      const read = levelsOfField(field, isObject(levels) && 'levels' in levels ? levels.levels : levels, at, problems);
      return read === undefined ? [] : [[name, { ...field, levels: read }]];
    }),
  );
  return { ...fields, ...own };
}

/** A field of a list: `{"name":"dob","kind":"date"}`. */
function namedField(value: unknown, index: number): [string, unknown] {
  if (!isObject(value)) return [String(value), typeof value === 'string' ? value : null];
  const { name, column, ...rest } = value;
  const own = typeof name === 'string' ? name : typeof column === 'string' ? column : `field_${index + 1}`;
  return [own, column === undefined || column === own ? rest : { ...rest, column }];
}

function parseMode(value: unknown, files: number, problems: SpecProblem[]): LinkMode {
  if (value === undefined) return files > 1 ? 'link_and_dedupe' : 'dedupe';
  const mode = typeof value === 'string' ? MODES[wordForm(value)] : undefined;
  if (mode === undefined)
    problems.push({
      at: 'mode',
      message: `${JSON.stringify(value)} is not known; accepted are dedupe, link, link_and_dedupe`,
    });
  if (mode === 'link' && files < 2)
    problems.push({
      at: 'mode',
      message: '"link" finds persons across files and needs two at least; for one file: dedupe',
    });
  return mode ?? 'dedupe';
}

function parseColumn(value: unknown, at: string, problems: SpecProblem[]): string | undefined {
  if (value === undefined) return undefined;
  const column = isObject(value) ? value.column : value;
  if (typeof column === 'string' && column.trim() !== '') return column.trim();
  problems.push({ at, message: 'the header of a column is wanted' });
  return undefined;
}

function parseThreshold(value: unknown, problems: SpecProblem[]): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && value > 0 && value < 1) return value;
  problems.push({ at: 'threshold', message: 'a probability between 0 and 1 is wanted, such as 0.95' });
  return undefined;
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
