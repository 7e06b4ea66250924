import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import {
  type Catalogue,
  type ClassificationDeclaration,
  type FieldDeclaration,
  kindMeanings,
  type RecordDeclaration,
} from '@leeto/registers';
import { exampleHeader, exampleMark, exampleOf, shownCode, templateHeader } from './import-template.ts';

const lastRow = 10_001;
const required = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFCE4D6' } } as const;
const optional = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9E1F2' } } as const;

/**
 * Writes an XLSX to be filled in by hand and imported without a mapping: a column a field with note, drop-down and check; an
 * example row that is left out on import; the codes on a sheet of their own; and a sheet that says how to fill it in.
 */
export async function writeImportTemplate(
  declaration: RecordDeclaration,
  catalogue: Catalogue,
  path: string,
): Promise<void> {
  const workbook = new Workbook();
  workbook.title = declaration.label.en;
  const data = workbook.addWorksheet(declaration.id.slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
  });
  writeAbout(workbook.addWorksheet('About'), declaration, catalogue);
  const lists = writeCodes(workbook, declaration, catalogue);
  writeData(data, declaration, catalogue, lists);
  await workbook.xlsx.writeFile(path);
}

function writeData(
  sheet: Worksheet,
  declaration: RecordDeclaration,
  catalogue: Catalogue,
  lists: ReadonlyMap<string, string>,
): void {
  sheet.columns = [
    ...declaration.fields.map((field) => ({
      header: templateHeader(field),
      width: Math.max(16, Math.min(34, templateHeader(field).length + 2)),
      style: { numFmt: formatOf(field) },
    })),
    { header: exampleHeader, width: 24 },
  ];
  const header = sheet.getRow(1);
  header.height = 32;
  declaration.fields.forEach((field, i) => {
    const cell = header.getCell(i + 1);
    cell.numFmt = '@';
    cell.font = { bold: true };
    cell.fill = field.required ? required : optional;
    cell.alignment = { wrapText: true, vertical: 'top' };
    cell.note = noteOf(field, catalogue);
    addValidation(sheet, i + 1, field, lists);
  });
  const example = sheet.addRow([...declaration.fields.map((field) => exampleOf(field, catalogue)), exampleMark]);
  example.font = { italic: true, color: { argb: 'FF7F7F7F' } };
  sheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: 1, col: declaration.fields.length + 1 } };
}

/** Text for all that could lose a leading zero or be turned into a date; ISO dates for dates. */
function formatOf(field: FieldDeclaration): string {
  if (field.kind === 'date') return 'yyyy-mm-dd';
  if (field.kind === 'integer' || field.kind === 'duration_days' || field.kind === 'age') return '0';
  return field.kind === 'decimal' || field.kind === 'money' ? 'General' : '@';
}

function noteOf(field: FieldDeclaration, catalogue: Catalogue): string {
  const meaning = kindMeanings[field.kind];
  return [
    field.description.en,
    `Accepted: ${meaning.accepts.en}${field.unit ? ` (${field.unit})` : ''}.`,
    `Example: ${exampleOf(field, catalogue)}`,
    field.required ? 'Required.' : field.requiredWhen ? 'Required in some cases (see "About").' : 'May be left empty.',
  ].join('\n');
}

function addValidation(
  sheet: Worksheet,
  column: number,
  field: FieldDeclaration,
  lists: ReadonlyMap<string, string>,
): void {
  const letter = sheet.getColumn(column).letter;
  const address = `${letter}2:${letter}${lastRow}`;
  const list = lists.get(field.kind === 'boolean' ? 'yes_no' : (field.classification ?? ''));
  const meaning = kindMeanings[field.kind];
  const common = {
    allowBlank: !field.required,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: field.label.en,
    error: meaning.accepts.en.slice(0, 220),
  };
  if (list !== undefined) {
    sheet.dataValidations.add(address, {
      type: 'list',
      formulae: [list],
      ...common,
      error: 'Choose from the list (sheet "Codes").',
    });
  } else if (field.kind === 'integer' || field.kind === 'duration_days' || field.kind === 'age') {
    const lowest = Number(field.minimum ?? (field.kind === 'integer' ? -999_999_999 : 0));
    const highest = Number(field.maximum ?? (field.kind === 'age' ? 130 : 999_999_999));
    sheet.dataValidations.add(address, { type: 'whole', operator: 'between', formulae: [lowest, highest], ...common });
  }
}

