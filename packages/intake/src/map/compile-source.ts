import { createHash } from 'node:crypto';
import type { RawCell } from '../raw.ts';
import { cellText } from './cell-text.ts';
import type { Source } from './mapping.ts';
import { findColumn, headerLevel, type TableScope } from './table-scope.ts';

export type RawRow = readonly RawCell[];

/**
 * A source made ready for one table. A constant is known before the first row, a cell has a place in the row; anything
 * else is made for each row. `header` is the column to point at in the issues file.
 */
export type CompiledSource =
  | { readonly type: 'constant'; readonly text: string | null; readonly header: string }
  | { readonly type: 'cell'; readonly index: number; readonly header: string }
  | { readonly type: 'made'; readonly make: (row: RawRow) => string | null; readonly header: string };

/** Compiles a source; a column that the table does not have is a problem, reported through `onMissing`. */
export function compileSource(source: Source, scope: TableScope, onMissing: (header: string) => void): CompiledSource {
  if ('constant' in source) return { type: 'constant', text: source.constant, header: '' };
  if ('column' in source) {
    const column = findColumn(scope, source.column);
    if (column) return { type: 'cell', index: column.index, header: column.header };
    onMissing(source.column);
    return { type: 'constant', text: null, header: source.column };
  }
  if ('columnLike' in source) {
    const pattern = new RegExp(source.columnLike, 'iu');
    const column = scope.columns.find((each) => pattern.test(each.header));
    if (column) return { type: 'cell', index: column.index, header: column.header };
    onMissing(source.columnLike);
    return { type: 'constant', text: null, header: '' };
  }
  if ('place' in source) {
    const column = scope.columns[source.place];
    return column
      ? { type: 'cell', index: column.index, header: column.header }
      : { type: 'constant', text: null, header: '' };
  }
  if ('cell' in source) {
    if (scope.cell) return { type: 'cell', index: scope.cell.index, header: scope.cell.header };
    return { type: 'constant', text: null, header: '' };
  }
  if ('header' in source) {
    return {
      type: 'constant',
      text: scope.cell && headerLevel(scope.cell, source.header),
      header: scope.cell?.header ?? '',
    };
  }
  if ('file' in source) return fromPattern(source.file, [scope.file]);
  if ('sheet' in source) return fromPattern(source.sheet, [scope.sheet]);
  if ('title' in source) return fromPattern(source.title, scope.titles);
  if ('join' in source) return compileJoin(source, scope, onMissing);
  if ('first' in source) return compileFirst(source.first, scope, onMissing);
  if ('age' in source) return compileAge(source, scope, onMissing);
  return compileDigest(source.digest, scope, onMissing);
}

/** The source as a function from row to text. */
export function textOf(source: CompiledSource): (row: RawRow) => string | null {
  if (source.type === 'constant') return () => source.text;
  return source.type === 'cell' ? (row) => cellText(row[source.index]) : source.make;
}

function fromPattern(pattern: string, texts: readonly string[]): CompiledSource {
  const expression = new RegExp(pattern, 'iu');
  for (const text of texts) {
    const match = expression.exec(text);
    if (match) return { type: 'constant', text: match[1] ?? match[0], header: '' };
  }
  return { type: 'constant', text: null, header: '' };
}

function compileJoin(
  source: Extract<Source, { join: readonly Source[] }>,
  scope: TableScope,
  onMissing: (header: string) => void,
): CompiledSource {
  const compiled = source.join.map((each) => compileSource(each, scope, onMissing));
  const parts = compiled.map(textOf);
  const make = (row: RawRow): string | null => {
    let text = '';
    for (const part of parts) {
      let piece = part(row);
      if (piece === null) {
        if (source.complete) return null;
        continue;
      }
      if (piece.endsWith('.0')) piece = piece.replace(/^(\d+)\.0$/, '$1');
      text = text === '' ? piece : text + source.with + piece;
    }
    return text === '' ? null : text;
  };
  return { type: 'made', make, header: firstHeader(compiled) };
}

function compileFirst(
  sources: readonly Source[],
  scope: TableScope,
  onMissing: (header: string) => void,
): CompiledSource {
  const missing: string[] = [];
  const compiled = sources.map((each) => compileSource(each, scope, (header) => missing.push(header)));
  if (missing.length === sources.length) for (const header of missing) onMissing(header);
  const parts = compiled.map(textOf);
  const make = (row: RawRow): string | null => {
    for (const part of parts) {
      const text = part(row);
      if (text !== null) return text;
    }
    return null;
  };
  return { type: 'made', make, header: firstHeader(compiled) };
}

function compileAge(
  source: Extract<Source, { age: Source }>,
  scope: TableScope,
  onMissing: (header: string) => void,
): CompiledSource {
  const age = compileSource(source.age, scope, onMissing);
  const ageText = textOf(age);
  const onText = textOf(compileSource(source.on, scope, onMissing));
  const make = (row: RawRow): string | null => {
    const text = ageText(row);
    if (text === null || !/^\d{1,3}$/.test(text) || Number(text) > 120) return text;
    const year = /(?:19|20)\d\d/.exec(onText(row) ?? '')?.[0];
    return year === undefined ? null : String(Number(year) - Number(text));
  };
  return { type: 'made', make, header: age.header };
}

function compileDigest(
  headers: readonly string[],
  scope: TableScope,
  onMissing: (header: string) => void,
): CompiledSource {
  const indexes = (headers.length > 0 ? headers : scope.columns.map((column) => column.header)).map((header) => {
    const column = findColumn(scope, header);
    if (!column) onMissing(header);
    return column?.index ?? -1;
  });
  const seen = new Map<string, number>();
  const make = (row: RawRow): string => {
    const text = indexes.map((index) => cellText(row[index]) ?? '').join('\u001f');
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const times = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, times);
    return times === 1 ? digest : `${digest}-${times}`;
  };
  return { type: 'made', make, header: '' };
}

const firstHeader = (sources: readonly CompiledSource[]): string =>
  sources.find((each) => each.header !== '')?.header ?? '';
