import { expect, test } from 'vitest';
import { defaultCountry, getCountryContext } from '../main-job/country-context.ts';
import { personRegisters } from './person-registers.ts';
import { specOfRegisters } from './spec-of-registers.ts';

const { catalogue } = getCountryContext(defaultCountry);

test('every register with the block of a person is linked, by what all of them state', () => {
  const { open, protected: behind } = personRegisters(catalogue);
  expect(open.map(({ id }) => id)).toContain('border_movement');
  expect(open.map(({ id }) => id)).not.toContain('migrant_stock');
  expect(behind.filter((one) => open.includes(one))).toEqual([]);
  expect(specOfRegisters(open)).toEqual({
    fields: {
      surname: { kind: 'person_name', part: 'family' },
      given_names: { kind: 'person_name', part: 'given' },
      sex: { kind: 'sex' },
      date_of_birth: { kind: 'date' },
      nationality: { kind: 'country' },
      document_number: { kind: 'document_number' },
    },
    mode: 'link_and_dedupe',
  });
});

test('a telephone number counts where two registers state it under one name', () => {
  const [first, second] = personRegisters(catalogue).open;
  if (first === undefined || second === undefined) throw new Error('too few registers');
  const phone = { name: 'phone', kind: 'phone', label: { en: 'Phone' }, description: { en: 'For tests.' } } as const;
  const withPhone = (declaration: typeof first) => ({ ...declaration, fields: [...declaration.fields, phone] });
  expect(specOfRegisters([withPhone(first), second]).fields).not.toHaveProperty('phone');
  expect(specOfRegisters([withPhone(first), withPhone(second)]).fields).toHaveProperty('phone', { kind: 'phone' });
});
