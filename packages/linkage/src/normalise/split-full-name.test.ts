import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFullName } from './split-full-name.ts';
import { anyText } from './testing/any-text.ts';

describe('splitFullName', () => {
  it.each([
    ['MOKOENA, Thabo', 'Thabo', 'MOKOENA'],
    ['MOKOENA Thabo Joseph', 'Thabo Joseph', 'MOKOENA'],
    ['Thabo Joseph MOKOENA', 'Thabo Joseph', 'MOKOENA'],
    ['Thabo Joseph Mokoena', 'Thabo Joseph', 'Mokoena'],
    ['THABO JOSEPH MOKOENA', 'THABO JOSEPH', 'MOKOENA'],
    ['MOKOENA<<THABO<JOSEPH<<<<<<', 'THABO JOSEPH', 'MOKOENA'],
    ['VAN<DER<MERWE<<JAN', 'JAN', 'VAN DER MERWE'],
    ['Mokoena', '', 'Mokoena'],
    ['Mr Thabo Mokoena Jr', 'Thabo', 'Mokoena'],
    ['Thabo Mokoena, Jr', 'Thabo', 'Mokoena'],
    ['Johannes van der Merwe', 'Johannes', 'van der Merwe'],
    ['VAN DER MERWE Johannes', 'Johannes', 'VAN DER MERWE'],
    ['T. J. Mokoena', 'T. J.', 'Mokoena'],
    ['J Mokoena', 'J', 'Mokoena'],
    ['Mokoena T.J.', 'T.J.', 'Mokoena'],
    ['MOKOENA TJ', 'TJ', 'MOKOENA'],
    ['van der Merwe J', 'J', 'van der Merwe'],
    ['van der Merwe Johannes', 'Johannes', 'van der Merwe'],
    ['Thabo Mokoena (late)', 'Thabo', 'Mokoena'],
    ['P<LSOMOKOENA<<THABO<JOSEPH<<<', 'THABO JOSEPH', 'MOKOENA'],
    ['McDONALD John', 'John', 'McDONALD'],
    ['Nguyễn Văn An', 'Nguyễn Văn', 'An'],
    ['王小明', '小明', '王'],
    ['', '', ''],
    ['<<<<', '', ''],
    [',', '', ''],
  ])('splits %j into given %j and family %j', (text, given, family) => {
    expect(splitFullName(text)).toEqual({ given, family });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[A-Za-z ,.<]*$/)), (text) => {
        const { given, family } = splitFullName(text);
        expect(typeof given).toBe('string');
        if (given !== '') expect(family).not.toBe('');
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});
