import type { FieldDeclaration, RecordDeclaration } from '@leeto/registers';
import { headerForm } from '../header-form.ts';
import type { FieldMapping } from '../mapping.ts';
import type { FieldMatch } from './match-fields.ts';
import type { ColumnSample, TableSample } from './sample-table.ts';

export interface SpecialFields {
  readonly fields: Readonly<Record<string, FieldMapping>>;
  readonly doubts: readonly string[];
  readonly columnsUsed: number;
}

/** Fields that are spread over columns, or columns that hold several fields: full names, date and time, parts of a date. */
export function specialFields(
  declaration: RecordDeclaration,
  matches: readonly FieldMatch[],
  sample: TableSample,
): SpecialFields {
  const fields: Record<string, FieldMapping> = {};
  const doubts: string[] = [];
  let columnsUsed = 0;
  const take = (special: SpecialFields): void => {
    Object.assign(fields, special.fields);
    doubts.push(...special.doubts);
    columnsUsed += special.columnsUsed;
  };
  take(fullName(declaration, matches, sample));
  for (const field of declaration.fields) {
    if (field.kind === 'instant') take(dateAndTime(field, matches, sample));
    if (field.kind === 'partial_date') take(ages(field, declaration, matches));
    if (field.kind === 'date' || field.kind === 'partial_date') take(dateParts(field, matches, sample));
  }
  return { fields, doubts, columnsUsed };
}

const none: SpecialFields = { fields: {}, doubts: [], columnsUsed: 0 };
const fullNames =
  /^((full |traveller |traveler |passenger |applicant |holder |principal |person |refugee |client )?(full )?names?( of (the )?(applicant|traveller|traveler|passenger|holder|person|refugee|principal|permit holder))?|surname( and| &)? (given |first |other )?names?|names? and surname|applicant|traveller|passenger|holder|lebitso le fane|nom et prenoms?|nome completo)$/;

