import { wordForm } from './kind-words.ts';
import type { LinkField, SourceSpec } from './link-spec.ts';
import type { SpecProblem } from './spec-problem.ts';

type Sources = Readonly<Record<string, SourceSpec>>;

/** Reads what a spec says of its sources: by name an object, a file's name, or a list of objects with names. */
export function parseSources(
  value: unknown,
  fields: Readonly<Record<string, LinkField>>,
  problems: SpecProblem[],
): Sources | undefined {
  if (value === undefined) return undefined;
  const entries = Array.isArray(value)
    ? value.map((own): [string, unknown] => [nameOf(own), own])
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : null;
  if (entries === null) {
    problems.push({ at: 'sources', message: 'sources by name are wanted: {"a.csv":{"isUnique":true}}' });
    return undefined;
  }
  return Object.fromEntries(entries.map(([name, own]) => [name, parseSource(name, own, fields, problems)]));
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const named = value as { readonly name?: unknown; readonly file?: unknown } | null;
  return String(named?.name ?? named?.file ?? '');
}

function parseSource(
  name: string,
  value: unknown,
  fields: Readonly<Record<string, LinkField>>,
  problems: SpecProblem[],
): SourceSpec {
  if (typeof value === 'string') return { file: value };
  const at = `sources.${name}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push({ at, message: 'an object is wanted, such as {"isUnique":true}, or the name of its file' });
    return {};
  }
  let spec: SourceSpec = {};
  for (const [key, own] of Object.entries(value)) {
    const form = wordForm(key);
    if (form === 'name') continue;
    if (['is_unique', 'unique', 'one_to_one'].includes(form) && typeof own === 'boolean')
      spec = { ...spec, isUnique: own };
    else if (form === 'file' && typeof own === 'string') spec = { ...spec, file: own };
    else if (form === 'columns' && typeof own === 'object' && own !== null) {
      const unknown = Object.keys(own).filter((field) => !Object.hasOwn(fields, field));
      const isText = Object.values(own).every((column) => typeof column === 'string');
      if (unknown.length > 0 || !isText)
        problems.push({
          at: `${at}.columns`,
          message: `field to header is wanted${unknown.length === 0 ? '' : `; there is no field ${unknown.join(', ')}`}`,
        });
      else spec = { ...spec, columns: own as Readonly<Record<string, string>> };
    } else
      problems.push({ at: `${at}.${key}`, message: 'not known; accepted are isUnique (true, false), file, columns' });
  }
  return spec;
}
