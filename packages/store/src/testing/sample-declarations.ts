import type {
  CandidateBatch,
  CanonicalValue,
  DatasetDeclaration,
  FieldDeclaration,
  Kind,
  MovementLogDeclaration,
  RecordDeclaration,
  RegisterDeclaration,
} from '@leeto/registers';
import type { DeliveryDescription } from '../import/import-types.ts';

const field = (name: string, kind: Kind, isRequired = false): FieldDeclaration => ({
  name,
  kind,
  label: { en: name },
  description: { en: name },
  ...(isRequired ? { required: true } : {}),
});

const declared = { custodian: 'police', source: 'test', rules: [] };

export const samplePermit: RegisterDeclaration = {
  ...declared,
  shape: 'register',
  id: 'sample_permit',
  label: { en: 'Permits' },
  description: { en: "A register for tests; it's small." },
  datedBy: 'valid_from',
  key: ['permit_number'],
  fields: [
    field('permit_number', 'identifier', true),
    field('surname', 'person_name'),
    field('valid_from', 'date'),
    field('fee', 'money'),
    field('is_renewal', 'boolean'),
  ],
};

export const sampleMovement: MovementLogDeclaration = {
  ...declared,
  shape: 'movement_log',
  id: 'sample_movement',
  label: { en: 'Movements' },
  description: { en: 'A movement log for tests.' },
  datedBy: 'crossed_on',
  key: ['direction', 'crossed_on', 'document_number'],
  fields: [
    field('source_record_id', 'identifier'),
    field('direction', 'code', true),
    field('crossed_on', 'date', true),
    field('document_number', 'document_number'),
    field('surname', 'person_name'),
  ],
};

export const sampleStock: DatasetDeclaration = {
  ...declared,
  shape: 'dataset',
  id: 'sample_stock',
  label: { en: 'Stock' },
  description: { en: 'A dataset for tests.' },
  datedBy: 'time_period',
  key: ['reference_area', 'time_period'],
  dimensions: ['reference_area', 'time_period'],
  measure: 'obs_value',
  attributes: [],
  fields: [field('reference_area', 'country', true), field('time_period', 'year', true), field('obs_value', 'integer')],
};

/** Registers whose records nobody may learn of without the right; not among `sampleRecords`. */
export const sampleCase: RegisterDeclaration = {
  ...samplePermit,
  id: 'sample_case',
  label: { en: 'Cases' },
  isProtected: true,
};
export const sampleClinic: RegisterDeclaration = { ...sampleCase, id: 'sample_clinic', label: { en: 'Clinic' } };

export const sampleRecords: ReadonlyMap<string, RecordDeclaration> = new Map(
  [samplePermit, sampleMovement, sampleStock].map((declaration) => [declaration.id, declaration]),
);

/** A batch whose rows stand from row 2 of a sheet on, as below a header. */
export function sampleBatch(
  declaration: RecordDeclaration,
  columns: readonly string[],
  rows: readonly (readonly CanonicalValue[])[],
  sheet = '',
): CandidateBatch {
  return { register: declaration.id, columns, rows, sheet, sourceRows: rows.map((_, index) => index + 2) };
}

export const sampleDelivery = (fileName: string, change: Partial<DeliveryDescription> = {}): DeliveryDescription => ({
  fileName,
  sha256: fileName.padEnd(64, '0'),
  bytes: 100,
  mapping: { columns: [] },
  mappingHash: 'mapping-1',
  provenance: { agency: 'police', citation: 'Sample', isSynthetic: true },
  ...change,
});
