import { fileNames } from '../agency-file.ts';
import type { CaseLayout } from './layout.ts';
import { type Cell, makeSheet, makeWorkbook, serialOf } from './sheet.ts';
import { layoutRandom, spoilCases, truthOf, withCase } from './spoilt-case.ts';

const columns = [
  'SERIAL',
  'PERMIT_NO',
  'SURNAME',
  'FORENAMES',
  'SEX',
  'DOB',
  'NATIONALITY',
  'PASSPORT',
  'EMPLOYER',
  'ISIC',
  'OCCUPATION',
  'ISCO',
  'DISTRICT',
  'APPLIED',
  'DECIDED',
  'RESULT',
  'VALID_FROM',
  'VALID_TO',
  'RENEWAL',
  'REMARK',
] as const;

/** The Labour Commissioner's work permits: an old XLS workbook, dates as bare serial numbers, occupation as text and ISCO-08 code. */
export const workPermits: CaseLayout = (country, cases, onRecord) => {
  const listed = spoilCases(country, cases, {
    register: 'work_permit',
    factor: country.pack.errors.formFactor,
    number: (n) => `L${String(n).padStart(6, '0')}`,
  });
  const sheet = 'PERMITS';
  const rows: Cell[][] = [[...columns]];
  for (const one of listed) {
    const { block } = one;
    const { facts, person } = one.record;
    const random = layoutRandom(country, rows.length, fileNames.workPermits);
    onRecord(truthOf(one, { file: fileNames.workPermits, sheet, row: rows.length + 1 }));
    rows.push([
      one.id,
      facts.permit_number ?? '',
      block.surname.toUpperCase(),
      withCase(block.givenNames, random),
      block.hasCodeVariant ? (block.sex === 'F' ? 'FEMALE' : 'MALE') : block.sex,
      serialOf(block.dateOfBirth),
      block.nationality,
      block.documentNumber,
      facts.employer_name ?? '',
      facts.industry ?? '',
      withCase(facts.occupation_title ?? '', random),
      random.chance(0.06) ? null : Number(facts.occupation ?? '0'),
      country.pack.districts[person.district]?.name ?? '',
      serialOf(facts.applied_on ?? ''),
      serialOf(facts.decided_on ?? ''),
      facts.decision === 'granted' ? (block.hasCodeVariant ? 'APPR.' : 'APPROVED') : 'REFUSED',
      serialOf(facts.valid_from ?? ''),
      serialOf(facts.valid_until ?? ''),
      facts.is_renewal === 'true' ? 'Y' : 'N',
      'SYNTHETIC',
    ]);
  }
  return { bytes: makeWorkbook([[sheet, makeSheet(rows)]], 'biff8'), rows: listed.length };
};
