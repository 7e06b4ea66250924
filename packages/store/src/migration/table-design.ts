import type { RecordDeclaration } from '@leeto/registers';
import { columnTypes } from './column-type.ts';

export interface ColumnDesign {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly default?: string;
  readonly comment: string;
}

export interface IndexDesign {
  readonly name: string;
  readonly method: 'btree' | 'brin';
  readonly columns: readonly string[];
  readonly isUnique: boolean;
}

/** What the table of a declaration looks like; proposals and the drift check both start from it. */
export interface TableDesign {
  /** Within the schema `register`; the declaration's id. */
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly ColumnDesign[];
  readonly indexes: readonly IndexDesign[];
  /** Date column of a movement log, partitioned by its year; null for other tables. */
  readonly partitionedBy: string | null;
}

/** Columns that each table of records has before the declared ones. */
export const PROVENANCE_COLUMNS = ['record_id', 'delivery_id', 'source_sheet', 'source_row'] as const;

/** Designs the table of a register, movement log or dataset. */
export function designTable(declaration: RecordDeclaration): TableDesign {
  const { id } = declaration;
  const isLog = declaration.shape === 'movement_log';
  return {
    name: id,
    comment: oneLine(`${declaration.label.en}. ${declaration.description.en}`),
    columns: [...kernelColumns(id), ...declaration.fields.map(designColumn)],
    indexes: isLog ? logIndexes(id, declaration.datedBy) : recordIndexes(id),
    partitionedBy: isLog ? declaration.datedBy : null,
  };
}

/** Widths descending, so that no byte is lost to alignment. */
function kernelColumns(id: string): readonly ColumnDesign[] {
  const column = (name: string, type: string, comment: string, value?: string): ColumnDesign => ({
    name,
    type,
    isRequired: true,
    comment,
    ...(value === undefined ? {} : { default: value }),
  });
  return [
    column('record_id', 'bigint', 'Number of the record in this database.', `nextval('register.${id}_record_id')`),
    column('recorded_at', 'timestamp with time zone', 'When the present content was taken.', 'now()'),
    column('record_key', 'uuid', 'First 16 bytes of SHA-256 over agency and key: which record it is.'),
    column('delivery_id', 'integer', 'ledger.delivery that brought the present content.'),
    column('source_row', 'integer', 'Row of the sheet, from 1, as a spreadsheet shows it.'),
    { ...column('source_sheet', 'text', 'Sheet of the file; null where it has none.'), isRequired: false },
  ];
}

function designColumn(field: RecordDeclaration['fields'][number]): ColumnDesign {
  return {
    name: field.name,
    type: columnTypes[field.kind],
    isRequired: field.required === true,
    comment: oneLine(field.label.en),
  };
}

/**
 * A log of hundreds of millions of rows carries one tree only, for the key. Rows lie in the order of their delivery, so block
 * ranges (brin) find a delivery or a record at almost no cost for loading.
 */
function logIndexes(id: string, datedBy: string): readonly IndexDesign[] {
  return [
    { name: `${id}_key`, method: 'btree', columns: ['record_key', datedBy], isUnique: true },
    { name: `${id}_delivery`, method: 'brin', columns: ['delivery_id', 'record_id'], isUnique: false },
  ];
}

function recordIndexes(id: string): readonly IndexDesign[] {
  return [
    { name: `${id}_id`, method: 'btree', columns: ['record_id'], isUnique: true },
    { name: `${id}_key`, method: 'btree', columns: ['record_key'], isUnique: true },
    { name: `${id}_delivery`, method: 'btree', columns: ['delivery_id'], isUnique: false },
  ];
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
