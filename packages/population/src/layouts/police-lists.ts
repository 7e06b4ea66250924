import iconv from 'iconv-lite';
import { fileNames } from '../agency-file.ts';
import type { CaseLayout } from './layout.ts';
import { anyOf, countryWords, dayMonthYear, layoutRandom, spoilCases, truthOf } from './spoilt-case.ts';

const removalColumns = [
  'No',
  'Date removed',
  'Surname',
  'Names',
  'Sex',
  'Born',
  'Nationality',
  'Passport',
  'Reason',
  'Sent to',
  'Post',
  'Escorted',
  'Cost (M)',
  'Remarks',
] as const;

/** The police's list of foreigners removed: Windows-1252, semicolons, decimal commas, yes and no in two languages. */
export const removals: CaseLayout = (country, cases, onRecord) => {
  const listed = spoilCases(country, cases, {
    register: 'removal',
    factor: country.pack.errors.formFactor,
    number: (n) => `RM${String(n).padStart(4, '0')}`,
  });
  const lines = [removalColumns.join(';')];
  for (const one of listed) {
    const { block } = one;
    const { facts } = one.record;
    const random = layoutRandom(country, lines.length, fileNames.removals);
    onRecord(truthOf(one, { file: fileNames.removals, sheet: '', row: lines.length + 1 }));
    lines.push(
      [
        one.id,
        dayMonthYear(facts.removed_on ?? '', '.'),
        block.surname.toUpperCase(),
        block.givenNames,
        sexWords(country, block.sex, random),
        dayMonthYear(block.dateOfBirth, '.'),
        countryWords(country, block.nationality, random, 0.2),
        block.documentNumber,
        country.pack.removalGrounds.find((ground) => ground.code === facts.removal_ground)?.agencyCode ?? '',
        countryWords(country, facts.destination ?? '', random, 0),
        portWords(country, facts.port ?? '', random),
        anyOf(random.chance(0.4) ? country.pack.words.yes : country.pack.words.no, random),
        amount(random.between(18_000, 420_000)),
        'SYNTHETIC',
      ].join(';'),
    );
  }
  return { bytes: encode(lines), rows: listed.length };
};

const returnColumns = [
  'Ref',
  'Date of return',
  'Surname',
  'Names',
  'Sex',
  'Born',
  'Nationality',
  'ID / Passport',
  'Returned from',
  'Kind of return',
  'Post',
  'District of origin',
  'Programme',
  'Assisted with transport',
  'Allowance (M)',
  'Remarks',
] as const;

const returnWords: Readonly<Record<string, readonly string[]>> = {
  forced: ['Deported', 'deported', 'Forced'],
  assisted_voluntary: ['Assisted voluntary return', 'AVR'],
  voluntary: ['Voluntary'],
  spontaneous: ['Spontaneous', 'Own means'],
};

/** The police's and immigration's list of citizens who came back, deported or by themselves; shaped like the list of removals. */
export const returns: CaseLayout = (country, cases, onRecord) => {
  const listed = spoilCases(country, cases, {
    register: 'return_case',
    factor: country.pack.errors.formFactor,
    number: (n) => `RT${String(n).padStart(4, '0')}`,
  });
  const lines = [returnColumns.join(';')];
  for (const one of listed) {
    const { block } = one;
    const { facts } = one.record;
    const random = layoutRandom(country, lines.length, fileNames.returns);
    onRecord(truthOf(one, { file: fileNames.returns, sheet: '', row: lines.length + 1 }));
    const kinds = returnWords[facts.return_type ?? ''] ?? [''];
    lines.push(
      [
        one.id,
        dayMonthYear(facts.returned_on ?? '', '.'),
        block.surname.toUpperCase(),
        block.givenNames,
        sexWords(country, block.sex, random),
        dayMonthYear(block.dateOfBirth, '.'),
        countryWords(country, block.nationality, random, 0),
        block.documentNumber,
        countryWords(country, facts.returned_from ?? '', random, 0.15),
        block.hasCodeVariant ? anyOf(kinds, random) : (kinds[0] ?? ''),
        portWords(country, facts.port ?? '', random),
        country.pack.districts.find((district) => district.code === facts.district)?.name ?? '',
        facts.programme ?? '',
        anyOf(random.chance(0.5) ? country.pack.words.yes : country.pack.words.no, random),
        random.chance(0.7) ? '' : amount(random.between(5_000, 60_000)),
        'SYNTHETIC',
      ].join(';'),
    );
  }
  return { bytes: encode(lines), rows: listed.length };
};

type Chance = ReturnType<typeof layoutRandom>;
type PackCountry = Parameters<CaseLayout>[0];

function sexWords(country: PackCountry, sex: string, random: Chance): string {
  return sex === '' ? '' : anyOf(sex === 'F' ? country.pack.words.female : country.pack.words.male, random);
}

function portWords(country: PackCountry, code: string, random: Chance): string {
  const port = country.pack.ports.find((one) => one.code === code);
  return port ? (random.chance(0.2) ? anyOf(port.spellings, random) : port.name) : '';
}

/** `1234.5` hundredths as `1 234,50`-style text without grouping: `1234,50`. */
function amount(hundredths: number): string {
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
}

/** Windows-1252 has š and é, so that names keep their marks. */
function encode(lines: readonly string[]): Uint8Array {
  return iconv.encode(`${lines.join('\r\n')}\r\n`, 'win1252');
}