/** A column a list; returns classification → name of the range with what a person picks. */
function writeCodes(
  workbook: Workbook,
  declaration: RecordDeclaration,
  catalogue: Catalogue,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const sheet = workbook.addWorksheet('Codes', { views: [{ state: 'frozen', ySplit: 1 }] });
  let column = 1;
  const write = (id: string, title: string, rows: readonly (readonly [string, string])[]): void => {
    const cells = [[title, 'Code'] as const, ...rows];
    cells.forEach(([shown, code], i) => {
      sheet.getCell(i + 1, column).value = shown;
      sheet.getCell(i + 1, column + 1).value = code;
    });
    sheet.getColumn(column).width = 36;
    sheet.getColumn(column + 1).width = 14;
    sheet.getCell(1, column).font = { bold: true };
    const letter = sheet.getColumn(column).letter;
    const name = `list_${id}`;
    workbook.definedNames.add(`Codes!$${letter}$2:$${letter}$${cells.length}`, name);
    names.set(id, name);
    column += 2;
  };
  for (const classification of classificationsOf(declaration, catalogue)) {
    const rows = classification.items.map((item) => [shownCode(classification, item), item.code] as const);
    write(classification.id, classification.label.en, sorted(rows));
  }
  if (declaration.fields.some((field) => field.kind === 'boolean'))
    write('yes_no', 'Yes or no', [
      ['Yes', 'true'],
      ['No', 'false'],
    ]);
  return names;
}

function classificationsOf(declaration: RecordDeclaration, catalogue: Catalogue): readonly ClassificationDeclaration[] {
  const ids = new Set(declaration.fields.flatMap((field) => field.classification ?? []));
  return [...ids].flatMap((id) => catalogue.classifications.get(id) ?? []);
}

/** Long lists by the alphabet, short ones in the order in which they are declared. */
function sorted(rows: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return rows.length <= 20 ? rows : [...rows].sort((a, b) => a[0].localeCompare(b[0], 'en'));
}

function writeAbout(sheet: Worksheet, declaration: RecordDeclaration, catalogue: Catalogue): void {
  sheet.columns = [{ width: 28 }, { width: 34 }, { width: 70 }, { width: 60 }, { width: 14 }];
  const agency = catalogue.agencies.get(declaration.custodian)?.name.en ?? declaration.custodian;
  const lines = [
    [declaration.label.en],
    [declaration.description.en],
    [`Kept by: ${agency}. Follows: ${declaration.source}.`],
    [
      `Fill in the sheet "${declaration.id.slice(0, 31)}", a row a record. Columns with a star (*) must hold a value; others may be empty.`,
    ],
    [
      'Keep the header row as it is; columns may be moved or taken away. The example row is left out on import. Dates: year-month-day.',
    ],
    ['Lists to choose from stand on the sheet "Codes". Names, codes and usual spellings are understood as well.'],
    [],
    ['Technical name', 'Label', 'What it is', 'What is accepted', 'Required'],
    ...declaration.fields.map((field) => [
      field.name,
      field.label.en,
      field.description.en,
      kindMeanings[field.kind].accepts.en,
      field.required ? 'yes' : field.requiredWhen ? 'in some cases' : 'no',
    ]),
  ];
  for (const line of lines) sheet.addRow(line);
  sheet.getRow(1).font = { bold: true, size: 16 };
  sheet.getRow(8).font = { bold: true };
  sheet.eachRow((row, number) => {
    if (number > 8) row.alignment = { wrapText: true, vertical: 'top' };
  });
}
