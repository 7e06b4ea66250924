import { makeRandom } from './random.ts';
import { RecordSetBuilder } from './records/build-records.ts';
import type { RecordSet } from './records/record-set.ts';
import type { LinkSpec } from './spec/link-spec.ts';

export interface Person {
  readonly person: number;
  readonly cells: readonly (string | null)[];
}

export const personSpec: LinkSpec = {
  fields: {
    given_name: { kind: 'person_name', part: 'given' },
    surname: { kind: 'person_name', part: 'family' },
    born: { kind: 'date' },
    passport: { kind: 'document_number', separator: ';' },
  },
  mode: 'dedupe',
};

const syllables = ['ma', 'tho', 'le', 'ne', 'ko', 'mo', 'pa', 'se', 'ra', 'li', 'ntho', 'tse', 'be', 'ka', 'hlo', 'ti'];

/** Made-up people with one to three records each, about half of the further records with a slip in one field; seeded. */
export function makePeople(persons: number, seed: number): readonly Person[] {
  const random = makeRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const name = (length: number) => Array.from({ length }, () => syllables[below(syllables.length)]).join('');
  const given = Array.from({ length: 150 }, () => name(2 + below(2)));
  const family = Array.from({ length: 400 }, () => name(3));
  const two = (n: number) => String(n).padStart(2, '0');
  const slip = (text: string) => {
    const at = 1 + below(text.length - 2);
    return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
  };
  const passport = () => `RA${100000 + below(900000)}`;
  return Array.from({ length: persons }, (_, person): Person[] => {
    const own = [
      given[below(given.length)] ?? '',
      family[below(family.length)] ?? '',
      `${1940 + below(65)}-${two(1 + below(12))}-${two(1 + below(28))}`,
      random() < 0.3 ? null : passport(),
    ];
    const records = 1 + below(3);
    return Array.from({ length: records }, (__, r): Person => {
      const cells = [...own];
      if (r > 0 && random() < 0.5) {
        const field = below(4);
        const old = cells[field] ?? null;
        if (field < 2 && old !== null) cells[field] = slip(old);
        if (field === 2 && old !== null) cells[2] = `${old.slice(0, 8)}${two(1 + below(28))}`;
        if (field === 3) cells[3] = old === null ? passport() : `${passport()};${old}`;
      }
      return { person, cells };
    });
  }).flat();
}

export function recordsOf(
  rows: readonly { readonly cells: readonly (string | null)[] }[],
  spec: LinkSpec = personSpec,
): RecordSet {
  const builder = new RecordSetBuilder(spec);
  builder.addSource('people', false);
  for (const [i, { cells }] of rows.entries()) builder.add(String(i), cells);
  return builder.build();
}
