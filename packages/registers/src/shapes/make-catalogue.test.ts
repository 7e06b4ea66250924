import { expect, test } from 'vitest';
import type { CountryPack } from '../country-pack.ts';
import { commonDeclarations } from '../declarations/common-declarations.ts';
import { DeclarationError } from './declaration-error.ts';
import { defineClassification } from './define-classification.ts';
import { makeCatalogue } from './make-catalogue.ts';

const list = (id: string, ...codes: string[]) =>
  defineClassification({
    id,
    label: { en: id },
    description: { en: id },
    version: '1',
    source: 'Invented',
    status: 'interim',
    items: codes.map((code) => ({ code, label: { en: `Item ${code}` } })),
  });

const custodians = [...new Set(commonDeclarations.map((each) => each.custodian))];

const pack: CountryPack = {
  code: 'UTO',
  name: { en: 'Utopia' },
  agencies: custodians.map((id) => ({ id, name: { en: id }, level: 'national' })),
  classifications: [
    list('district', 'U-1', '_T'),
    list('port', 'GATE'),
    list('permit_type', 'work'),
    list('visa_type', 'visit'),
  ],
  registers: [],
  deliveries: [],
  shapes: { districts: [] },
  citizenshipGroups: [],
};

test('the common declarations and the pack make a catalogue', () => {
  const catalogue = makeCatalogue(pack);
  expect(catalogue.records.size).toBe(commonDeclarations.length);
  expect(catalogue.classifications.get('port')?.items).toHaveLength(1);
});

test("a pack's list takes the place of the common one", () => {
  const own = makeCatalogue({ ...pack, classifications: [...pack.classifications, list('refusal_ground', 'whim')] });
  expect(own.classifications.get('refusal_ground')?.items.map((item) => item.code)).toEqual(['whim']);
});

test('all references that lead nowhere are listed together', () => {
  const [first] = commonDeclarations;
  const broken: CountryPack = {
    ...pack,
    agencies: pack.agencies.slice(1),
    classifications: pack.classifications.slice(1),
    registers: first === undefined ? [] : [first],
    deliveries: [
      {
        id: 'd1',
        register: 'absent_register',
        provenance: { agency: 'absent_agency', citation: 'X', isSynthetic: true },
        rows: [],
      },
      {
        id: 'd2',
        register: 'population_count',
        provenance: { agency: 'undesa', citation: 'X', isSynthetic: true },
        rows: [{ absent_field: '1' }],
      },
    ],
    citizenshipGroups: [{ code: 'own', label: { en: 'Own' }, countries: ['ZZZ'] }],
  };
  let problems = '';
  try {
    makeCatalogue(broken);
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    problems = error.problems.join('\n');
  }
  for (const word of [
    `unknown agency "${custodians[0]}"`,
    'unknown classification "district"',
    'declared twice',
    'absent_register',
    'absent_agency',
    'absent_field',
    'ZZZ',
  ]) {
    expect(problems).toContain(word);
  }
});
