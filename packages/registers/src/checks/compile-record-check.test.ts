import { describe, expect, test } from 'vitest';
import { commonClassifications } from '../classifications/common-classifications.ts';
import type { Catalogue, RecordDeclaration } from '../declaration.ts';
import { borderMovement } from '../declarations/border-movement.ts';
import { labourCertification } from '../declarations/labour-certification.ts';
import { migrantStock } from '../declarations/migrant-stock.ts';
import { defineClassification } from '../shapes/define-classification.ts';
import { compileRecordCheck } from './compile-record-check.ts';

const port = defineClassification({
  id: 'port',
  label: { en: 'Ports' },
  description: { en: 'Ports.' },
  version: '1',
  source: 'Invented',
  status: 'interim',
  items: [{ code: 'BRIDGE', label: { en: 'The bridge' } }],
});

const catalogue: Catalogue = {
  records: new Map(),
  classifications: new Map([...commonClassifications, port].map((each) => [each.id, each])),
  agencies: new Map(),
};

function codesFor(declaration: RecordDeclaration, record: Readonly<Record<string, string>>): readonly string[] {
  const columns = Object.keys(record);
  const issues = compileRecordCheck(declaration, catalogue, columns)(Object.values(record));
  return issues.map((issue) => `${issue.severity} ${issue.path} ${issue.code}`);
}

const crossing = { port: 'BRIDGE', direction: 'arrival', crossed_on: '2025-03-14', nationality: 'ZAF' };

describe('a border movement', () => {
  test('passes with what is required alone', () => {
    expect(codesFor(borderMovement, crossing)).toEqual([]);
  });

  test('lists every required field that is missing, also without a column for it', () => {
    expect(codesFor(borderMovement, { port: 'BRIDGE' })).toEqual([
      'error direction required',
      'error crossed_on required',
      'error nationality required',
    ]);
  });

  test('collects unknown codes, impossible dates and broken rules together', () => {
    expect(
      codesFor(borderMovement, {
        ...crossing,
        port: 'TUNNEL',
        document_expires_on: '2025-02-30',
        nationality: 'ZZZ',
        date_of_birth: '2025-04',
        authorised_until: '2025-03-13',
      }),
    ).toEqual([
      'error port unknown_code',
      'error nationality unknown_code',
      'error document_expires_on not_a_date',
      'error date_of_birth born_before_crossing',
      'error authorised_until authorised_after_arrival',
    ]);
  });

  test('the doubtful passes with a warning', () => {
    expect(codesFor(borderMovement, { ...crossing, document_expires_on: '2025-03-13', intended_days: '4000' })).toEqual(
      ['warning document_expires_on document_valid_at_crossing', 'warning intended_days intended_days_plausible'],
    );
    expect(codesFor(borderMovement, { ...crossing, decision: 'refused' })).toEqual([
      'warning refusal_ground refusal_has_ground',
    ]);
    expect(codesFor(borderMovement, { ...crossing, crossed_at: '2025-03-15T00:01:00' })).toEqual([
      'warning crossed_at crossed_at_on_the_day',
    ]);
  });

  test('the last permitted day may be the day of arrival, and on departure may have passed', () => {
    expect(codesFor(borderMovement, { ...crossing, authorised_until: '2025-03-14' })).toEqual([]);
    expect(codesFor(borderMovement, { ...crossing, direction: 'departure', authorised_until: '2025-03-01' })).toEqual(
      [],
    );
    expect(codesFor(borderMovement, { ...crossing, crossed_at: '2025-03-14T23:59:00', date_of_birth: '2025' })).toEqual(
      [],
    );
  });
});

test('a dataset takes totals', () => {
  const row = {
    reference_area: 'LSO',
    origin: '_T',
    sex: '_T',
    time_period: '2020',
    basis: 'foreign_born',
    obs_value: '12060',
  };
  expect(codesFor(migrantStock, row)).toEqual([]);
  expect(codesFor(migrantStock, { ...row, obs_value: '-1' })).toEqual(['error obs_value below_minimum']);
});

test('more workers certified than asked for is a warning, numbers compared as numbers', () => {
  const row = { case_number: 'C-1', workers_requested: '10', workers_certified: '9' };
  expect(codesFor(labourCertification, row)).toEqual([]);
  expect(codesFor(labourCertification, { ...row, workers_certified: '11' })).toEqual([
    'warning workers_certified certified_at_most_requested',
  ]);
});

test('values already checked can be skipped, rules and required fields not', () => {
  const columns = Object.keys(crossing);
  const check = compileRecordCheck(borderMovement, catalogue, columns, { skipValues: true });
  expect(check(['TUNNEL', 'arrival', '2025-03-14', null])).toMatchObject([{ path: 'nationality', code: 'required' }]);
});

test('a sound row costs no list of its own', () => {
  const check = compileRecordCheck(borderMovement, catalogue, Object.keys(crossing));
  expect(check(Object.values(crossing))).toBe(check(Object.values(crossing)));
});
