import { Readable } from 'node:stream';
import type { ClassificationDeclaration, FieldDeclaration, Kind, MovementLogDeclaration } from '@leeto/registers';
import type { FreezeOptions } from './freeze.ts';
import type { FreezeTable } from './freeze-table.ts';
import type { DeliverySummary } from './manifest.ts';

function field(name: string, kind: Kind): FieldDeclaration {
  return { name, kind, label: { en: name }, description: { en: name } };
}

export function declare(id: string, fields: readonly FieldDeclaration[] = movementFields): MovementLogDeclaration {
  return {
    shape: 'movement_log',
    id,
    label: { en: id },
    description: { en: id },
    custodian: 'home_affairs',
    source: 'test',
    fields,
    key: ['port', 'crossed_on'],
    rules: [],
    datedBy: 'crossed_on',
  };
}

const movementFields = [
  field('port', 'code'),
  field('crossed_on', 'date'),
  field('crossed_at', 'instant'),
  field('surname', 'person_name'),
  field('date_of_birth', 'partial_date'),
  field('intended_days', 'duration_days'),
  field('is_resident', 'boolean'),
  field('fee', 'money'),
];

export const movementColumns = [
  'record_id',
  'delivery_id',
  'source_sheet',
  'source_row',
  ...movementFields.map(({ name }) => name),
];

export const ports: ClassificationDeclaration = {
  shape: 'classification',
  id: 'port',
  label: { en: 'Ports' },
  description: { en: 'Ports of entry' },
  version: '2025',
  source: 'test',
  status: 'interim',
  items: [
    { code: 'LS-MSB', label: { en: 'Maseru Bridge', st: 'Borokho' }, properties: { latitude: -29.3, isOpen: true } },
    { code: 'LS-QNK', label: { en: "Qacha's Nek" }, parent: 'LS', validFrom: '2001-01-01' },
  ],
};

export const delivery: DeliverySummary = {
  id: 'delivery-1',
  register: 'border_movement',
  provenance: {
    agency: 'home_affairs',
    citation: 'Border movements, "2025"',
    isSynthetic: true,
    publishedOn: '2025-02-01',
  },
  fileName: 'movements é.xlsx',
  sha256: '00'.repeat(32),
  receivedAt: '2025-03-01T08:00:00Z',
  counts: { read: 4, taken: 4, unchanged: 0, duplicates: 0, refused: 0, leftOut: 0 },
};

/** Four movements of people who do not exist. */
export const movements = [
  movementColumns.join(','),
  'r4,delivery-1,Sheet 1,5,LS-MSB,2025-01-02,2025-01-02T08:00:00Z,"Mo""hapi, the ""first""",1990,3,true,12.50',
  'r3,delivery-1,Sheet 1,4,LS-MSB,2025-01-02,,"two\nlines\r\nthree",1990-02,,false,',
  'r2,delivery-1,Sheet 1,3,LS-QNK,2025-01-01,2025-01-01T08:00:00,"",,,,0.0001',
  'r1,delivery-1,Sheet 1,2,LS-QNK,2025-01-01,,,,,,',
  '',
].join('\n');

export function tableOf(csv: string, declaration = declare('border_movement')): FreezeTable {
  const columns = csv.slice(0, csv.indexOf('\n')).split(',');
  return { declaration, columns, csv: Readable.from([csv]) };
}

export function optionsFor(folder: string, tables: readonly FreezeTable[]): FreezeOptions {
  return {
    folder,
    tables,
    deliveries: [delivery],
    catalogue: { classifications: new Map([[ports.id, ports]]) },
    codeVersion: '0.1.0',
    instance: { id: 'test', kind: 'demonstration' },
    now: new Date('2025-03-02T00:00:00Z'),
  };
}
