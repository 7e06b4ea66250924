import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldDeclaration } from '../field.ts';
import type { Kind } from '../kind.ts';
import { kindMeanings } from './kind-meanings.ts';

const fieldOfKind = (kind: Kind, more: Partial<FieldDeclaration> = {}): FieldDeclaration => ({
  name: 'value',
  kind,
  label: { en: 'Value' },
  description: { en: 'A value.' },
  ...more,
});

const isAccepted = (kind: Kind, value: string, more: Partial<FieldDeclaration> = {}): boolean =>
  kindMeanings[kind].check(value, fieldOfKind(kind, more)).ok;

describe('every kind', () => {
  test.each(Object.values(kindMeanings))('$kind accepts its own example', ({ kind, example }) => {
    expect(kindMeanings[kind].check(example, fieldOfKind(kind))).toEqual({ ok: true, value: example });
  });

  test('says what would be accepted where it refuses', () => {
    for (const { kind, check } of Object.values(kindMeanings)) {
      const reading = check('\u0000', fieldOfKind(kind));
      expect(reading.ok, kind).toBe(false);
      expect(!reading.ok && reading.hint.length > 3, kind).toBe(true);
    }
  });
});

const refusedValues: readonly (readonly [Kind, string])[] = [
  ['date', '2025-02-29'],
  ['date', '2025-13-01'],
  ['date', '2025-00-10'],
  ['date', '2025-01-00'],
  ['date', '2025/01/01'],
  ['date', '0025-01-01'],
  ['date', '2025-1-1'],
  ['date', ' 2025-01-01'],
  ['partial_date', '2025-'],
  ['partial_date', '1987-6'],
  ['year', '20244'],
  ['month', '2024-13'],
  ['instant', '2025-03-14 16:05:00'],
  ['instant', '2025-03-14T24:00:00'],
  ['instant', '2025-03-14T16:60:00'],
  ['instant', '2025-03-14T16:05:00+02'],
  ['sex', 'm'],
  ['sex', '_T'],
  ['country', 'za'],
  ['country', 'ZAf'],
  ['code', ' arrival'],
  ['code', ''],
  ['document_number', 'RC 123'],
  ['document_number', 'rc123'],
  ['document_number', 'RC.123'],
  ['phone', '22312345'],
  ['email', 'nobody'],
  ['integer', '1.0'],
  ['integer', '01'],
  ['integer', '1,000'],
  ['integer', '-'],
  ['integer', ''],
  ['integer', '9999999999999999999'],
  ['decimal', '.5'],
  ['decimal', '1.'],
  ['decimal', '1e3'],
  ['money', 'M1800'],
  ['boolean', 'yes'],
  ['age', '131'],
  ['age', '-1'],
  ['duration_days', '-1'],
  ['text', ''],
  ['text', 'x'.repeat(501)],
];

test.each(refusedValues)('%s refuses %j', (kind, value) => {
  expect(isAccepted(kind, value)).toBe(false);
});

const acceptedValues: readonly (readonly [Kind, string])[] = [
  ['date', '2024-02-29'],
  ['date', '2000-02-29'],
  ['partial_date', '1987'],
  ['partial_date', '1987-06'],
  ['instant', '2025-03-14T16:05:00Z'],
  ['country', 'XXA'],
  ['country', '_U'],
  ['integer', '-12'],
  ['integer', '0'],
  ['decimal', '-29.2989'],
  ['document_number', 'A0-1/2'],
];

test.each(acceptedValues)('%s accepts %j', (kind, value) => {
  expect(isAccepted(kind, value)).toBe(true);
});

test('a date is accepted exactly where the calendar has it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1800, max: 2199 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const instant = new Date(Date.UTC(year, month - 1, day));
        const exists =
          instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
        expect(isAccepted('date', text)).toBe(exists);
      },
    ),
    { seed: 1, numRuns: 2000 },
  );
});

test('whole numbers are accepted exactly in the form in which they are written back', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('0', '1', '9', '-', '.', ' ', '+'), maxLength: 6 }), (text) => {
      const isCanonical = /^-?(0|[1-9]\d*)$/.test(text);
      expect(isAccepted('integer', text)).toBe(isCanonical);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test('a field narrows its kind by minimum, maximum and length', () => {
  expect(isAccepted('integer', '-1', { minimum: 0 })).toBe(false);
  expect(isAccepted('integer', '61', { maximum: 60 })).toBe(false);
  expect(isAccepted('date', '1949-12-31', { minimum: '1950-01-01' })).toBe(false);
  expect(isAccepted('partial_date', '1880', { minimum: '1880-06-01' })).toBe(true);
  expect(isAccepted('text', 'abcd', { maximumLength: 3 })).toBe(false);
  expect(isAccepted('sex', '_T', { concept: 'SEX' })).toBe(true);
});
