import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Inspection, inspectFile, openFile, type TableInspection } from '@leeto/intake';
import type { RecordDeclaration } from '@leeto/registers';
import { defaultCountry, getCodeLists, getCountryContext, instancePaths, readSavedMappings } from '@leeto/server';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import { columnToName, draftMapping } from '../draft-mapping.ts';
import { exitCode } from '../exit-code.ts';
import { type InstanceOptions, instanceFolder } from '../instance-folder.ts';
import { printTable } from '../terminal/print-table.ts';

interface InspectOptions extends InstanceOptions {
  readonly json?: boolean;
  readonly register?: string;
  readonly codes?: readonly string[];
  readonly saveMapping?: string;
}

export const addInspect: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('inspect')))
    .description('what a file is: tables, columns, kinds, quality, the register it fits, the mapping proposed')
    .argument('<file>', 'CSV, Excel, OpenDocument, Parquet; also in .gz or .zip')
    .option('--register <id>', 'propose a mapping to this register')
    .option('--codes <file...>', 'lists of codes and labels that explain its columns')
    .option('--save-mapping <file>', 'write the proposed mapping down, to be corrected and given to import')
    .addHelpText(
      'after',
      '\nExamples:\n  npx leeto inspect march.xlsx\n  npx leeto inspect march.xlsx --register border_movement --save-mapping my.json',
    )
    .action(async (file: string, options: InspectOptions) => {
      const { catalogue } = getCountryContext(defaultCountry);
      if (options.register !== undefined && !catalogue.records.has(options.register)) {
        throw new Error(
          `There is no register ${options.register}. There are: ${[...catalogue.records.keys()].join(', ')}.`,
        );
      }
      const opened = await openFile(resolve(file));
      const inspection = await inspectFile(opened, catalogue, {
        saved: await readSavedMappings(instancePaths(instanceFolder(options)).mappings),
        codeLists: (await Promise.all((options.codes ?? []).map(getCodeLists))).flat(),
        ...(options.register === undefined ? {} : { register: options.register }),
      });
      const declaration = options.register === undefined ? undefined : catalogue.records.get(options.register);
      const saved = await saveProposals(inspection, options.saveMapping, declaration);
      printResult(options.json, inspection, () => [inWords(inspection), ...saved].join('\n'));
      if (inspection.tables.every(({ proposal }) => proposal.mapping === null)) process.exitCode = exitCode.findings;
    });
};

/** Writes each proposed mapping: the first to the file named, further ones beside it with the register in the name. */
async function saveProposals(
  inspection: Inspection,
  path: string | undefined,
  declaration: RecordDeclaration | undefined,
): Promise<readonly string[]> {
  if (path === undefined) return [];
  const mappings = inspection.tables.map(({ proposal }) => proposal.mapping).filter((mapping) => mapping !== null);
  const unique = [...new Map(mappings.map((mapping) => [mapping.id, mapping])).values()];
  const lines: string[] = [];
  for (const [index, mapping] of unique.entries()) {
    const target = index === 0 ? path : path.replace(/(\.json)?$/, `.${mapping.id}.json`);
    await writeFile(target, `${JSON.stringify(mapping, null, 2)}\n`);
    lines.push(
      `Mapping "${mapping.id}" written to ${target}. Correct it, then: npx leeto import ${mapping.register} FILE --mapping ${target}`,
    );
  }
  if (lines.length > 0) return lines;
  const [table] = inspection.tables;
  if (declaration === undefined || table === undefined)
    return ['No mapping could be proposed. Name the register, and a draft is written: --register ID'];
  const headers = table.columns.map(({ header }) => header);
  const draft = draftMapping(declaration, headers, inspection.file.name);
  await writeFile(path, `${JSON.stringify(draft, null, 2)}\n`);
  return [
    `Nothing was recognised, so a draft was written to ${path}. Name its columns in place of "${columnToName}", then: npx leeto import ${declaration.id} FILE --mapping ${path}`,
  ];
}

function inWords(inspection: Inspection): string {
  const { file, findings, tables } = inspection;
  const facts = [file.format, file.container, file.encoding, file.delimiter === '\t' ? 'tab' : file.delimiter].filter(
    Boolean,
  );
  return [
    `${file.name}: ${facts.join(', ')}, ${file.bytes.toLocaleString('en')} bytes, ${tables.length} table${tables.length === 1 ? '' : 's'}`,
    ...findings.map(findingLine),
    ...tables.map(tableInWords),
  ].join('\n');
}

const findingLine = ({ severity, message, where }: Inspection['findings'][number]) =>
  `  ${severity === 'error' ? '✗' : severity === 'warning' ? '!' : '·'} ${message}${where === '' ? '' : `  [${where}]`}`;

function tableInWords(table: TableInspection): string {
  const { proposal } = table;
  const { first, last } = table.headerRows;
  const header = first === 0 ? 'no header' : `header in row ${first === last ? first : `${first} to ${last}`}`;
  const columns = table.columns.map(({ header, field, kinds, missing, distinct, hasMore, examples }) => [
    header,
    field ?? '',
    kinds[0] === undefined ? 'text' : `${kinds[0].kind} ${share(kinds[0].share)}`,
    share(missing),
    `${distinct.toLocaleString('en')}${hasMore ? '+' : ''}`,
    examples.slice(0, 3).join(', '),
  ]);
  // A publisher's layout is known to be what it is: great countries are no outliers there.
  const outliers =
    proposal.by === 'layout' ? [] : table.columns.filter((column) => column.outliers.length > 0).slice(0, 5);
  return [
    '',
    `Table ${table.index + 1}${table.sheet === '' ? '' : ` on sheet “${table.sheet}”`}: about ${table.estimatedRows.toLocaleString('en')} rows, ${header}`,
    ...table.titles.slice(0, 4).map((title) => `  “${title}”`),
    ...table.findings.slice(0, 12).map(findingLine),
    `  ${proposal.mapping === null ? (proposal.isLeftOut ? 'Left out' : 'Not recognised') : `Register: ${proposal.mapping.register}`}, because ${proposal.because}`,
    ...(proposal.mapping?.doubts ?? []).map((doubt) => `  ? ${doubt}`),
    ...outliers.map(
      ({ header, outliers: values }) =>
        `  ! “${header}” has values far from the others: ${values.slice(0, 3).join(', ')}`,
    ),
    ...(table.duplicateRows > 0
      ? [`  ! ${table.duplicateRows.toLocaleString('en')} of the rows looked at stand there twice`]
      : []),
    '',
    printTable(['column', 'field', 'kind, share read', 'missing', 'distinct', 'examples (masked)'], columns).replace(
      /^/gm,
      '  ',
    ),
  ].join('\n');
}

const share = (value: number) => `${Math.round(value * 100)} %`;
