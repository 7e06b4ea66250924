import type { RawTable } from '../raw.ts';
import { headerFingerprint, headerForm } from './header-form.ts';
import type { Recognition } from './mapping.ts';

/** Whether a table is the one that a recognition describes. Titles are looked for in title lines, sheet and file name. */
export function isRecognised(recognition: Recognition, table: RawTable, fileName: string): boolean {
  const headers = table.columns.map((column) => column.header);
  const forms = new Set(headers.map(headerForm));
  if (!recognition.headers.every((header) => forms.has(headerForm(header)))) return false;
  const isLike = (pattern: string): boolean => {
    const expression = new RegExp(pattern, 'iu');
    return headers.some((header) => expression.test(header));
  };
  if (recognition.headersLike && !recognition.headersLike.every(isLike)) return false;
  if (recognition.sheet !== undefined && !new RegExp(recognition.sheet, 'iu').test(table.sheet)) return false;
  if (recognition.title === undefined) return true;
  const title = new RegExp(recognition.title, 'iu');
  const around = [...table.titles, table.sheet, fileName, headers[0] ?? ''];
  return around.some((text) => title.test(text.replace(/_/g, ' '))) || title.test(headers.join(' '));
}

/** How a table is to be known again: all its headers, in order; the sheet where the file has several. */
export function recognitionOf(table: RawTable): Recognition {
  const headers = table.columns.map((column) => column.header);
  return { headers, fingerprint: headerFingerprint(headers) };
}

/**
 * Finds the saved mapping of a table: the one with the same headers in the same order, or else one whose headers are all
 * there (columns were added or moved).
 */
export function findSavedMapping<M extends { readonly recognise: Recognition }>(
  table: RawTable,
  fileName: string,
  mappings: readonly M[],
): M | undefined {
  const fingerprint = headerFingerprint(table.columns.map((column) => column.header));
  return (
    mappings.find(
      (mapping) => mapping.recognise.fingerprint === fingerprint && isRecognised(mapping.recognise, table, fileName),
    ) ?? mappings.find((mapping) => isRecognised(mapping.recognise, table, fileName))
  );
}
