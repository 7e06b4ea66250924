import type { RawTable } from '@leeto/intake';
import { editDistance, type LinkSpec, type SpecProblem, wordForm } from '@leeto/linkage';
import type { LinkFile } from './open-link-files.ts';

/** Where in a file's rows the spec's columns stand: positions in a row. */
export interface FoundColumns {
  /** -1: the number of the row is the id. */
  readonly id: number;
  /** One list a field, in the spec's order; empty where this file lacks the field. */
  readonly fields: readonly (readonly number[])[];
  /** -1 where the file has none. */
  readonly truth: number;
}

export interface ColumnSearch {
  readonly files: readonly FoundColumns[];
  /** Fields that some files lack: not stated there. */
  readonly lacking: readonly { readonly file: string; readonly field: string; readonly header: string }[];
}

/** Looks up a header: as written, then without regard to capitals and signs. Returns the position in a row, -1 where there is none. */
export function findHeader(table: RawTable, header: string): number {
  const exact = table.columns.find((column) => column.header.trim() === header);
  const form = wordForm(header);
  const alike = table.columns.filter((column) => wordForm(column.header) === form);
  const found = exact ?? (alike.length === 1 ? alike[0] : undefined);
  return found?.index ?? -1;
}

/**
 * Finds the spec's columns in each file. A field may be missing from some of several files, where it counts as not stated; a column that is in
 * none, or an id that is missing anywhere, is a problem. Problems go to `problems`, all of them.
 */
export function findColumns(spec: LinkSpec, files: readonly LinkFile[], problems: SpecProblem[]): ColumnSearch {
  const lacking: { file: string; field: string; header: string }[] = [];
  const found = files.map((file): FoundColumns => {
    const own = spec.sources?.[file.source]?.columns ?? {};
    const id = spec.id === undefined ? -1 : findHeader(file.table, own[spec.id] ?? spec.id);
    if (spec.id !== undefined && id < 0) problems.push(missing(file, 'id', spec.id));
    const fields = Object.entries(spec.fields).map(([name, field]) => {
      const headers = own[name] === undefined ? (field.columns ?? [field.column ?? name]) : [own[name]];
      return headers.flatMap((header) => {
        const at = findHeader(file.table, header);
        if (at < 0) lacking.push({ file: file.source, field: name, header });
        return at < 0 ? [] : [at];
      });
    });
    return { id, fields, truth: spec.truth === undefined ? -1 : findHeader(file.table, spec.truth) };
  });
  for (const [index, name] of Object.keys(spec.fields).entries()) {
    if (found.some(({ fields }) => (fields[index]?.length ?? 0) > 0)) continue;
    for (const { file, header } of lacking.filter(({ field }) => field === name)) {
      const own = files.find(({ source }) => source === file);
      if (own !== undefined) problems.push(missing(own, `fields.${name}`, header));
    }
  }
  return { files: found, lacking };
}

/** A column that is not there, and the headers that come nearest. */
export function missing({ source, table }: LinkFile, at: string, header: string): SpecProblem {
  const headers = table.columns.map((column) => column.header);
  if (table.headerRows.first === 0 && headers.every((own) => /^Column [A-Z]+$/.test(own))) {
    const message = `${source} has no header row, so it has no column "${header}"; its columns can be named by their place: "Column A", "Column B" …`;
    return { at, message };
  }
  const near = [...headers]
    .map((own) => ({ own, distance: editDistance(wordForm(own), wordForm(header)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ own }) => `"${own}"`);
  const shown = headers.length <= 12 ? headers.map((own) => `"${own}"`).join(', ') : '';
  const hint = shown === '' ? `nearest are ${near.join(', ')}` : `there are ${shown}; nearest: ${near[0] ?? ''}`;
  return { at, message: `${source} has no column "${header}"; ${hint}` };
}
