import type { ReleasedTable } from '@leeto/disclosure';
import {
  type ExchangeContext,
  type ExchangeFile,
  type ExchangeForm,
  exchangeFiles,
  exchangeForms,
  formInWords,
} from '@leeto/publication';

/** Folder of a form within a release. */
export const formFolder = (form: ExchangeForm): string => form;

/** All files of a release: each form in a folder of its own, and a page that says what is in it. */
export function releaseFiles(tables: readonly ReleasedTable[], context: ExchangeContext): readonly ExchangeFile[] {
  return [
    { path: 'README.txt', mediaType: 'text/plain; charset=utf-8', content: readme(tables, context) },
    ...exchangeForms.flatMap((form) =>
      exchangeFiles(form, tables, context).map((file) => ({ ...file, path: `${formFolder(form)}/${file.path}` })),
    ),
  ];
}

function readme(tables: readonly ReleasedTable[], { title, publisher, country, edition }: ExchangeContext): string {
  const isSynthetic = tables.some(({ metadata }) => metadata.sources.some((source) => source.isSynthetic));
  return [
    title.en,
    `${publisher.name.en}, ${country.name.en}. Release ${edition.id}, vintage ${edition.vintage}.`,
    ...(isSynthetic
      ? ['SYNTHETIC DATA: figures of invented people, for demonstration. Not statistics of any country.']
      : []),
    '',
    ...exchangeForms.map((form) => `${`${formFolder(form)}/`.padEnd(12)}${formInWords[form]}`),
    '',
    ...tables.flatMap((table) => [
      `${table.measure}: ${table.title.en}`,
      `  ${table.definition.en}`,
      `  Period ${table.metadata.referencePeriod}; ${table.metadata.status}. ${table.metadata.coverage.en}`,
      `  ${table.protection.rule}`,
      ...(table.clause === '' ? [] : [`  ${table.clause}`]),
      '',
    ]),
  ].join('\n');
}
