import { documentKey, givenNameRoots, nameKey } from '../normalise/index.ts';
import type { FieldColumn } from '../records/record-set.ts';

/** A column that the levels' SQL reads beside the normal value itself: what it holds and how it comes of the value. */
export interface DerivedColumn {
  /** The field's name, with what the column holds after it: `surname_words`. */
  readonly name: string;
  readonly field: string;
  readonly type: 'VARCHAR' | 'VARCHAR[]' | 'INTEGER';
  readonly description: string;
  readonly of: (value: string) => string | readonly string[] | number;
}

type Suffix = 'words' | 'sounds' | 'sound' | 'roots' | 'look_alike';

/** The two sides of a column in SQL. */
export function column(field: string, suffix?: Suffix): readonly [string, string] {
  const name = `"${(suffix === undefined ? field : `${field}_${suffix}`).replaceAll('"', '""')}"`;
  return [`l.${name}`, `r.${name}`];
}

/**
 * The columns that the SQL of levels asks for, field by field: the normal value under the field's name (dates as an integer), and
 * what is worked out of it. All of them null where the value is.
 */
export function derivedColumns(fields: readonly Pick<FieldColumn, 'name' | 'field'>[]): readonly DerivedColumn[] {
  return fields.flatMap(({ name: field, field: { kind } }): readonly DerivedColumn[] => {
    if (kind === 'date') {
      const description = 'The date as year * 10000 + month * 100 + day, with zeros for what is not known.';
      return [{ name: field, field, type: 'INTEGER', description, of: Number }];
    }
    const value: DerivedColumn = {
      name: field,
      field,
      type: 'VARCHAR',
      description: 'The normal value.',
      of: (text) => text,
    };
    const more = (suffix: Suffix, type: DerivedColumn['type'], description: string, of: DerivedColumn['of']) => ({
      name: `${field}_${suffix}`,
      field,
      type,
      description,
      of,
    });
    switch (kind) {
      case 'document_number':
      case 'identifier':
        return [
          value,
          more(
            'look_alike',
            'VARCHAR',
            'The value with signs that are taken for one another read as one.',
            documentKey,
          ),
        ];
      case 'person_name':
      case 'place':
      case 'address':
      case 'text':
        return [
          value,
          more('words', 'VARCHAR[]', 'The words of the value.', wordsOf),
          more('sounds', 'VARCHAR[]', 'The spelling-variant key of each word.', (text) => wordsOf(text).map(nameKey)),
          more('sound', 'VARCHAR', 'The spelling-variant keys, as one text.', (text) =>
            wordsOf(text).map(nameKey).join(' '),
          ),
          ...(kind === 'person_name'
            ? [more('roots', 'VARCHAR[]', 'Names that the first word may be a form of.', rootsOf)]
            : []),
        ];
      default:
        return [value];
    }
  });
}

function wordsOf(text: string): readonly string[] {
  return text.split(' ');
}

function rootsOf(text: string): readonly string[] {
  return givenNameRoots(wordsOf(text)[0] ?? '');
}
