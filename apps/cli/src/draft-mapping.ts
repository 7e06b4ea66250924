import { headerForm, type Mapping } from '@leeto/intake';
import type { RecordDeclaration } from '@leeto/registers';

/** Stands in a draft for the name of a column that a person is to fill in. */
export const columnToName = 'NAME THE COLUMN';

/**
 * A mapping for a table in which nothing was recognised: each required field waits for its column. The doubts say which
 * columns there are, and which further fields could be mapped.
 */
export function draftMapping(declaration: RecordDeclaration, headers: readonly string[], fileName: string): Mapping {
  const required = declaration.fields.filter((field) => field.required);
  const further = declaration.fields.filter((field) => !field.required);
  return {
    version: 1,
    id: headerForm(`${declaration.id} ${fileName.replace(/\.[a-z]+$/i, '')}`).replaceAll(/[^a-z0-9]+/g, '-'),
    title: fileName,
    register: declaration.id,
    recognise: { headers },
    nulls: ['', '-', 'n/a'],
    decimalMark: '.',
    codeLists: {},
    skipRowWhen: [],
    emit: [
      {
        label: declaration.id,
        fields: Object.fromEntries(required.map(({ name }) => [name, { from: { column: columnToName } }])),
      },
    ],
    provenance: {},
    doubts: [
      `Columns of the file: ${headers.join(', ')}`,
      `Further fields of ${declaration.id}: ${further.map(({ name }) => name).join(', ')}`,
    ],
  };
}
