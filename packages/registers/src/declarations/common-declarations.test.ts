import { describe, expect, test } from 'vitest';
import { spellingKey } from '../shapes/spelling-key.ts';
import { commonDeclarations } from './common-declarations.ts';

/** Headers that honestly fit two fields: their values decide. */
const SHARED_HEADERS = new Set(['work_permit occupation']);

describe.each(commonDeclarations.map((declaration) => ({ id: declaration.id, declaration })))(
  '$id',
  ({ id, declaration }) => {
    test('no header belongs to two fields', () => {
      const holders = new Map<string, string>();
      for (const field of declaration.fields) {
        for (const header of [field.name, field.label.en, ...(field.aliases ?? [])]) {
          const key = spellingKey(header);
          const holder = holders.get(key);
          if (holder !== undefined && holder !== field.name && !SHARED_HEADERS.has(`${id} ${key}`)) {
            expect.fail(`"${header}" belongs to ${holder} and ${field.name}`);
          }
          holders.set(key, field.name);
        }
      }
    });

    test('every field has words for a person to read, and says how near it brings a reader to a person where it names one', () => {
      for (const field of declaration.fields) {
        expect(field.description.en, field.name).toMatch(/[.…]$/);
        if (field.kind === 'person_name' || field.kind === 'document_number') expect(field.personal).toBe('identity');
      }
    });

    test('is plain data', () => {
      expect(JSON.parse(JSON.stringify(declaration))).toEqual(declaration);
    });
  },
);

const files: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  [
    'I-94',
    'border_movement',
    [
      ['i94port', 'port'],
      ['i94cit', 'nationality'],
      ['i94res', 'country_of_residence'],
      ['arrdate', 'crossed_on'],
      ['i94mode', 'mode'],
      ['biryear', 'date_of_birth'],
      ['dtaddto', 'authorised_until'],
      ['gender', 'sex'],
      ['fltno', 'conveyance'],
      ['i94visa', 'purpose'],
      ['cicid', 'source_record_id'],
    ],
  ],
  [
    'H-2B 2000',
    'labour_certification',
    [
      ['Case_Num', 'case_number'],
      ['Num_Aliens', 'workers_requested'],
      ['Emp_Name', 'employer_name'],
      ['Last_Sig_Event', 'decision'],
      ['Salary', 'wage'],
      ['Unit_of_Pay', 'wage_unit'],
    ],
  ],
  [
    'H-2A 2006',
    'labour_certification',
    [
      ['Nbr_Workers_Requsted', 'workers_requested'],
      ['Wage_Rate_Per', 'wage_unit'],
      ['Certification_Begin_Date', 'needed_from'],
    ],
  ],
  [
    'H-2A 2014',
    'labour_certification',
    [
      ['CASE_NO', 'case_number'],
      ['REQUESTED_START_DATE_OF_NEED', 'needed_from'],
      ['SOC_CODE_ID', 'occupation_code'],
    ],
  ],
  [
    'H-2B 2014',
    'labour_certification',
    [
      ['RECENT_DECISION_DATE', 'decided_on'],
      ['NPC_SUBMITTED_DATE', 'received_on'],
      ['VISA_CLASS', 'programme'],
    ],
  ],
  [
    'UNHCR population',
    'refugee_population',
    [
      ['coa_name', 'asylum_country'],
      ['coo_name', 'origin'],
      ['year', 'time_period'],
    ],
  ],
  [
    'UNHCR applications',
    'asylum_statistic',
    [
      ['dec_level', 'decision_level'],
      ['app_type', 'application_type'],
      ['app_pc', 'counted_unit'],
      ['applied', 'obs_value'],
    ],
  ],
  [
    'IOM',
    'migration_death',
    [
      ['Total Number of Dead and Missing', 'dead_and_missing'],
      ['Region of Incident', 'incident_region'],
      ['lat', 'latitude'],
      ['Cause of Death', 'cause'],
    ],
  ],
  [
    'UN DESA',
    'migrant_stock',
    [
      ['Major area, region, country or area of destination', 'reference_area'],
      ['Region, development group, country or area', 'reference_area'],
      ['Type of data (a)', 'basis'],
      ['Notes', 'note'],
    ],
  ],
];

test.each(files)('headers of %s lead to the fields of %s', (_publisher, id, headers) => {
  const declaration = commonDeclarations.find((each) => each.id === id);
  for (const [header, name] of headers) {
    const fields = declaration?.fields.filter((field) =>
      [field.name, ...(field.aliases ?? [])].some((alias) => spellingKey(alias) === spellingKey(header)),
    );
    expect(
      fields?.map((field) => field.name),
      header,
    ).toEqual([name]);
  }
});
