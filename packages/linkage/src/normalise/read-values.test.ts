import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as normalise from './index.ts';
import { anyText } from './testing/any-text.ts';

const {
  documentKey,
  readAddress,
  readAddressParts,
  readCountry,
  readDocumentNumber,
  readEmail,
  readNumber,
  readPhone,
  readPlace,
  readPostcode,
  readSex,
  readWords,
} = normalise;

describe('readDocumentNumber', () => {
  it.each([
    ['ra 123-456', 'RA123456'],
    ['0012345', '0012345'],
    ['L898902C<', 'L898902C'],
    ['000000', null],
    ['XXXX', null],
    ['NONE', null],
    ['n/a', null],
    ['lost', null],
    ['123456', null],
    ['1', null],
  ])('reads %j as %j', (text, number) => {
    expect(readDocumentNumber(text)).toBe(number);
  });

  it('gives numbers that are misread for each other one key', () => {
    expect(documentKey('RAO1S8')).toBe(documentKey('RA0I5B'));
    expect(documentKey('D123')).not.toBe(documentKey('0123'));
  });
});

describe('readPhone', () => {
  it.each([
    ['+266 5812 3456', '26658123456'],
    ['00266 58123456', '26658123456'],
    ['5812 3456', '26658123456'],
    ['05812-3456', '26658123456'],
    ['266 5812 3456', '26658123456'],
    ['+27 (0)82 555 1234', '27825551234'],
    ['+266 5812 3456 / 2231 0000', '26658123456'],
    ['5812 3456 ext 12', '26658123456'],
    ['none', null],
    ['123', null],
    ['00000000', null],
    ['+', null],
  ])('reads %j in Lesotho as %j', (text, number) => {
    expect(readPhone(text, '+266')).toBe(number);
  });

  it('keeps the national number where no calling code is known', () => {
    expect(readPhone('082 555 1234')).toBe('825551234');
  });
});

describe('readEmail', () => {
  it.each([
    ['Thabo.M+leeto@Example.ORG ', { user: 'thabo.m', host: 'example.org' }],
    ['Thabo <thabo@example.org>', { user: 'thabo', host: 'example.org' }],
    ['none@example.org', null],
    ['thabo', null],
    ['@example.org', null],
  ])('reads %j', (text, email) => {
    expect(readEmail(text)).toEqual(email);
  });
});

describe('readPlace', () => {
  it.each([
    ['Ha Thetsane', 'thetsane'],
    ['Thetsane Village', 'thetsane'],
    ["Mohale's Hoek District", 'mohales hoek'],
    ['Ha', 'ha'],
    ['unknown', null],
  ])('reads %j as %j', (text, place) => {
    expect(readPlace(text)).toBe(place);
  });
});

describe('readAddress', () => {
  it('takes an address apart into words and numbers', () => {
    expect(readAddressParts('Flat 012B, 7 Kingsway Street, P.O. Box 44')).toEqual({
      street: 'apt kingsway st pobox',
      numbers: ['12b', '7', '44'],
    });
  });

  it('agrees where the number stands before or after the street', () => {
    expect(readAddress('12 Main Street')).toBe(readAddress('Main St. 12'));
  });
});

describe('readPostcode', () => {
  it.each([
    [' 100 ', '100'],
    ['sw1a 1aa', 'SW1A1AA'],
    ['n/a', null],
    ['Maseru', null],
  ])('reads %j as %j', (text, code) => {
    expect(readPostcode(text)).toBe(code);
  });
});

describe('readSex', () => {
  it.each([
    ['F', 'F'],
    ['female', 'F'],
    ['Femme', 'F'],
    ['mosali', 'F'],
    ['Mosetsana', 'F'],
    ['e motšehali', 'F'],
    ['2', 'F'],
    ['M', 'M'],
    ['Monna', 'M'],
    ['Moshanyana', 'M'],
    ['1', 'M'],
    ['Masculin', 'M'],
    ['X', null],
    ['<', null],
    ['both', null],
    ['', null],
    ['U', null],
  ])('reads %j as %j', (text, sex) => {
    expect(readSex(text)).toBe(sex);
  });
});

describe('readCountry', () => {
  it.each([
    ['Lesotho', 'LSO'],
    ['lso', 'LSO'],
    ['ls', 'LSO'],
    ['Afrika Boroa', 'ZAF'],
    ['South African', 'ZAF'],
    ["Côte d'Ivoire", 'CIV'],
    ['D<<', 'DEU'],
    ['NA', 'NAM'],
    ['XXA', 'XXA'],
    ['Unknown', null],
    ['UNK', null],
    ['Total', null],
    ['Nowhere', null],
    ['', null],
  ])('reads %j as %j', (text, code) => {
    expect(readCountry(text)).toBe(code);
  });
});

describe('readNumber', () => {
  it.each([
    ['12', 12],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['M 1 200', 1200],
    ['3,5', 3.5],
    ['1,234', 1234],
    ['-4', -4],
    ['1e3', 1000],
    ['none', null],
    ['', null],
    ['3 to 4', null],
  ])('reads %j as %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});

describe('readWords', () => {
  it('folds what is stated', () => {
    expect(readWords(' Mine worker, Welkom ')).toBe('mine worker welkom');
    expect(readWords('N/A')).toBeNull();
  });
});

describe('every reader', () => {
  it('gives the same answer twice and never throws', () => {
    const readers = [
      readAddress,
      readCountry,
      readDocumentNumber,
      readEmail,
      readNumber,
      (text: string) => readPhone(text, '266'),
      readPlace,
      readPostcode,
      readSex,
      readWords,
      (text: string) => documentKey(text),
      normalise.givenNameRoots,
      normalise.givenNameRoot,
    ];
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string()), (text) => {
        for (const read of readers) expect(read(text)).toEqual(read(text));
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('takes no longer for hostile text than its length asks for', () => {
    const hostile = [' ', '.', '(', 'uaaaa', '1,', 'x1 ', 'A', 'é', '<', '+', 'T 1:'].flatMap((sign) => [
      `${sign.repeat(10_000)}1g`,
      `(${sign.repeat(10_000)}`,
    ]);
    const start = performance.now();
    for (const text of hostile) {
      for (const part of ['given', 'family', 'full'] as const) normalise.readPersonName(text, part);
      normalise.splitFullName(text);
      normalise.readDate(text);
      for (const token of normalise.foldText(text).split(' ').slice(0, 3)) normalise.nameKey(token);
      for (const read of [
        readAddress,
        readCountry,
        readDocumentNumber,
        readEmail,
        readNumber,
        readPhone,
        readPlace,
        readSex,
      ])
        read(text);
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('has no trouble with the words that objects carry from birth', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(normalise.givenNameRoots(word)).toEqual([word]);
      expect(normalise.readPersonName(word, 'given')?.tokens.length).toBeGreaterThan(0);
      expect(readSex(word)).toBeNull();
      expect(readPlace(word)).not.toBeNull();
    }
  });
});
