import type { FieldDeclaration, Kind } from '@leeto/registers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateForm } from '../codec.ts';
import { codecs } from './codecs.ts';
import { dateText, readDate } from './read-date.ts';
import { readName, takeName } from './read-name.ts';
import { readNumber } from './read-number.ts';
import { findSex } from './words.ts';

const date = (text: string, ...forms: DateForm[]): string | null => {
  const read = readDate(text, { forms, latestYear: 2025 });
  return read === null || read === 'ambiguous' ? read : dateText(read);
};

const read = (kind: Kind, text: string, dates: DateForm[] = []) => {
  const field: FieldDeclaration = { name: 'x', kind, label: { en: 'x' }, description: { en: 'x' } };
  const reading = codecs[kind](text, { field, classification: null, dates, decimalMark: '.', latestYear: 2025 });
  return reading.ok ? reading.value : reading.code;
};

describe('dates', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024-03-05T14:05:00', '2024-03-05'],
    ['25/12/2024', '2024-12-25'],
    ['12/25/2024', '2024-12-25'],
    ['5 March 2024', '2024-03-05'],
    ['March 5, 2024', '2024-03-05'],
    ['5th Mar 24', '2024-03-05'],
    ['05-MAR-1987', '1987-03-05'],
    ['05MAR87', '1987-03-05'],
    ['1er août 2023', '2023-08-01'],
    ['12 août 2023', '2023-08-12'],
    ['7 de fevereiro de 2023', '2023-02-07'],
    ['3 Phato 2022', '2022-08-03'],
    ['Monday, 4 March 2024', '2024-03-04'],
    ['05/13/99 00:00:00', '1999-05-13'],
    ['20240305', '2024-03-05'],
    ['1987', '1987'],
    ['06/1987', '1987-06'],
    ['Jun 1987', '1987-06'],
    ['2014-January', '2014-01'],
    ['31/02/2024', null],
    ['3/4/2024', 'ambiguous'],
    ['yesterday', null],
  ])('reads %s', (text, expected) => {
    expect(date(text)).toBe(expected);
  });

  it.each([
    ['3/4/2024', ['dmy'], '2024-04-03'],
    ['3/4/2024', ['mdy'], '2024-03-04'],
    ['3/4/87', ['dmy'], '1987-04-03'],
    ['20566', ['sas_days'], '2016-04-22'],
    ['42482', ['excel_serial'], '2016-04-22'],
    ['10222016', ['mmddyyyy'], '2016-10-22'],
    ['7202016', ['mmddyyyy'], '2016-07-20'],
    ['1461283200', ['unix_seconds'], '2016-04-22'],
  ] as const)('reads %s as %s', (text, forms, expected) => {
    expect(date(text, ...forms)).toBe(expected);
  });

  it('marks a value that goes against the order of its column', () => {
    expect(readDate('12/25/2024', { forms: ['dmy'], latestYear: 2025 })).toMatchObject({
      month: 12,
      day: 25,
      doubt: 'month_before_day',
    });
  });

  it('reads any day in any spelling back to itself', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (moment) => {
        const iso = moment.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-');
        expect(date(`${d}/${m}/${y}`, 'dmy')).toBe(iso);
        expect(date(`${m}-${d}-${y}`, 'mdy')).toBe(iso);
        expect(date(`${d}.${m}.${y}`, 'dmy')).toBe(iso);
        expect(date(`${y}${m}${d}`)).toBe(iso);
        expect(
          date(moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })),
        ).toBe(iso);
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['1 234', '.', '1234'],
    ['1,234.50', '.', '1234.5'],
    ['1.234,50', ',', '1234.5'],
    ['1234,5', '.', '1234.5'],
    ['345,32', ',', '345.32'],
    ['(120)', '.', '-120'],
    ['12 %', '.', '12'],
    ['1 234*', '.', '1234'],
    ['56 (b)', '.', '56'],
    ['78 r', '.', '78'],
    ['M 1,200', '.', '1200'],
    ['1.7000000000000000e+04', '.', '17000'],
    ['007', '.', '7'],
    ['12a34', '.', undefined],
    ['..', '.', undefined],
  ] as const)('reads %s with %s', (text, mark, expected) => {
    expect(readNumber(text, mark)?.text).toBe(expected);
  });

  it('reads what a spreadsheet of either habit writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(99), (whole, cents) => {
        const sign = whole < 0 ? '-' : '';
        const grouped = Math.abs(whole).toLocaleString('en-US');
        const expected = Number(`${whole}.${String(cents).padStart(2, '0')}`);
        const fraction = String(cents).padStart(2, '0');
        expect(Number(readNumber(`${sign}${grouped}.${fraction}`, '.')?.text)).toBe(expected);
        expect(Number(readNumber(`${sign}${grouped.replaceAll(',', '.')},${fraction}`, ',')?.text)).toBe(expected);
        expect(Number(readNumber(`${sign}${grouped.replaceAll(',', ' ')},${fraction}`, ',')?.text)).toBe(expected);
      }),
    );
  });
});