function fullName(declaration: RecordDeclaration, matches: readonly FieldMatch[], sample: TableSample): SpecialFields {
  const has = (name: string): boolean => declaration.fields.some((field) => field.name === name);
  if (!has('surname') || !has('given_names')) return none;
  const matched = (name: string) => matches.find((match) => match.field.name === name);
  const surname = matched('surname');
  const given = matched('given_names');
  if (surname && given) return none;
  if (given && !surname && !fullNames.test(headerForm(given.column.column.header))) {
    const used = new Set(matches.map((match) => match.column.column.index));
    const rest = sample.columns.find(
      (each) => !used.has(each.column.index) && fullNames.test(headerForm(each.column.header)),
    );
    return rest
      ? { fields: { surname: { from: { column: rest.column.header } } }, doubts: [], columnsUsed: 0.9 }
      : none;
  }
  const column =
    surname?.column ?? given?.column ?? sample.columns.find((each) => fullNames.test(headerForm(each.column.header)));
  if (!column || !fullNames.test(headerForm(column.column.header)) || wordsIn(column) < 1.6) return none;
  const form = headerForm(column.column.header);
  const commas = shareOf(column, (text) => text.includes(','));
  const capitals = shareOf(column, (text) => /^\p{Lu}{2,}[\p{Lu}'’-]*\s+\p{Lu}\p{Ll}/u.test(text));
  const nameOrder =
    commas > 0.5
      ? 'surname_comma_given'
      : capitals > 0.5 || /^(surname|nom\b)/.test(form)
        ? 'surname_given'
        : 'given_surname';
  const from = { column: column.column.header };
  const isSure = commas > 0.5 || capitals > 0.5 || /surname/.test(form);
  return {
    fields: {
      surname: { from, via: { nameOrder, take: 'surname' } },
      given_names: { from, via: { nameOrder, take: 'given_names' } },
    },
    doubts: isSure ? [] : [`"${column.column.header}" holds whole names; the last word was taken for the surname.`],
    columnsUsed: 0.9,
  };
}

function wordsIn(column: ColumnSample): number {
  const texts = [...column.values.keys()].slice(0, 200);
  return texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / Math.max(1, texts.length);
}

function shareOf(column: ColumnSample, test: (text: string) => boolean): number {
  const texts = [...column.values.keys()].slice(0, 300);
  return texts.filter(test).length / Math.max(1, texts.length);
}

const timeOnly = /^([01]?\d|2[0-3])[:h.]?[0-5]\d([:.][0-5]\d)?(\s*[ap]\.?m\.?)?$/i;

function dateAndTime(field: FieldDeclaration, matches: readonly FieldMatch[], sample: TableSample): SpecialFields {
  const date = matches.find(
    (match) =>
      match.field.kind === 'date' &&
      match.field.required &&
      match.field.name.split('_')[0] === field.name.split('_')[0],
  );
  const own = matches.find((match) => match.field.name === field.name);
  if (!date) return none;
  const used = new Set(matches.filter((match) => match !== own).map((match) => match.column.column.index));
  const column =
    own?.column ??
    sample.columns.find(
      (each) => !used.has(each.column.index) && /\b(time|nako|heure|hora|hour)\b/.test(headerForm(each.column.header)),
    );
  const via = date.codec;
  if (column && shareOf(column, (text) => timeOnly.test(text)) > 0.7) {
    const parts = [{ column: date.column.column.header }, { column: column.column.header }];
    return {
      fields: { [field.name]: { from: { join: parts, with: ' ', complete: true }, via } },
      doubts: [],
      columnsUsed: own ? 0 : 0.9,
    };
  }
  const hasTime = shareOf(date.column, (text) => /\d[T ]\d{1,2}:\d{2}/.test(text) && !/[T ]00:00(:00)?/.test(text));
  if (!own && hasTime > 0.5) {
    return {
      fields: { [field.name]: { from: { column: date.column.column.header }, via } },
      doubts: [],
      columnsUsed: 0,
    };
  }
  return none;
}

/** Ages among dates of birth, as paper registers have them: the year of birth follows from the date of the row. */
function ages(field: FieldDeclaration, declaration: RecordDeclaration, matches: readonly FieldMatch[]): SpecialFields {
  const own = matches.find((match) => match.field.name === field.name);
  const dated = matches.find((match) => match.field.name === declaration.datedBy);
  if (!own || !dated || shareOf(own.column, (text) => /^\d{1,3}$/.test(text) && Number(text) <= 120) < 0.005)
    return none;
  const from = { age: { column: own.column.column.header }, on: { column: dated.column.column.header } };
  const via = Object.keys(own.codec).length > 0 ? { via: own.codec } : {};
  return { fields: { [field.name]: { from, ...via } }, doubts: [], columnsUsed: own.score };
}

/** Year, month and day in columns of their own: `Birth year`, `Birth month`, `Birth day`. */
function dateParts(field: FieldDeclaration, matches: readonly FieldMatch[], sample: TableSample): SpecialFields {
  const forms = [field.name, field.label.en, ...(field.aliases ?? [])].map((text) =>
    headerForm(text)
      .replace(/\b(date|of|on)\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const find = (part: RegExp): ColumnSample | undefined =>
    sample.columns.find((each) => {
      const form = headerForm(each.column.header);
      return (
        part.test(form) &&
        forms.includes(
          form
            .replace(part, ' ')
            .replace(/\bof\b/g, ' ')
            .replace(/\s+/g, ' ')
            .trim(),
        )
      );
    });
  const year = find(/\b(year|yr|yyyy)\b/);
  const month = find(/\b(month|mon|mm)\b/);
  const day = find(/\b(day|dd)\b/);
  if (!year || !month) return none;
  const own = matches.find((match) => match.field.name === field.name);
  if (own && own.column !== year && own.column !== month && own.column !== day) return none;
  const join = [year, month, ...(day ? [day] : [])].map((each) => ({ column: each.column.header }));
  return {
    fields: { [field.name]: { from: { join, with: '-' } } },
    doubts: [],
    columnsUsed: join.length - (own ? 1 : 0),
  };
}
