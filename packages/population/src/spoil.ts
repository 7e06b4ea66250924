import type { PersonBlock } from './person-block.ts';
import type { ErrorKind, ErrorRates, PopulationPack } from './population-pack.ts';
import type { Random } from './random.ts';

/** Share of records with an error, all kinds together, for a source that errs `factor` times as often as an electronic system. */
export function errorShare(errors: ErrorRates, factor: number): number {
  let sum = 0;
  for (const rate of Object.values(errors.rates)) sum += rate;
  return Math.min(1, sum * factor);
}

/**
 * Spoils the block as clerks, keyboards and scanners do, and returns the errors that it really made, for the truth.
 * Call it for the records that have an error (`errorShare`); every eighth of them gets two.
 */
export function spoil(block: PersonBlock, pack: PopulationPack, random: Random): readonly ErrorKind[] {
  const made: ErrorKind[] = [];
  const wanted = random.chance(0.125) ? 2 : 1;
  // Not every error fits every record (no mark to drop, no second name): another one is drawn.
  for (let tries = 0; tries < 12 && made.length < wanted; tries += 1) {
    const kind = drawError(pack.errors, random);
    if (!made.includes(kind) && makeError[kind](block, pack, random)) made.push(kind);
  }
  return made;
}

function drawError(errors: ErrorRates, random: Random): ErrorKind {
  let rest = random.unit() * errorShare(errors, 1);
  const kinds = Object.keys(errors.rates) as ErrorKind[];
  for (const kind of kinds) {
    rest -= errors.rates[kind];
    if (rest < 0) return kind;
  }
  return 'trailing_space';
}

/** One maker per kind; false where the error cannot be made in this record. */
const makeError: Readonly<Record<ErrorKind, (block: PersonBlock, pack: PopulationPack, random: Random) => boolean>> = {
  surname_sound: (block, pack, random) => change(block, 'surname', soundAlike(block.surname, pack.soundAlikes, random)),
  surname_typing: (block, _pack, random) => change(block, 'surname', mistype(block.surname, random)),
  given_sound: (block, pack, random) =>
    change(block, 'givenNames', soundAlike(block.givenNames, pack.soundAlikes, random)),
  given_typing: (block, _pack, random) => change(block, 'givenNames', mistype(block.givenNames, random)),
  names_swapped: (block) => {
    const { surname, givenNames } = block;
    block.surname = givenNames;
    block.givenNames = surname;
    return surname !== givenNames;
  },
  marks_dropped: (block) => {
    const surname = withoutMarks(block.surname);
    const givenNames = withoutMarks(block.givenNames);
    const isChanged = surname !== block.surname || givenNames !== block.givenNames;
    block.surname = surname;
    block.givenNames = givenNames;
    return isChanged;
  },
  initials_only: (block) =>
    change(
      block,
      'givenNames',
      block.givenNames
        .split(' ')
        .map((name) => withoutMarks(name).charAt(0).toUpperCase())
        .join(' '),
    ),
  second_name_dropped: (block) => change(block, 'givenNames', block.givenNames.split(' ')[0] ?? ''),
  trailing_space: (block, _pack, random) => {
    const pad = random.chance(0.3) ? '  ' : ' ';
    if (random.chance(0.5)) block.surname += pad;
    else block.givenNames = random.chance(0.5) ? pad + block.givenNames : block.givenNames + pad;
    return true;
  },
  birth_day_month_swapped: (block) => {
    const [year, month, day] = block.dateOfBirth.split('-');
    if (!year || !month || !day || Number(day) > 12 || day === month) return false;
    block.dateOfBirth = `${year}-${day}-${month}`;
    return true;
  },
  birth_digit: (block, _pack, random) => {
    const [year, month, day] = block.dateOfBirth.split('-');
    if (!year || !month || !day) return false;
    if (random.chance(0.5))
      block.dateOfBirth = `${year}-${month}-${String(1 + ((Number(day) + random.between(1, 9)) % 28)).padStart(2, '0')}`;
    else block.dateOfBirth = `${Number(year) - random.between(1, 10)}-${month}-${day}`;
    return `${year}-${month}-${day}` !== block.dateOfBirth;
  },
  birth_century: (block) => {
    const year = Number(block.dateOfBirth.slice(0, 4));
    if (!year) return false;
    block.dateOfBirth = `${year >= 2000 ? year - 100 : year + 100}${block.dateOfBirth.slice(4)}`;
    return true;
  },
  birth_impossible: (block, _pack, random) => {
    const year = block.dateOfBirth.slice(0, 4);
    if (!year) return false;
    const dates = ['02-31', '02-30', '13-05', '00-00', '04-31'];
    block.dateOfBirth = `${year}-${dates[random.below(dates.length)] ?? '02-31'}`;
    return true;
  },
  birth_missing: (block) => change(block, 'dateOfBirth', ''),
  document_look_alike: (block, _pack, random) =>
    change(block, 'documentNumber', lookAlike(block.documentNumber, random)),
  document_transposed: (block, _pack, random) =>
    change(block, 'documentNumber', transpose(block.documentNumber, random)),
  document_missing: (block) => change(block, 'documentNumber', ''),
  sex_wrong: (block) => change(block, 'sex', block.sex === 'F' ? 'M' : block.sex === 'M' ? 'F' : block.sex),
  sex_missing: (block) => change(block, 'sex', ''),
  nationality_missing: (block) => change(block, 'nationality', ''),
  code_variant: (block) => {
    block.hasCodeVariant = true;
    return true;
  },
};