describe('names, sexes and the rest', () => {
  it('cleans casing and white space and keeps the content', () => {
    expect(readName('  MOKOENA   ')).toBe('Mokoena');
    expect(readName("'MAMPHO  O'BRIEN-SMITH")).toBe("'Mampho O'Brien-Smith");
    expect(readName('van der Merwe')).toBe('van der Merwe');
    expect(readName("TS'EHLO 'MATS'ELA")).toBe("Ts'ehlo 'Mats'ela");
    expect(takeName('MOKOENA, Thabo John', 'surname_comma_given', 'given_names')).toBe('Thabo John');
    expect(takeName('Thabo John Mokoena', 'given_surname', 'surname')).toBe('Mokoena');
    expect(takeName('VAN WYK Marietjie', 'surname_given', 'surname')).toBe('VAN WYK');
    expect(takeName('VAN WYK Marietjie', 'surname_given', 'given_names')).toBe('Marietjie');
    expect(takeName('van der Merwe Piet Jan', 'surname_given', 'surname')).toBe('van der Merwe');
    expect(takeName('Piet van der Merwe', 'given_surname', 'surname')).toBe('van der Merwe');
    expect(takeName('Lineo Mats’ela MOKOENA', 'given_surname', 'given_names')).toBe('Lineo Mats’ela');
    expect(takeName('VAN WYK MARIETJIE', 'surname_given', 'given_names')).toBe('MARIETJIE');
    expect(takeName('DE LA', 'surname_given', 'given_names')).toBe('LA');
  });

  it('knows sexes in four languages and by ISO 5218', () => {
    for (const text of ['M', 'male', '1', 'Monna', 'e motona', 'homme', 'Masculino'])
      expect(findSex(text), text).toBe('M');
    for (const text of ['f', 'Female', '2', 'Mosali', 'e motšehali', 'femme', 'mulher'])
      expect(findSex(text), text).toBe('F');
    expect(findSex('0')).toBe('');
    expect(findSex('maybe')).toBeUndefined();
  });

  it.each([
    ['document_number', ' ra 123-456 ', 'RA123-456'],
    ['boolean', 'Che', 'false'],
    ['boolean', 'YES', 'true'],
    ['duration_days', '2 weeks', '14'],
    ['duration_days', '90 days', '90'],
    ['integer', '29.0', '29'],
    ['integer', '2.5', 'not_an_integer'],
    ['identifier', '4084316.0', '4084316'],
    ['phone', '00266 2231 2345', '+26622312345'],
    ['email', 'Mailto:A@Example.ORG', 'a@example.org'],
    ['date', 'indefinite', null],
    ['date', '06/1987', 'incomplete_date'],
    ['month', '2024-03-05', '2024-03'],
    ['year', '2016.0', '2016'],
  ] as const)('reads a %s: %s', (kind, text, expected) => {
    expect(read(kind, text.trim())).toBe(expected);
  });

  it.each([
    ['2024-03-01 15h38', '2024-03-01T15:38:00'],
    ['01/03/2024 3:05 PM', '2024-03-01T15:05:00'],
    ['2024-03-01T14:05:00+02:00', '2024-03-01T12:05:00Z'],
    ['2024-03-01T14:05:09Z', '2024-03-01T14:05:09Z'],
    ['2024-03-01', 'not_an_instant'],
  ])('reads the moment %s', (text, expected) => {
    expect(read('instant', text, ['dmy'])).toBe(expected);
  });
});
