import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NamePart, readPersonName } from './read-person-name.ts';
import { anyText } from './testing/any-text.ts';

const PARTS: readonly NamePart[] = ['given', 'family', 'middle', 'full'];

describe('readPersonName', () => {
  it.each<[NamePart, string, string]>([
    ['given', 'Thabo', 'thabo'],
    ['given', ' THABO  Joseph ', 'thabo joseph'],
    ['given', 'Ntate Thabo', 'thabo'],
    ['given', "'M'e Mathabo", 'mathabo'],
    ['given', "'Ma Thabo", 'mathabo'],
    ['given', 'Ma. Theresa', 'ma theresa'],
    ['given', 'T.J.', 't j'],
    ['given', 'TJ', 't j'],
    ['given', 'tj', 't j'],
    ['given', 'TJ Thabo', 't j thabo'],
    ['given', 'ca rp', 'ca rp'],
    ['given', 'Jo', 'jo'],
    ['given', 'Md', 'md'],
    ['given', 'Thabo (late)', 'thabo'],
    ['given', '(Thabo)', 'thabo'],
    ['given', 'THABO<JOSEPH<<<', 'thabo joseph'],
    ['given', 'Thabo Thabo', 'thabo'],
    ['given', 'Th4bo 2', 'thbo'],
    ['given', 'M0lef1', 'molef'],
    ['given', 'Morena', 'morena'],
    ['given', 'Mr', 'mr'],
    ['family', 'van der Merwe', 'vandermerwe'],
    ['family', 'VAN DER MERWE', 'vandermerwe'],
    ['family', 'Vandermerwe', 'vandermerwe'],
    ['family', 'Merwe, van der', 'vandermerwe'],
    ['family', "O'Brien", 'obrien'],
    ['family', 'O Brien', 'obrien'],
    ['family', 'Mc Donald', 'mcdonald'],
    ['family', 'Al-Hassan', 'alhassan'],
    ['family', 'dos Santos', 'dossantos'],
    ['family', 'Mokoena-Molefe', 'mokoena molefe'],
    ['family', 'Le', 'le'],
    ['family', 'Ng', 'ng'],
    ['family', 'Mokoena Jr.', 'mokoena'],
    ['family', '王', 'u738b'],
    ['full', 'Dr Thabo J. Mokoena III', 'thabo j mokoena'],
    ['full', 'Johannes van der Merwe', 'johannes vandermerwe'],
  ])('reads the %s name %j as %j', (part, text, normal) => {
    expect(readPersonName(text, part)).toEqual({ text: normal, tokens: normal.split(' ') });
  });

  it.each(['', ' ', '-', 'UNKNOWN', 'FNU', '12', '<<<', 'N/A'])('finds no name in %j', (text) => {
    for (const part of PARTS) expect(readPersonName(text, part)).toBeNull();
  });

  it('gives each word once, in folded letters, whatever it is given', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...PARTS), (text, part) => {
        const name = readPersonName(text, part);
        if (name === null) return;
        expect(name.text).toBe(name.tokens.join(' '));
        expect(new Set(name.tokens).size).toBe(name.tokens.length);
        for (const token of name.tokens) expect(token).toMatch(/^[a-z0-9]+$/);
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});
