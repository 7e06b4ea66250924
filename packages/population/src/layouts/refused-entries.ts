import { fileNames } from '../agency-file.ts';
import type { CaseLayout } from './layout.ts';
import { type Cell, dateCell, makeSheet, makeWorkbook } from './sheet.ts';
import { countryWords, layoutRandom, spoilCases, truthOf } from './spoilt-case.ts';

const columns = [
  'Ref',
  'Border post',
  'Date',
  'Surname',
  'Given names',
  'Sex',
  'Date of birth',
  'Nationality',
  'Document',
  'Document no',
  'By',
  'Ground (letter)',
] as const;

const documentWords: Readonly<Record<string, string>> = {
  passport: 'Passport',
  national_identity_card: 'ID card',
  none: 'None',
};

/** Immigration's list of refused entries, with the grounds as letters that a second sheet explains. */
export const refusedEntries: CaseLayout = (country, cases, onRecord) => {
  const listed = spoilCases(country, cases, {
    register: 'refused_entry',
    factor: country.pack.errors.formFactor,
    number: (n) => `REF-${String(n).padStart(5, '0')}`,
  });
  const sheet = 'Refused entries';
  const rows: Cell[][] = [['IMMIGRATION – REFUSED ENTRIES – SYNTHETIC DATA'], [], [...columns]];
  for (const one of listed) {
    const { block } = one;
    const { facts } = one.record;
    const random = layoutRandom(country, rows.length, fileNames.refusedEntries);
    onRecord(truthOf(one, { file: fileNames.refusedEntries, sheet, row: rows.length + 1 }));
    const ground = country.pack.refusalGrounds.find((item) => item.code === facts.refusal_ground)?.agencyCode ?? '';
    rows.push([
      one.id,
      country.pack.ports.find((port) => port.code === facts.port)?.name ?? '',
      dateCell(facts.refused_on ?? '', 'yyyy-mm-dd'),
      block.surname,
      block.givenNames,
      block.sex,
      dateCell(block.dateOfBirth, 'yyyy-mm-dd'),
      countryWords(country, block.nationality, random, 0.05),
      documentWords[block.documentType] ?? '',
      block.documentNumber,
      facts.mode ?? '',
      block.hasCodeVariant ? ground.toLowerCase() : ground,
    ]);
  }
  const codes: Cell[][] = [
    ['Ground', 'Meaning'],
    ...country.pack.refusalGrounds.map((item): Cell[] => [item.agencyCode, item.label]),
  ];
  return {
    bytes: makeWorkbook([
      [sheet, makeSheet(rows)],
      ['Grounds', makeSheet(codes)],
    ]),
    rows: listed.length,
  };
};
