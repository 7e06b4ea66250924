import { expect, test } from 'vitest';
import { proposeLinkSpec } from './propose-link-spec.ts';

const column = (header: string, ...values: string[]) => ({ header, values, rows: values.length });

test('A spec is proposed from headers, and from values where headers say nothing', () => {
  const { spec } = proposeLinkSpec([
    [
      column('Record ID', '1', '2', '3'),
      column('Surname', 'Nkosi', 'Molapo', 'Letsie'),
      column('X1', '1950-01-02', '1990-03-04', '2001-05-06'),
      column('X2', 'a@b.org', 'c@d.org', 'e@f.org'),
      column('Passport No', 'RA1', 'RA2', 'RA3'),
      column('Purpose', 'study', 'work', 'work'),
      column('cluster', '1', '1', '2'),
    ],
  ]);
  expect(spec).toEqual({
    id: 'Record ID',
    truth: 'cluster',
    mode: 'dedupe',
    fields: {
      Surname: { kind: 'person_name', part: 'family' },
      X1: { kind: 'date' },
      X2: { kind: 'email' },
      'Passport No': { kind: 'document_number' },
    },
  });
});

test('An id that stands twice is not proposed, nor one that only some files have', () => {
  const names = column('name', 'Anna Nkosi', 'Neo Molapo');
  expect(proposeLinkSpec([[column('id', '1', '1'), names]]).spec.id).toBeUndefined();
  expect(proposeLinkSpec([[column('id', '1', '2'), names], [names]]).spec.id).toBeUndefined();
});

test('Columns that tell no persons apart are refused with words', () => {
  expect(() => proposeLinkSpec([[column('article', 'maize'), column('weight', '3')]])).toThrow('tells persons apart');
});

test('Headers as agencies write them are read in files of few rows', () => {
  const names = [column('Full Names', 'Anna Nkosi', 'Anna Nkosi'), column('BIRTH DT', '19500102', '19500102')];
  for (const header of ['record_no', 'S/N', 'Rec No', 'Serial No.', 'Entry No', 'rec_id', 'ID'])
    expect(proposeLinkSpec([[column(header, '1', '2'), ...names]]).spec.id, header).toBe(header);
  const { spec } = proposeLinkSpec([
    [column('passport', 'RA1', 'RA1'), column('nid', '840101', '840101'), column('ID', '0012345', '0012345'), ...names],
  ]);
  expect(spec.id).toBeUndefined();
  expect(Object.entries(spec.fields).map(([name, { kind }]) => `${name}: ${kind}`)).toEqual([
    'passport: document_number',
    'nid: identifier',
    'ID: identifier',
    'Full Names: person_name',
    'BIRTH DT: date',
  ]);
});
