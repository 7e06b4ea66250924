import type { CanonicalValue, FieldDeclaration, PlacedIssue, Severity } from '@leeto/registers';
import { type Catalogue, compileCondition, type RecordDeclaration, type Truth } from '@leeto/registers';
import type { RawTable } from '../raw.ts';
import { compileReading, type ReadingOptions, type ValueReading } from './compile-reading.ts';
import { type CompiledSource, compileSource, type RawRow } from './compile-source.ts';
import { type CompiledTest, compileTest } from './compile-test.ts';
import type { LeaveOut, Mapping, RecordMapping } from './mapping.ts';
import { headerLevel, type TableScope, tableScope } from './table-scope.ts';

/** Reads one field of one record out of a row. */
export interface FieldProgram {
  readonly field: FieldDeclaration;
  /** Place of the field in the rows of the batch. */
  readonly target: number;
  readonly source: CompiledSource;
  /** Place of the cell in the raw row; -1 where the text is not one cell's. */
  readonly index: number;
  readonly read: ValueReading;
  readonly header: string;
}

export interface CompiledRule {
  readonly code: string;
  readonly severity: Severity;
  readonly hint: string;
  readonly field: string;
  readonly target: number;
  readonly header: string;
  readonly isBroken: (row: readonly CanonicalValue[]) => boolean;
}

/** Makes one record of a row: a record mapping, for one unpivoted column where there is an unpivot. */
export interface RecordProgram {
  readonly label: string;
  readonly when: CompiledTest | null;
  readonly leaveOut: readonly CompiledLeaveOut[];
  readonly fields: readonly FieldProgram[];
  readonly rules: readonly CompiledRule[];
}

export interface CompiledLeaveOut {
  readonly test: CompiledTest;
  readonly reason: string;
}

/** A mapping made ready for one table. */
export interface CompiledMapping {
  readonly declaration: RecordDeclaration;
  readonly columns: readonly string[];
  readonly skip: readonly CompiledLeaveOut[];
  readonly programs: readonly RecordProgram[];
  /** What the table lacks: columns that the mapping names, an unpivot that finds none, a field that there is not. */
  readonly problems: readonly Pick<PlacedIssue, 'column' | 'code' | 'hint'>[];
}

/** Compiles a mapping to closures over the table's columns. Throws where the register is not in the catalogue. */
export function compileMapping(
  table: RawTable,
  fileName: string,
  mapping: Mapping,
  options: ReadingOptions,
): CompiledMapping {
  const declaration = options.catalogue.records.get(mapping.register);
  if (declaration === undefined)
    throw new Error(`The mapping "${mapping.id}" names the unknown register "${mapping.register}".`);
  const columns = declaration.fields
    .map((field) => field.name)
    .filter((name) => mapping.emit.some((each) => name in each.fields));
  const problems: Pick<PlacedIssue, 'column' | 'code' | 'hint'>[] = [];
  const scope = tableScope(table, fileName);
  const compile = new RecordCompiler({ declaration, columns, options, problems });
  const programs = mapping.emit.flatMap((each) =>
    scopesOf(each, scope, problems).map((inner) => compile.record(each, inner)),
  );
  return {
    declaration,
    columns,
    skip: compileLeaveOuts(mapping.skipRowWhen, scope, options.catalogue),
    programs,
    problems: problems.filter(
      (each, i) => problems.findIndex((one) => one.column === each.column && one.code === each.code) === i,
    ),
  };
}

function compileLeaveOuts(
  leaveOuts: readonly LeaveOut[],
  scope: TableScope,
  catalogue: Catalogue,
): readonly CompiledLeaveOut[] {
  return leaveOuts.map(({ test, reason }) => ({ test: compileTest(test, scope, catalogue), reason }));
}

