import { fileNames } from '../agency-file.ts';
import type { CaseLayout } from './layout.ts';
import { type Cell, dateCell, makeSheet, makeWorkbook } from './sheet.ts';
import { countryWords, layoutRandom, type SpoiltCase, spoilCases, truthOf } from './spoilt-case.ts';

const columns = [
  'Case No.',
  'Name of applicant',
  'First name(s)',
  'Sex',
  'Date of birth',
  'Country of origin',
  'Persons in case',
  'Date of application',
  'Status',
  'Decision',
  'Date of decision',
  'District',
  'Document no.',
  'Ended on',
  'Reason',
] as const;

const statusWords: Readonly<Record<string, string>> = {
  asylum_seeker: 'Asylum seeker',
  refugee: 'Refugee',
  rejected: 'Rejected',
  closed: 'Closed',
};
const decisionWords: Readonly<Record<string, string>> = {
  recognised: 'Recognised',
  complementary: 'Complementary protection',
  rejected: 'Rejected',
  otherwise_closed: 'Otherwise closed',
  pending: 'Pending',
};

/**
 * The Commissioner for Refugees' sheet: open and recognised cases, below them the closed ones with the same heads, and
 * beside and below a small summary that is no list of cases. Birth dates are often no more than a year.
 */
export const asylumRegister: CaseLayout = (country, cases, onRecord) => {
  const listed = spoilCases(country, cases, {
    register: 'asylum_case',
    factor: country.pack.errors.formFactor,
    number: (_n, record) => record.facts.case_number ?? '',
  });
  const sheet = 'Register';
  const rows: Cell[][] = [
    ['OFFICE OF THE COMMISSIONER FOR REFUGEES – SYNTHETIC DATA'],
    [`Cases up to ${country.to}`],
    [],
  ];
  const add = (ones: readonly SpoiltCase[]): void => {
    rows.push([...columns]);
    for (const one of ones) {
      const { block } = one;
      const { facts } = one.record;
      const random = layoutRandom(country, rows.length, fileNames.asylum);
      onRecord(truthOf(one, { file: fileNames.asylum, sheet, row: rows.length + 1 }));
      const chance = random.unit();
      const birth = block.dateOfBirth;
      const day = facts.district ?? '';
      rows.push([
        one.id,
        block.surname.toUpperCase(),
        block.givenNames,
        block.sex,
        chance < 0.25
          ? birth.slice(0, 4)
          : chance < 0.35
            ? birth.slice(0, 7).split('-').toReversed().join('/')
            : dateCell(birth),
        countryWords(country, block.nationality, random, 0.25),
        Number(facts.persons_in_case ?? '1'),
        random.chance(0.03)
          ? (facts.applied_on ?? '').slice(0, 7).split('-').toReversed().join('/')
          : dateCell(facts.applied_on ?? ''),
        statusWords[facts.status ?? ''] ?? '',
        decisionWords[facts.decision ?? ''] ?? '',
        dateCell(facts.decided_on ?? ''),
        country.pack.districts.find((district) => district.code === day)?.name ?? '',
        block.documentNumber,
        dateCell(facts.ended_on ?? ''),
        facts.end_reason ?? '',
      ]);
    }
  };
  const closed = listed.filter((one) => one.record.facts.status === 'closed');
  add(listed.filter((one) => one.record.facts.status !== 'closed'));
  rows.push([], [], ['Cases closed'], []);
  add(closed);
  rows.push([], ['Summary by country of origin'], [], ['Country', 'Cases']);
  const byCountry = Map.groupBy(listed, (one) => one.record.person.citizenship);
  for (const [code, ones] of [...byCountry].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))) {
    rows.push([country.pack.nationalities.find((nationality) => nationality.code === code)?.name ?? code, ones.length]);
  }
  rows.push(['Total', listed.length], [], ['Note: persons of a case are counted under the principal applicant.']);
  return { bytes: makeWorkbook([[sheet, makeSheet(rows, [[0, 0, 0, 6]])]]), rows: listed.length };
};
