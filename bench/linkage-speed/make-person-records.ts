import type { BlockingRule, LinkSpec } from '@leeto/linkage';

/** Cells of one record, in the order of `personSpec.fields`, and the person that it is of. */
export interface MadeRecord {
  readonly person: number;
  readonly cells: readonly (string | null)[];
}

export const personSpec: LinkSpec = {
  fields: {
    given_names: { kind: 'person_name', part: 'given' },
    surname: { kind: 'person_name', part: 'family' },
    date_of_birth: { kind: 'date' },
    sex: { kind: 'sex' },
    document_number: { kind: 'document_number' },
    village: { kind: 'place' },
    telephone: { kind: 'phone' },
  },
  mode: 'dedupe',
};

/**
 * Rules under which each record has about 28 candidate pairs, however many records there are: the people of a village who were born in one
 * year or whose surnames begin alike, those of one name, and those of one document.
 */
export const rulesOf28Pairs: readonly BlockingRule[] = [
  [{ field: 'document_number', by: 'look_alike' }],
  [
    { field: 'given_names', by: 'sound' },
    { field: 'surname', by: 'word' },
    { field: 'date_of_birth', by: 'year' },
  ],
  [
    { field: 'village', by: 'value' },
    { field: 'date_of_birth', by: 'year' },
  ],
  [
    { field: 'village', by: 'value' },
    { field: 'surname', by: 'first_1' },
  ],
];

/** As many records are of one village. */
const RECORDS_A_VILLAGE = 640;

const syllables =
  'mo ma se le ra tha ne ko ke li pu bo the nko tsi ho fa ja ka lo mpe nye pho qa ro sa ti tu we xo ya zi da ge hla'.split(
    ' ',
  );

/**
 * Makes up people, the same ones for the same seed, and gives each one to four records (1.6 on average): most of the further ones have
 * a slip in a name, another village, a renewed document, or leave something out. The first `count` records, one after the other.
 */
export function* makePersonRecords(count: number, seed = 1): Generator<MadeRecord, void, undefined> {
  const random = randomOf(seed);
  const below = (n: number) => Math.floor(random() * n);
  // There are more names among more people, as the root of their number (Heaps' law); how often each is borne follows Zipf's.
  const surname = zipf(names(Math.ceil(30 * Math.sqrt(count)), [2, 3, 3, 4], 11), 0.8, random);
  const given = zipf(names(Math.ceil(3 * Math.sqrt(count)), [2, 2, 3], 12), 0.7, random);
  const village = zipf(names(Math.ceil(count / RECORDS_A_VILLAGE), [2, 3], 13), 0.2, random);
  const two = (n: number) => (n < 10 ? `0${n}` : String(n));
  const date = () => `${1940 + below(68)}-${two(1 + below(12))}-${two(1 + below(28))}`;
  const document = () => `R${letters[below(24)]}${String(100_000 + below(9_900_000))}`;
  const telephone = () => `+266 5${String(1_000_000 + below(9_000_000))}`;
  for (let person = 0, made = 0; made < count; person += 1) {
    const own: (string | null)[] = [
      random() < 0.4 ? `${given()} ${given()}` : given(),
      surname(),
      random() < 0.97 ? date() : null,
      random() < 0.5 ? 'F' : 'M',
      random() < 0.75 ? document() : null,
      village(),
      random() < 0.5 ? telephone() : null,
    ];
    const records = recordsOf(random());
    for (let r = 0; r < records && made < count; r += 1, made += 1) {
      if (r === 0) {
        yield { person, cells: own };
        continue;
      }
      const cells = [...own];
      if (random() < 0.25)
        cells[0] = random() < 0.5 ? slip(own[0] ?? '', random) : ((own[0] ?? '').split(' ', 1)[0] ?? '');
      if (random() < 0.2) cells[1] = slip(own[1] ?? '', random);
      const born = own[2] ?? null;
      if (born !== null && random() < 0.12)
        cells[2] = random() < 0.5 ? `${born.slice(0, 8)}${two(1 + below(28))}` : `${1940 + below(68)}${born.slice(4)}`;
      if (random() < 0.45) cells[4] = random() < 0.6 ? document() : null;
      if (random() < 0.4) cells[5] = village();
      if (random() < 0.5) cells[6] = random() < 0.6 ? telephone() : null;
      yield { person, cells };
    }
  }
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

function recordsOf(chance: number): number {
  if (chance < 0.6) return 1;
  if (chance < 0.85) return 2;
  return chance < 0.95 ? 3 : 4;
}

/** One letter left out, doubled, or exchanged with the next. */
function slip(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const kind = random();
  if (kind < 0.33) return text.slice(0, at) + text.slice(at + 1);
  if (kind < 0.66) return text.slice(0, at) + text[at] + text.slice(at);
  return text.slice(0, at) + text.slice(at + 1, at + 2) + text[at] + text.slice(at + 2);
}

/** Distinct made-up names. */
function names(count: number, lengths: readonly number[], seed: number): readonly string[] {
  const random = randomOf(seed);
  const found = new Set<string>();
  while (found.size < count) {
    let name = '';
    for (let left = lengths[Math.floor(random() * lengths.length)] ?? 2; left > 0; left -= 1)
      name += syllables[Math.floor(random() * syllables.length)] ?? '';
    found.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...found];
}

/** Draws one of the values, the k-th with a chance that falls as k to the power of `steepness`. */
function zipf(values: readonly string[], steepness: number, random: () => number): () => string {
  const sums = new Float64Array(values.length);
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) {
    sum += (k + 1) ** -steepness;
    sums[k] = sum;
  }
  return () => {
    const aim = random() * sum;
    let low = 0;
    let high = values.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) < aim) low = middle + 1;
      else high = middle;
    }
    return values[low] ?? '';
  };
}

/** A seeded stream of numbers in [0, 1) (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