function scopesOf(
  record: RecordMapping,
  scope: TableScope,
  problems: Pick<PlacedIssue, 'column' | 'code' | 'hint'>[],
): readonly TableScope[] {
  const { unpivot } = record;
  if (unpivot === undefined) return [scope];
  const pattern = new RegExp(unpivot.pattern, 'iu');
  const except = unpivot.exceptLike === undefined ? null : new RegExp(unpivot.exceptLike, 'iu');
  const cells = scope.columns.filter((column) => {
    if (unpivot.except?.includes(column.header)) return false;
    const text = unpivot.level === undefined ? column.header : headerLevel(column, unpivot.level);
    return pattern.test(text) && !except?.test(text);
  });
  if (cells.length === 0) {
    problems.push({
      column: unpivot.pattern,
      code: 'no_columns',
      hint: `columns whose header matches ${unpivot.pattern}`,
    });
  }
  return cells.map((cell) => ({ ...scope, cell }));
}

interface Shared {
  readonly declaration: RecordDeclaration;
  readonly columns: readonly string[];
  readonly options: ReadingOptions;
  readonly problems: Pick<PlacedIssue, 'column' | 'code' | 'hint'>[];
}

/** Keeps readings, so that the columns of an unpivot share one memory of the values that they have in common. */
class RecordCompiler {
  readonly #shared: Shared;
  readonly #readings = new Map<string, ValueReading>();

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  record(record: RecordMapping, scope: TableScope): RecordProgram {
    const fields = this.#shared.declaration.fields.flatMap((field) => {
      const mapped = record.fields[field.name];
      return mapped === undefined ? [] : [this.#field(record, field, scope)];
    });
    this.#reportUnknown(record);
    const catalogue = this.#shared.options.catalogue;
    return {
      label: record.label,
      when: record.when === undefined ? null : compileTest(record.when, scope, catalogue),
      leaveOut: compileLeaveOuts(record.leaveOutWhen ?? [], scope, catalogue),
      fields,
      rules: this.#rules(fields),
    };
  }

  #field(record: RecordMapping, field: FieldDeclaration, scope: TableScope): FieldProgram {
    const { from, via = {} } = record.fields[field.name] ?? { from: { constant: '' } };
    const { problems, columns, options } = this.#shared;
    const source = compileSource(from, scope, (header) =>
      problems.push({
        column: header,
        code: 'missing_column',
        hint: `a column "${header}", from which "${field.name}" is read`,
      }),
    );
    const key = `${field.name} ${JSON.stringify(via)}`;
    const read = this.#readings.get(key) ?? compileReading(field, via, options);
    this.#readings.set(key, read);
    return {
      field,
      target: columns.indexOf(field.name),
      source,
      index: source.type === 'cell' ? source.index : -1,
      read,
      header: source.header,
    };
  }

  #reportUnknown(record: RecordMapping): void {
    const { declaration, problems } = this.#shared;
    for (const name of Object.keys(record.fields)) {
      if (declaration.fields.some((field) => field.name === name)) continue;
      problems.push({ column: name, code: 'unknown_field', hint: `a field of "${declaration.id}"` });
    }
  }

  #rules(fields: readonly FieldProgram[]): readonly CompiledRule[] {
    const { declaration, columns } = this.#shared;
    const place = (name: string) => ({
      field: name,
      target: columns.indexOf(name),
      header: fields.find((each) => each.field.name === name)?.header ?? '',
    });
    const required = declaration.fields.flatMap((field): CompiledRule[] => {
      if (!field.required && field.requiredWhen === undefined) return [];
      const at = columns.indexOf(field.name);
      const demands = field.requiredWhen === undefined ? null : compileCondition(field.requiredWhen, columns);
      const isBroken = (row: readonly CanonicalValue[]): boolean =>
        (row[at] ?? null) === null && (demands === null || demands(row) === true);
      return [
        {
          code: 'required',
          severity: 'error',
          hint: `a value: ${field.description.en}`,
          ...place(field.name),
          isBroken,
        },
      ];
    });
    const rules = declaration.rules.map((rule): CompiledRule => {
      const holds: (row: readonly CanonicalValue[]) => Truth = compileCondition(rule.must, columns);
      const at = place(rule.fields[0] ?? '');
      return {
        code: rule.id,
        severity: rule.severity,
        hint: rule.message.en,
        ...at,
        isBroken: (row) => holds(row) === false,
      };
    });
    return [...required, ...rules];
  }
}

/** The text of a field that is not read from one cell. */
export function madeText(source: CompiledSource, row: RawRow): string | null {
  if (source.type === 'made') return source.make(row);
  return source.type === 'constant' ? source.text : null;
}
