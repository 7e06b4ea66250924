import type { FieldDeclaration } from '../field.ts';
import { fieldOf } from './field-of.ts';

/** How the record came about. */
export const borderTraceFields: readonly FieldDeclaration[] = [
  fieldOf('officer', 'identifier', 'Officer', 'Service number of the officer who served the traveller.', {
    personal: 'quasi',
    aliases: [
      'officer',
      'officer id',
      'officer no',
      'force number',
      'user',
      'user id',
      'immigration officer',
      'clerk',
      'agent',
      'mohlanka',
    ],
  }),
  fieldOf('device', 'identifier', 'Device', 'The workstation or reader at which the record was made.', {
    aliases: ['device', 'device id', 'workstation', 'terminal', 'booth', 'station id', 'kiosk', 'reader'],
  }),
  fieldOf('capture_source', 'code', 'Captured by', 'How the crossing was captured.', {
    classification: 'capture_source',
    aliases: [
      'capture source',
      'captured via',
      'source',
      'capture method',
      'data source',
      'mode of capture',
      'entry method',
      'system',
    ],
  }),
  fieldOf('offline_batch_id', 'identifier', 'Offline batch', 'Batch in which a post without a link sent the record.', {
    aliases: ['offline batch', 'offline batch id', 'batch', 'batch id', 'batch no', 'upload batch', 'sync id'],
  }),
  fieldOf('corrects', 'identifier', 'Corrects', 'Number at the agency of the movement that this one corrects.', {
    personal: 'identity',
    aliases: [
      'corrects txn id',
      'corrects txn',
      'correction of record',
      'corrects',
      'correction of',
      'replaces',
      'amends',
      'corrected record',
      'original record id',
    ],
  }),
];
