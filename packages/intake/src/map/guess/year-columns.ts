import { type Catalogue, type FieldDeclaration, hasCode, type RecordDeclaration } from '@leeto/registers';
import type { FieldMapping, Mapping } from '../mapping.ts';
import { recognitionOf } from '../recognise-table.ts';
import { headerLevel } from '../table-scope.ts';
import { guessConstant } from './guess-constants.ts';
import { makeFieldMatcher } from './match-fields.ts';
import type { TableSample } from './sample-table.ts';

const year = /^(19|20)\d\d$/;

/** A table whose columns are years: each cell is a figure of one year. Null where no dataset fits. */
export function guessYearColumns(
  sample: TableSample,
  fileName: string,
  catalogue: Catalogue,
  register?: string,
): Mapping | null {
  const isYear = (header: string): boolean => year.test(header.trim());
  const years = sample.columns.filter((each) => isYear(headerLevel(each.column, -1)));
  if (years.length < 3) return null;
  const rest: TableSample = { ...sample, columns: sample.columns.filter((each) => !years.includes(each)) };
  const match = makeFieldMatcher({ sample: rest, catalogue, codeLists: [], latestYear: 2100 });
  const options = [...catalogue.records.values()]
    .filter((each) => each.shape === 'dataset' && (register === undefined || each.id === register))
    .map((declaration) => fieldsOf(declaration, match(declaration), sample, fileName, catalogue))
    .filter((each) => each !== null)
    .sort((a, b) => b.found - a.found);
  const [best] = options;
  if (!best || best.found <= 0) return null;
  return {
    version: 1,
    id: `${best.declaration.id}-by-year`,
    title: best.declaration.label.en,
    register: best.declaration.id,
    recognise: recognitionOf(sample.table),
    nulls: ['..', '...', '-'],
    decimalMark: sample.table.decimalMark,
    codeLists: {},
    skipRowWhen: best.skip,
    emit: [
      {
        label: 'figure',
        unpivot: { pattern: year.source, level: -1 },
        leaveOutWhen: [
          {
            test: {
              any: [
                { of: { cell: true }, isBlank: true },
                { of: { cell: true }, is: ['..', '...', '-'] },
              ],
            },
            reason: 'no figure in the cell',
          },
        ],
        fields: best.fields,
      },
    ],
    provenance: { agency: best.declaration.custodian },
    doubts: best.doubts,
  };
}

function fieldsOf(
  declaration: RecordDeclaration,
  matches: ReturnType<ReturnType<typeof makeFieldMatcher>>,
  sample: TableSample,
  fileName: string,
  catalogue: Catalogue,
) {
  const fields: Record<string, FieldMapping> = {
    time_period: { from: { header: -1 } },
    obs_value: { from: { cell: true } },
  };
  const skip: Mapping['skipRowWhen'][number][] = [];
  const doubts: string[] = [];
  let found = 0;
  for (const field of declaration.fields) {
    if (field.name in fields) continue;
    const matched = matches.find((each) => each.field.name === field.name);
    const column = matched?.column.column.header;
    if (column !== undefined) {
      fields[field.name] = { from: { column } };
      found += matched?.score ?? 0;
      if (field.kind === 'country')
        skip.push({
          test: { of: { column }, isIn: 'area_aggregate' },
          reason: 'aggregate of countries, not a country',
        });
      continue;
    }
    if (!field.required) continue;
    const constant =
      guessConstant(field, sample.table, fileName, catalogue) ?? total(field.name) ?? notStated(field, catalogue);
    if (constant === null) return null;
    fields[field.name] = constant;
    doubts.push(`"${field.label.en}" stands in no column; ${JSON.stringify(constant.from)} was taken.`);
  }
  const unexplained = sample.columns.filter(
    (each) => !year.test(headerLevel(each.column, -1).trim()) && !matches.some((match) => match.column === each),
  ).length;
  return { declaration, fields, skip, doubts, found: found - unexplained * 0.5 };
}

/** Dimensions over which a table that does not have them is a total. */
function total(name: string): FieldMapping | null {
  return ['sex', 'age_group', 'origin', 'partner', 'district', 'citizenship'].includes(name)
    ? { from: { constant: '_T' } }
    : null;
}

/** "Not stated", where the field's list has a code for it. */
function notStated(field: FieldDeclaration, catalogue: Catalogue): FieldMapping | null {
  const classification =
    field.classification === undefined ? undefined : catalogue.classifications.get(field.classification);
  return classification && hasCode(classification, 'not_stated') ? { from: { constant: 'not_stated' } } : null;
}
