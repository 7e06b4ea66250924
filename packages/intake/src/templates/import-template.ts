import {
  type Catalogue,
  type ClassificationDeclaration,
  type FieldDeclaration,
  findCode,
  kindMeanings,
  type RecordDeclaration,
} from '@leeto/registers';
import type { Mapping, RowTest } from '../map/mapping.ts';
import type { RawTable } from '../raw.ts';

/** A template's header: the label, a star where a value is required, and the technical name in brackets. */
export function templateHeader(field: FieldDeclaration): string {
  return `${field.label.en}${field.required ? ' *' : ''} [${field.name}]`;
}

/** The technical name in a template's header, or null. */
export function technicalName(header: string): string | null {
  return /\[([a-z][a-z0-9_]*)\]\s*$/.exec(header)?.[1] ?? null;
}

/** What a person picks for a code: the label, where it is told apart from all others by it; else the code. */
export function shownCode(
  classification: ClassificationDeclaration,
  item: ClassificationDeclaration['items'][number],
): string {
  return findCode(classification, item.label.en) === item.code ? item.label.en : item.code;
}

/** An example of a field, as it is typed into a template. */
export function exampleOf(field: FieldDeclaration, catalogue: Catalogue): string {
  const classification =
    field.classification === undefined ? undefined : catalogue.classifications.get(field.classification);
  if (classification && field.kind !== 'sex') {
    const item = field.kind === 'country' ? classification.items.find((each) => each.code === 'ZAF') : undefined;
    const shown = item ?? classification.items[0];
    return shown ? shownCode(classification, shown) : '';
  }
  if (field.name === 'given_names') return 'Thabo Example';
  return kindMeanings[field.kind].example;
}

/** The text in the first column of the example row, by which it is known and left out. */
export const exampleMark = 'EXAMPLE (left out)';
export const exampleHeader = 'Remarks';

/** The mapping of a filled-in template: every header says by itself which field it is. Null where the table is no template. */
export function templateMapping(table: RawTable, catalogue: Catalogue): Mapping | null {
  const columns = table.columns.flatMap((column) => {
    const name = technicalName(column.header);
    return name === null ? [] : [{ header: column.header, name }];
  });
  if (columns.length < 2 || columns.length < table.columns.length * 0.5) return null;
  const declaration = bestDeclaration(
    columns.map((column) => column.name),
    table,
    catalogue,
  );
  if (declaration === undefined) return null;
  const known = columns.filter((column) => declaration.fields.some((field) => field.name === column.name));
  const isExample: RowTest = { of: { column: exampleHeader }, is: [exampleMark] };
  return {
    version: 1,
    id: `template/${declaration.id}`,
    title: declaration.label.en,
    register: declaration.id,
    recognise: { headers: known.map((column) => column.header) },
    nulls: [],
    decimalMark: table.decimalMark,
    codeLists: {},
    skipRowWhen: [{ test: isExample, reason: 'the example row of the template' }],
    emit: [
      {
        label: 'record',
        fields: Object.fromEntries(
          known.map(({ header, name }) => [name, { from: { column: header }, via: { dates: ['dmy'] as const } }]),
        ),
      },
    ],
    provenance: { agency: declaration.custodian },
    doubts: [],
  };
}

function bestDeclaration(
  names: readonly string[],
  table: RawTable,
  catalogue: Catalogue,
): RecordDeclaration | undefined {
  const fits = [...catalogue.records.values()].map((declaration) => {
    const fields = new Set(declaration.fields.map((field) => field.name));
    const shared = names.filter((name) => fields.has(name)).length;
    return { declaration, score: shared - fields.size * 0.01 + (table.sheet === declaration.id ? 1 : 0), shared };
  });
  const best = fits.sort((a, b) => b.score - a.score)[0];
  return best && best.shared >= names.length * 0.8 ? best.declaration : undefined;
}
