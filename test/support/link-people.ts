import type { CanonicalValue, Catalogue, RecordDeclaration, RegisterDeclaration } from '@leeto/registers';
import { type Instance, importRecords } from '@leeto/store';

/** An invented person, as registers write them down. */
export interface InventedPerson {
  readonly surname: string;
  readonly given_names: string;
  readonly sex: string;
  readonly date_of_birth: string;
  readonly nationality: string;
  readonly document_number: string;
}

/** A row of a register: who it is, and its own number. */
export interface PersonRow {
  readonly number: string;
  readonly person: InventedPerson;
}

const surnames = [
  'Mokoena Molapo Nthako Letsie Moshoeshoe Khumalo Dlamini Ndlovu Sithole Tau Phiri Banda Mohapi Lerotholi Ramaili Sekhonyana',
  'Makoae Thabane Mosisili Majoro Matekane Rapapa Hlalele Nkuebe Tsekoa Maseribane Pheko Qhobela Ralechate Seeiso Tlali Zulu',
].flatMap((line) => line.split(' '));
const givenNames = [
  'Thabo Lerato Puleng Neo Tumelo Palesa Mpho Kabelo Refiloe Tsepo Limpho Teboho Nthabiseng Katleho Mamello Retselisitsoe',
  'Bokang Karabo Lineo Moeketsi Rethabile Thato Keketso Relebohile Sello Tau Mosa Hlompho Itumeleng Khotso Lebohang Nthati',
].flatMap((line) => line.split(' '));

/** Invents people, the same ones for the same seed. */
export function inventPeople(count: number, seed: number): readonly InventedPerson[] {
  const random = randomOf(seed);
  const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)] ?? '';
  const pad = (value: number, width: number) => String(Math.floor(value)).padStart(width, '0');
  return Array.from({ length: count }, (_, at) => ({
    surname: pick(surnames),
    given_names: `${pick(givenNames)} ${pick(givenNames)}`,
    sex: random() < 0.5 ? 'F' : 'M',
    date_of_birth: `${1950 + Math.floor(random() * 55)}-${pad(1 + random() * 12, 2)}-${pad(1 + random() * 28, 2)}`,
    nationality: pick(['LSO', 'ZAF', 'ZWE', 'MOZ']),
    document_number: `R${pad(random() * 900, 3)}${pad(1000 + at, 4)}`,
  }));
}

const syllables =
  'mo ma se le ra tha ne ko ke li pu bo the nko tsi ho fa ja ka lo mpe nye pho qa ro sa ti tu we xo ya zi da ge hla'.split(
    ' ',
  );

/** Invents people with as many names as a country has: some common, most rare. */
export function inventManyPeople(count: number, seed: number): readonly InventedPerson[] {
  const random = randomOf(seed);
  // The square makes the first syllables common and the last ones rare.
  const syllable = () => syllables[Math.floor(random() ** 2 * syllables.length)] ?? '';
  const name = (length: number) => Array.from({ length }, syllable).join('');
  return inventPeople(count, seed + 1).map((person, at) => ({
    ...person,
    surname: name(3),
    given_names: `${name(2)}${at % 2 === 0 ? '' : ` ${name(3)}`}`,
    document_number: `${String.fromCharCode(65 + (at % 26))}${String(Math.floor(random() * 100_000_000)).padStart(8, '0')}`,
  }));
}

/** The same person written down with a slip: a letter of the surname, or the document renewed. */
export function withSlip(person: InventedPerson, seed: number): InventedPerson {
  const random = randomOf(seed);
  if (random() < 0.5) return { ...person, document_number: `N${String(100_000 + Math.floor(random() * 899_999))}` };
  const { surname } = person;
  const at = 1 + Math.floor(random() * (surname.length - 2));
  return { ...person, surname: surname.slice(0, at) + surname[at] + surname.slice(at) };
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

/** A register of persons for tests, with no more than the person block and a number of its own. */
export function personRegister(id: string, isProtected: boolean, like: RecordDeclaration): RegisterDeclaration {
  const block = ['surname', 'given_names', 'sex', 'date_of_birth', 'nationality', 'document_number'];
  const number = like.fields.find(({ name }) => name === 'case_number');
  if (number === undefined) throw new Error('no field to number cases by');
  return {
    shape: 'register',
    id,
    label: { en: id },
    description: { en: 'A register for tests.' },
    custodian: like.custodian,
    source: 'test',
    datedBy: 'date_of_birth',
    key: ['case_number'],
    rules: [],
    fields: [number, ...like.fields.filter(({ name }) => block.includes(name))],
    ...(isProtected ? { isProtected } : {}),
  };
}

export const catalogueOf = (declarations: readonly RecordDeclaration[]): Pick<Catalogue, 'records'> => ({
  records: new Map(declarations.map((declaration) => [declaration.id, declaration])),
});

let files = 0;

/** Brings rows into a register as one delivery; returns its number. */
export async function bringPeople(
  instance: Instance,
  declaration: RecordDeclaration,
  rows: readonly PersonRow[],
): Promise<number> {
  files += 1;
  const columns = declaration.fields.map(({ name }) => name);
  const cells = rows.map(({ number, person }) => {
    const row: Readonly<Record<string, CanonicalValue>> = { ...person, case_number: number };
    return columns.map((name) => row[name] ?? null);
  });
  const { deliveryId } = await importRecords(instance, {
    declaration,
    delivery: {
      fileName: `file-${files}.csv`,
      sha256: String(files).padStart(64, '0'),
      bytes: 1,
      mapping: { id: 'test' },
      mappingHash: 'f'.repeat(64),
      provenance: { agency: declaration.custodian, citation: 'Invented', isSynthetic: true },
    },
    batches: [{ register: declaration.id, columns, rows: cells, sheet: '', sourceRows: cells.map((_, at) => at + 2) }],
    receivedBy: 'tester',
  });
  return deliveryId;
}