type TextField = 'surname' | 'givenNames' | 'dateOfBirth' | 'documentNumber' | 'sex' | 'nationality';

function change(block: PersonBlock, field: TextField, value: string): boolean {
  if (block[field] === value) return false;
  block[field] = value;
  return true;
}

/** Writes one sound of a name in another of its spellings. */
export function soundAlike(name: string, pairs: PopulationPack['soundAlikes'], random: Random): string {
  const start = random.below(Math.max(1, pairs.length));
  for (let i = 0; i < pairs.length; i += 1) {
    const pair = pairs[(start + i) % pairs.length];
    if (!pair) continue;
    const [from, to] = random.chance(0.5) ? pair : [pair[1], pair[0]];
    const at = name.indexOf(from);
    if (at < 0 || (from.length === 1 && name.startsWith(to, at))) continue;
    return name.slice(0, at) + to + name.slice(at + from.length);
  }
  return name;
}

/** One slip of the keyboard: a letter left out, doubled, swapped with the next, or the neighbouring key. */
export function mistype(name: string, random: Random): string {
  if (name.length < 3) return name;
  const at = random.between(1, name.length - 2);
  const letter = name.charAt(at);
  switch (random.below(4)) {
    case 0:
      return name.slice(0, at) + name.slice(at + 1);
    case 1:
      return name.slice(0, at) + letter + name.slice(at);
    case 2:
      return name.slice(0, at) + name.charAt(at + 1) + letter + name.slice(at + 2);
    default: {
      const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
      const row = rows.find((keys) => keys.includes(letter));
      if (!row) return name.slice(0, at) + name.slice(at + 1);
      const key = row.charAt(row.indexOf(letter) === 0 ? 1 : row.indexOf(letter) - 1);
      return name.slice(0, at) + key + name.slice(at + 1);
    }
  }
}

/** Drops diacritics and apostrophes. */
export function withoutMarks(name: string): string {
  return name.normalize('NFD').replace(/[\u0300-\u036f'’]/gu, '');
}

const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'O',
  O: '0',
  '1': 'I',
  I: '1',
  '5': 'S',
  S: '5',
  '8': 'B',
  B: '8',
  '2': 'Z',
  Z: '2',
};

function lookAlike(number: string, random: Random): string {
  const places = [...number].flatMap((sign, i) => (lookAlikes[sign] ? [i] : []));
  const at = places[random.below(places.length)];
  if (at === undefined) return number;
  return number.slice(0, at) + (lookAlikes[number.charAt(at)] ?? '') + number.slice(at + 1);
}

function transpose(number: string, random: Random): string {
  if (number.length < 4) return number;
  const at = random.between(1, number.length - 2);
  return number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
}
