import type { Catalogue, FieldDeclaration } from '@leeto/registers';
import type { RawTable } from '../../raw.ts';
import { headerForm } from '../header-form.ts';
import type { FieldMapping } from '../mapping.ts';

const moreWords: Readonly<Record<string, readonly string[]>> = {
  arrival: ['arrivals', 'arrival', 'entries', 'entry', 'in', 'arrivees', 'entradas'],
  departure: ['departures', 'departure', 'exits', 'exit', 'out', 'departs', 'saidas'],
};

/**
 * A value for a field that no column holds, out of what stands around the table: a sheet called "Arrivals", a title that
 * names the border post. Null where nothing, or more than one code, is named there.
 */
export function guessConstant(
  field: FieldDeclaration,
  table: RawTable,
  fileName: string,
  catalogue: Catalogue,
): FieldMapping | null {
  if (field.kind === 'year') return guessYear(table, fileName);
  const classification =
    field.classification === undefined ? undefined : catalogue.classifications.get(field.classification);
  if (classification === undefined || field.kind === 'country') return null;
  for (const text of [table.sheet, ...table.titles, fileName.replace(/\.[a-z.]+$/i, '')]) {
    const form = ` ${headerForm(text)} `;
    const named = classification.items.filter((item) =>
      [item.label.en, ...(item.aliases ?? []), ...(moreWords[item.code] ?? [])].some((word) => {
        const wanted = headerForm(word);
        return wanted.length > 1 && form.includes(` ${wanted} `);
      }),
    );
    const [only] = named;
    if (named.length === 1 && only) return { from: { constant: only.code } };
  }
  return null;
}

function guessYear(table: RawTable, fileName: string): FieldMapping | null {
  const year = '\\b((?:19|20)\\d\\d)\\b';
  const expression = new RegExp(year);
  if (expression.test(table.sheet)) return { from: { sheet: year } };
  if (table.titles.some((title) => expression.test(title))) return { from: { title: year } };
  return /(?:19|20)\d\d/.test(fileName) ? { from: { file: '((?:19|20)\\d\\d)' } } : null;
}
