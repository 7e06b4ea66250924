import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from './read-date.ts';
import { anyText } from './testing/any-text.ts';

const written = (text: string, options?: Parameters<typeof readDate>[1]): string | null => {
  const date = readDate(text, options);
  return date === null ? null : `${date.year}-${date.month}-${date.day}`;
};

describe('readDate', () => {
  it.each([
    ['1987-03-12', '1987-3-12'],
    ['1987-03-12T08:15:00Z', '1987-3-12'],
    ['1987-03-12 08:15', '1987-3-12'],
    ['12/03/1987 8:15:00 AM', '1987-3-12'],
    ['19870312', '1987-3-12'],
    ['12031987', '1987-3-12'],
    ['20011987', '1987-1-20'],
    ['12/03/1987', '1987-3-12'],
    ['12.3.87', '1987-3-12'],
    ['1.2.51', '1951-2-1'],
    ['1.2.05', '2005-2-1'],
    ['870312', '1987-3-12'],
    ['87<<<<', '1987-0-0'],
    ['198703', '1987-3-0'],
    ['1987', '1987-0-0'],
    ['1987-03', '1987-3-0'],
    ['03/1987', '1987-3-0'],
    ['12 MAR 1987', '1987-3-12'],
    ['12MAR87', '1987-3-12'],
    ['12th of March, 1987', '1987-3-12'],
    ['March 1987', '1987-3-0'],
    ['Mar 12, 1987', '1987-3-12'],
    ['1987 Mar 12', '1987-3-12'],
    ['12 Hlakubele 1987', '1987-3-12'],
    ['3 août 1990', '1990-8-3'],
    ['3 de março de 1990', '1990-3-3'],
    ['3. März 1990', '1990-3-3'],
    ['3 Desember 1990', '1990-12-3'],
    ['1987-00-00', '1987-0-0'],
    ['1987-XX-XX', '1987-0-0'],
    ['00/00/1987', '1987-0-0'],
    ['19870000', '1987-0-0'],
    ['1987-03-00', '1987-3-0'],
    ['1987-13-05', '1987-5-13'],
    ['13/05/1987', '1987-5-13'],
    ['05/13/1987', '1987-5-13'],
    ['1987-02-31', '1987-0-0'],
    ['19871192', '1987-11-0'],
    ['1987-02-29', '1987-0-0'],
    ['1988-02-29', '1988-2-29'],
    ['1987-32-40', '1987-0-0'],
    ['1900-01-01', '1900-1-1'],
    ['1849-01-01', null],
    ['9999-12-31', null],
    ['1111-11-11', null],
    ['0000-00-00', null],
    ['', null],
    ['unknown', null],
    ['12', null],
    ['about 1987', null],
  ])('reads %j as %j', (text, date) => {
    expect(written(text)).toBe(date);
  });

  it('reads the month first where the source says so', () => {
    expect(written('03/12/1987', { order: 'mdy' })).toBe('1987-3-12');
    expect(written('13/12/1987', { order: 'mdy' })).toBe('1987-12-13');
  });

  it('reads two-digit years as the latest not after the reference year', () => {
    expect(written('1.2.26', { referenceYear: 2026 })).toBe('2026-2-1');
    expect(written('1.2.27', { referenceYear: 2026 })).toBe('1927-2-1');
  });

  it('reads back every day it could have written, in any form', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1850-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year = '', month = '', day = ''] = iso.split('-');
          const expected = { year: Number(year), month: Number(month), day: Number(day) };
          for (const text of [
            iso,
            iso.replaceAll('-', ''),
            `${day}/${month}/${year}`,
            `${year}/${month}/${day}`,
            date.toUTCString(),
          ]) {
            expect(readDate(text)).toEqual(expected);
          }
        },
      ),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('never throws and never gives a day that does not exist', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[0-9a-zX<\-/. :]{0,24}$/)), (text) => {
        const date = readDate(text);
        if (date === null || date.day === 0) return;
        expect(new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCMonth() + 1).toBe(date.month || 1);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});
