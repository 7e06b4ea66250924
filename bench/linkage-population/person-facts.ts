import type { Country, Person } from '@leeto/population';
import { makeCsvFile } from './csv-file.ts';

/** What accuracy is reported by: the true person behind a record. */
export const personFactColumns = [
  'person',
  'sex',
  'birth_year',
  'nationality',
  'name_pool',
  'name_form',
  'segment',
  'household',
  'surname',
  'given_names',
  'date_of_birth',
  'documents',
  'records',
] as const;

/** Writes a line for each person who left a record. `records` counts them by the person's index. */
export function writePersonFacts(country: Country, path: string, records: Uint32Array): number {
  const csv = makeCsvFile(path, personFactColumns);
  let persons = 0;
  for (let index = 0; index < country.persons; index += 1) {
    const count = records[index] ?? 0;
    if (count === 0) continue;
    const person = country.personAt(index);
    const born = new Date(person.birthDay * 86_400_000).toISOString().slice(0, 10);
    csv.row([
      person.id,
      person.sex,
      born.slice(0, 4),
      person.citizenship,
      namePoolOf(country, person),
      nameFormOf(person),
      person.segment.id,
      person.household,
      person.surname,
      person.givenNames,
      born,
      String(person.documents.filter(({ type }) => type !== 'none').length),
      String(count),
    ]);
    persons += 1;
  }
  csv.end();
  return persons;
}

/** The pool that holds both names; where two do, the first of them. */
function namePoolOf({ pack }: Country, { surname, givenNames, sex, nationality }: Person): string {
  const pools = nationality?.pools ?? pack.citizens.pools;
  const first = pools.find((id) => {
    const pool = pack.namePools[id];
    const given = (sex === 'F' ? pool?.female : pool?.male) ?? [];
    return (
      pool?.surnames.includes(surname) && given.some((name) => givenNames === name || givenNames.startsWith(`${name} `))
    );
  });
  return first ?? '';
}

/** How the name is written: with marks, of several words, or plain. */
function nameFormOf({ surname, givenNames }: Person): string {
  const text = `${surname} ${givenNames}`;
  if (/['’]/u.test(text)) return 'apostrophe';
  if (/[^\p{ASCII}]/u.test(text)) return 'diacritics';
  return surname.includes(' ') ? 'several surnames' : givenNames.includes(' ') ? 'two given names' : 'plain';
}
