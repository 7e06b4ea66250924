import { fileNames } from '../agency-file.ts';
import type { CaseLayout } from './layout.ts';
import { type Cell, dateCell, makeSheet, makeWorkbook } from './sheet.ts';
import { layoutRandom, type SpoiltCase, spoilCases, truthOf } from './spoilt-case.ts';

const columns = [
  'File ref',
  'Permit no',
  'Type',
  'Surname',
  'Other names',
  'Sex',
  'D.O.B.',
  'Nationality',
  'Country of birth',
  'Passport no',
  'District',
  'Date applied',
  'Date decided',
  'Decision',
  'From',
  'To',
] as const;

const decisionCodes: Readonly<Record<string, string>> = { granted: 'G', refused: 'R', withdrawn: 'W', pending: 'P' };

/**
 * Home Affairs' permits: a workbook with a sheet for new permits, one for renewals, and two that say what the codes of
 * permit type and decision mean.
 */
export const residencePermits: CaseLayout = (country, cases, onRecord) => {
  const listed = spoilCases(country, cases, {
    register: 'residence_permit',
    factor: country.pack.errors.formFactor,
    number: (n, record) => `RES/${String(n).padStart(5, '0')}/${record.facts.valid_from?.slice(2, 4) ?? ''}`,
  });
  const types = new Map(country.pack.permitTypes.map((type) => [type.code, type.agencyCode]));
  const sheetOf = (name: string, title: string, ones: readonly SpoiltCase[]) => {
    const rows: Cell[][] = [['MINISTRY OF HOME AFFAIRS – SYNTHETIC DATA'], [title], [], [...columns]];
    for (const one of ones) {
      const { block } = one;
      const { facts, person } = one.record;
      const random = layoutRandom(country, rows.length, fileNames.residencePermits + name);
      onRecord(truthOf(one, { file: fileNames.residencePermits, sheet: name, row: rows.length + 1 }));
      const type = types.get(facts.permit_type ?? '') ?? '';
      rows.push([
        one.id,
        facts.permit_number ?? '',
        block.hasCodeVariant ? type.toLowerCase() : type,
        block.surname,
        block.givenNames,
        block.sex,
        random.chance(0.3) ? block.dateOfBirth.split('-').toReversed().join('/') : dateCell(block.dateOfBirth),
        block.nationality,
        person.countryOfBirth,
        block.documentNumber,
        random.chance(0.08) ? null : (country.pack.districts[person.district]?.name ?? ''),
        dateCell(facts.applied_on ?? ''),
        dateCell(facts.decided_on ?? ''),
        decisionCodes[facts.decision ?? ''] ?? '',
        dateCell(facts.valid_from ?? ''),
        facts.valid_until === ''
          ? random.chance(0.04)
            ? 'indefinite'
            : random.chance(0.2)
              ? '-'
              : null
          : dateCell(facts.valid_until ?? ''),
      ]);
    }
    return makeSheet(rows, [
      [0, 0, 0, columns.length - 1],
      [1, 0, 1, columns.length - 1],
    ]);
  };
  const fresh = listed.filter((one) => one.record.facts.is_renewal !== 'true');
  const renewals = listed.filter((one) => one.record.facts.is_renewal === 'true');
  const typeCodes = country.pack.permitTypes.map((type): Cell[] => [type.agencyCode, type.label]);
  const decisions: Cell[][] = [
    ['G', 'Granted'],
    ['R', 'Refused'],
    ['W', 'Withdrawn'],
    ['P', 'Pending'],
  ];
  const bytes = makeWorkbook([
    ['New permits', sheetOf('New permits', `Residence permits issued, register as at ${country.to}`, fresh)],
    ['Renewals', sheetOf('Renewals', `Residence permits renewed, register as at ${country.to}`, renewals)],
    ['Type codes', makeSheet([['Code', 'Meaning'], ...typeCodes])],
    ['Decision codes', makeSheet([['Code', 'Meaning'], ...decisions])],
  ]);
  return { bytes, rows: listed.length };
};
