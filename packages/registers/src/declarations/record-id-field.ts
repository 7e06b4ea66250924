import type { FieldDeclaration } from '../field.ts';
import { fieldOf } from './field-of.ts';

/** The number under which the agency's own system keeps the record. */
export function recordIdField(aliases: readonly string[] = []): FieldDeclaration {
  return fieldOf(
    'source_record_id',
    'identifier',
    'Number at the agency',
    "The record's number in the agency's own system.",
    {
      personal: 'identity',
      aliases: [
        ...aliases,
        'txn id',
        'file ref',
        'file reference',
        'serial',
        'record id',
        'record no',
        'record number',
        'id',
        'serial no',
        'serial number',
        'ref',
        'ref no',
        'reference',
        'reference number',
        'file no',
        'file number',
        'uid',
        'uuid',
        'system id',
        'row id',
        'source record id',
      ],
    },
  );
}
