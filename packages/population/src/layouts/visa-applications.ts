import { fileNames } from '../agency-file.ts';
import type { CaseLayout } from './layout.ts';
import { countryWords, layoutRandom, monthDayYear, spoilCases, truthOf } from './spoilt-case.ts';

const columns = [
  'Application ID',
  'Visa No',
  'Visa category',
  'Family name',
  'First names',
  'Gender',
  'Birth date',
  'Citizenship',
  'Passport number',
  'Passport issued by',
  'Purpose of travel',
  'Submitted',
  'Decision date',
  'Status',
  'Valid from',
  'Valid until',
  'Entries',
  'Days granted',
  'Place of issue',
  'Data source',
] as const;

const statusWords: Readonly<Record<string, string>> = {
  granted: 'Approved',
  refused: 'Rejected',
  withdrawn: 'Withdrawn',
  pending: 'In process',
};
const purposeWords: Readonly<Record<string, string>> = {
  '1.1': 'Holiday',
  '1.2': 'Visiting family or friends',
  '1.3': 'Study',
  '1.8': 'Other personal',
  '2': 'Business',
  '3': 'Employment',
};

/** The e-visa provider's export: UTF-16 with byte-order mark, semicolons, American dates, countries by name. */
export const visaApplications: CaseLayout = (country, cases, onRecord) => {
  const year = country.from.slice(0, 4);
  const listed = spoilCases(country, cases, {
    register: 'visa',
    factor: country.pack.errors.formFactor,
    number: (n) => `EV${year}${String(n).padStart(6, '0')}`,
  });
  const lines = [columns.join(';')];
  for (const one of listed) {
    const { block, record } = one;
    const facts = record.facts;
    const random = layoutRandom(country, lines.length, fileNames.visas);
    onRecord(truthOf(one, { file: fileNames.visas, sheet: '', row: lines.length + 1 }));
    const sex = block.sex === 'F' ? 'Female' : block.sex === 'M' ? 'Male' : '';
    lines.push(
      [
        one.id,
        // An application that came to no visa keeps its own number.
        facts.visa_number ?? one.id,
        country.pack.visaTypes.find((type) => type.code === facts.visa_type)?.agencyCode ?? '',
        block.surname.toUpperCase(),
        block.givenNames,
        block.hasCodeVariant ? block.sex.toLowerCase() : sex,
        monthDayYear(block.dateOfBirth),
        countryWords(country, block.nationality, random, block.hasCodeVariant ? 1 : 0.03),
        block.documentNumber,
        countryWords(country, block.documentIssuingState, random, 0),
        purposeWords[facts.purpose ?? ''] ?? '',
        monthDayYear(facts.applied_on ?? ''),
        monthDayYear(facts.decided_on ?? ''),
        statusWords[facts.decision ?? ''] ?? '',
        monthDayYear(facts.valid_from ?? ''),
        monthDayYear(facts.valid_until ?? ''),
        facts.entries === 'multiple' ? 'Multiple' : 'Single',
        facts.granted_days ?? '',
        facts.place_of_issue ?? '',
        'SYNTHETIC-EVISA',
      ].join(';'),
    );
  }
  const text = `\uFEFF${lines.join('\r\n')}\r\n`;
  return { bytes: Buffer.from(text, 'utf16le'), rows: listed.length };
};
